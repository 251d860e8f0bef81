package dev.hence.cli;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.report.RunReport;
import dev.hence.report.record.Recording;
import dev.hence.report.record.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hence report}. */
@Command(
    name = "report",
    description = "Checks derivations and writes pages about them for a browser.",
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  hence report notes.md                 open hence-report/index.html",
      "  hence report notes/ -o pages/         a page for each document, and an index",
      "%nEach page is one file that needs no network."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every step has the verdict that is expected of it",
      "1:a step has not, or something is wrong with a document",
      "2:the command line is wrong, or a file cannot be opened or written",
      "3:Hence itself failed before it could report"
    })
final class ReportCommand implements Callable<Integer> {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal;
  private final Checking checking;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Documents in Markdown, LaTeX, or notebooks, or directories to be searched for those with"
              + " displays.")
  private List<Path> paths;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "hence-report",
      description = "The folder for the pages. Default: hence-report.")
  private Path folder;

  @Option(names = "--no-figures", description = "Draw no figures.")
  private boolean noFigures;

  @Mixin private RequireOption require;

  @Mixin private DeclarationOptions declarations;

  @Mixin private Effort effort;

  @Option(names = "--debug", description = "Show where in Hence an internal error was met.")
  private boolean debug;

  ReportCommand(PrintWriter out, PrintWriter err, Terminal terminal, Checking checking) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.checking = checking;
  }

  @Override
  public Integer call() {
    Settings settings = declarations.in(effort.settings(require.outcome(), List.of()));
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw refused("-o takes a folder for the pages; " + folder + " is a file");
    }
    RunReport report = checking.watched(paths, settings, err, terminal);
    OptionalInt failed = Unfinished.told(report, debug, err);
    if (failed.isPresent()) {
      return failed.getAsInt();
    }
    write(report, settings);
    if (!report.unopened().isEmpty()) {
      return ExitCode.USAGE;
    }
    return report.passed() ? ExitCode.PASSED : ExitCode.FAILED;
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private void write(RunReport report, Settings settings) {
    PageFolder pages = new PageFolder(folder, !noFigures, false, err);
    try {
      pages.write(report, settings);
    } catch (IOException e) {
      throw refused("cannot write into " + folder + ": " + e.getMessage());
    }
    Tally tally = Tally.of(Recording.of(report, Hence.version()).documents());
    out.println(
        tally.steps() == 1
            ? "1 step: " + tally.verdicts()
            : tally.steps() + " steps: " + tally.verdicts());
    out.println(pages.index() + " is written");
  }
}
