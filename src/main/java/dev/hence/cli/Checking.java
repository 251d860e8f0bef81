package dev.hence.cli;

import dev.hence.Progress;
import dev.hence.Settings;
import dev.hence.report.RunReport;
import dev.hence.report.console.ProgressBar;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Checks pages: {@link dev.hence.Hence#check}, and something simpler in tests. */
@FunctionalInterface
interface Checking {
  RunReport check(List<Path> paths, Settings settings, Progress progress);

  /** Checks, and shows how far it is while somebody watches. */
  default RunReport watched(
      List<Path> paths, Settings settings, PrintWriter err, Terminal terminal) {
    ProgressBar bar = new ProgressBar(err);
    Progress progress = terminal.error() ? bar::draw : Progress.NONE;
    RunReport report = check(paths, settings, progress);
    bar.clear();
    return report;
  }
}
