package dev.hence.cli;

import dev.hence.Hence;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The door from the shell. */
public final class Main {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal;
  private final Checking checking;

  /**
   * A command line.
   *
   * @param out where the report goes
   * @param err where everything else goes
   * @param checking what checks
   */
  Main(PrintWriter out, PrintWriter err, Terminal terminal, Checking checking) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.checking = checking;
  }

  /** Runs and ends the process: libraries may have left threads that would keep it alive. */
  public static void main(String[] args) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int code = new Main(out, err, Terminal.system(), Hence::check).run(args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    FileOutputStream stream = new FileOutputStream(descriptor);
    return new PrintWriter(
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16));
  }

  /** Runs the command that the arguments say, and returns the exit code. */
  int run(String... args) {
    CommandLine line =
        CommandTree.of(out, err, terminal, checking)
            .setColorScheme(CommandLine.Help.defaultColorScheme(ansi()))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(Math.clamp(terminal.width(), 55, 100))
            .setExecutionExceptionHandler(
                (e, command, parsed) ->
                    internalError(e, command.getParseResult().hasMatchedOption("--debug")));
    try {
      return line.execute(args);
    } catch (Error e) {
      return internalError(e, true);
    }
  }

  private Ansi ansi() {
    return terminal.showsColours() ? Ansi.ON : Ansi.OFF;
  }

  private int internalError(Throwable e, boolean stackTrace) {
    err.println("hence: internal error: " + e + (stackTrace ? "" : " (--debug shows where)"));
    if (stackTrace) {
      e.printStackTrace(err);
    }
    return ExitCode.INTERNAL_ERROR;
  }
}
