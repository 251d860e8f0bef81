package dev.hence.cli;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.report.RunReport;
import dev.hence.report.record.Recording;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hence watch}: checks pages, and checks a page again whenever it changes. */
@Command(
    name = "watch",
    description = "Checks derivations, and a page again whenever it changes, until it is stopped.",
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    sortOptions = false,
    footer = {"%nExample:", "  hence watch notes/     Ctrl-C ends it"})
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

  @Mixin private RequireOption require;

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
    Settings settings = kept.in(effort.settings(require.outcome(), List.of()));
    Output output = reports.open(out, err, terminal);
    Changes changes = new Changes(paths);
    write(checking.watched(paths, settings, err, terminal), output);
    try {
      while (true) {
        List<Path> changed = changes.next();
        write(checking.watched(changed, settings, err, terminal).withDisplays(), output);
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
}
