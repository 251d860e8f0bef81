package dev.hence.cli;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.report.RunReport;
import dev.hence.report.record.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hence watch}: checks pages, and checks a page again whenever it changes. */
@Command(
    name = "watch",
    description = "Checks derivations, and a page again whenever it changes, until it is stopped.",
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  hence watch notes/                  Ctrl-C ends it",
      "  hence watch notes/ --pages pages/   open pages/index.html: it follows the documents"
    })
final class WatchCommand implements Callable<Integer> {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal;
  private final Checking checking;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Documents, or directories to be searched for those with displays.")
  private List<Path> paths;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description =
          "Write pages for a browser into this folder, too. An open page is loaded again when its"
              + " document was checked anew.")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--no-figures", description = "Draw no figures on these pages.")
  private boolean noFigures;

  @Spec private CommandSpec spec;

  @Mixin private RequireOption require;

  @Mixin private DeclarationOptions declarations;

  @Mixin private ReportOptions reports;

  @Mixin private Effort effort;

  @Mixin private KeptEvidence kept;

  WatchCommand(PrintWriter out, PrintWriter err, Terminal terminal, Checking checking) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.checking = checking;
  }

  @Override
  public Integer call() {
    Settings settings = declarations.in(kept.in(effort.settings(require.outcome(), List.of())));
    Output output = reports.open(out, err, terminal);
    Changes changes = new Changes(paths);
    Optional<PageFolder> pages = folder.map(this::pages);
    RunReport first = checking.watched(paths, settings, err, terminal);
    write(first, output);
    pages.ifPresent(p -> write(p, first, settings));
    pages.ifPresent(p -> out.println(p.index() + " is written, and follows the documents"));
    out.flush();
    try {
      while (true) {
        Changes.Change change = changes.next();
        change.gone().forEach(file -> out.println(file + " is gone"));
        pages.ifPresent(p -> change.gone().forEach(file -> p.forget(file.toString())));
        RunReport report =
            checking.watched(change.changed(), settings, err, terminal).withDisplays();
        if (!change.changed().isEmpty()) {
          write(report, output);
        }
        pages.ifPresent(p -> write(p, report, settings));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.PASSED;
    }
  }

  private void write(RunReport report, Output output) {
    report.notices().forEach(notice -> err.println("hence: " + notice));
    output.write(Recording.of(report, Hence.version()), Optional.empty());
  }

  private PageFolder pages(Path into) {
    if (Files.exists(into) && !Files.isDirectory(into)) {
      throw new ParameterException(
          spec.commandLine(), "--pages takes a folder; " + into + " is a file");
    }
    return new PageFolder(into, !noFigures, true, err);
  }

  /** Pages that cannot be written now may be so later. */
  private void write(PageFolder pages, RunReport report, Settings settings) {
    try {
      pages.write(report, settings);
    } catch (IOException e) {
      err.println("hence: cannot write into " + folder.orElseThrow() + ": " + e.getMessage());
      err.flush();
    }
  }
}
