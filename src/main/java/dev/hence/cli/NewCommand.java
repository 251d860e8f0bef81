package dev.hence.cli;

import dev.hence.Hence;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hence new}: writes a first page to start from. */
@Command(
    name = "new",
    description = "Writes a page to start from: a header, a definition, and two claims that hold.",
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    footer = {"%nExample:", "  hence new notes/ridge.md     then: hence check notes/ridge.md"})
final class NewCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "The page: ridge, or notes/ridge.md. A name without an ending becomes .md.")
  private Path name;

  NewCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Path file = named();
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, page(file), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw refused(file + " exists already; nothing was written");
    } catch (IOException e) {
      throw refused("cannot write " + file + ": " + e.getMessage());
    }
    out.println("wrote " + file + "; now run: hence check " + file);
    return ExitCode.PASSED;
  }

  private Path named() {
    String last = name.getFileName() == null ? "" : name.getFileName().toString();
    if (last.isBlank()) {
      throw refused("'" + name + "' is no name of a page");
    }
    Path file = last.contains(".") ? name : name.resolveSibling(last + ".md");
    if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".md")) {
      throw refused("a new page is Markdown: " + last.replaceFirst("\\..*", "") + ".md");
    }
    return file;
  }

  /** The page from the resource, with the name of the file as its title. */
  private static String page(Path file) throws IOException {
    String title = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    try (var in = Hence.class.getResourceAsStream("new-page.md")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("A first page", "'" + title.replace('-', ' ').replace("'", "''") + "'");
    }
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
