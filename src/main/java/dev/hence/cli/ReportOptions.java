package dev.hence.cli;

import dev.hence.report.console.ConsoleReport;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of every command that reports a run. */
final class ReportOptions {
  private enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "console",
      description =
          "What is printed: ${COMPLETION-CANDIDATES}. Default: console. markdown is a table of the"
              + " documents, github are annotations of GitHub's workflows.")
  private Format format;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      description =
          "Write the report into a file too, such as sarif=target/hence.sarif; may be given"
              + " repeatedly.")
  private List<String> files = List.of();

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell the evidence, the definitions and the defaults taken.")
  private boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "${COMPLETION-CANDIDATES}. Default: auto, on a terminal without NO_COLOR.")
  private Colour colour;

  @Option(names = "--debug", description = "Show where in Hence an internal error was met.")
  private boolean debug;

  Format format() {
    return format;
  }

  /** Where the report will go; that it cannot go there is told before the work is done. */
  Output open(PrintWriter out, PrintWriter err, Terminal terminal) {
    List<ReportFile> opened = files.stream().map(this::file).toList();
    return new Output(out, err, options(terminal), format, opened);
  }

  private ReportFile file(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw refused("--report takes FORMAT=FILE, such as sarif=hence.sarif: " + text);
    }
    Format named =
        Format.named(text.substring(0, equals))
            .orElseThrow(
                () ->
                    refused(
                        "--report knows no format '%s', only %s"
                            .formatted(text.substring(0, equals), names())));
    return ReportFile.open("--report", named, text.substring(equals + 1))
        .orElseThrow(this::refused);
  }

  private static String names() {
    return Arrays.stream(Format.values()).map(Format::toString).collect(Collectors.joining(", "));
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private ConsoleReport.Options options(Terminal terminal) {
    boolean coloured =
        switch (colour) {
          case AUTO -> terminal.showsColours();
          case ALWAYS -> true;
          case NEVER -> false;
        };
    return new ConsoleReport.Options(terminal.width(), coloured, verbose, debug);
  }
}
