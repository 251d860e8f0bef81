package dev.hence.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terminal, if there is one, to which the output goes.
 *
 * @param output whether standard output is a terminal
 * @param error whether standard error is a terminal
 * @param environment the variables that say what its user wants
 */
record Terminal(boolean output, boolean error, Map<String, String> environment) {
  static final int DEFAULT_WIDTH = 100;

  private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)\\s*");

  static Terminal system() {
    return new Terminal(isTerminal(1), isTerminal(2), System.getenv());
  }

  /** Whether colours are wanted when no option says so, see https://no-color.org. */
  boolean showsColours() {
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return output && !refused && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** The columns of a line. */
  int width() {
    OptionalInt said = number(environment.getOrDefault("COLUMNS", ""));
    OptionalInt width = said.isPresent() || !output ? said : asked();
    return width.orElse(DEFAULT_WIDTH);
  }

  private static OptionalInt number(String text) {
    boolean plausible = text.matches("[1-9]\\d{0,3}");
    return plausible ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /** Asks the terminal, which only a program that is bound to it can do. */
  private static OptionalInt asked() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return OptionalInt.empty();
      }
      byte[] answer = stty.getInputStream().readAllBytes();
      Matcher size = SIZE.matcher(new String(answer, StandardCharsets.US_ASCII));
      return size.matches() ? number(size.group(1)) : OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  /** Where the system tells of each open file what it is, that; else what Java says of both. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (!Files.isSymbolicLink(link)) {
      return isConsole();
    }
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return isConsole();
    }
  }

  /** From Java 22 on there is always a console, which says whether it is a terminal. */
  @SuppressWarnings("SystemConsoleNull") // Java 21 says it so.
  private static boolean isConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
