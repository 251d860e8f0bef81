package dev.hence.cli;

import dev.hence.Progress;
import dev.hence.Settings;
import dev.hence.report.RunReport;
import java.nio.file.Path;
import java.util.List;

/** What checks; {@link dev.hence.Hence#check} but in tests. */
@FunctionalInterface
interface Checking {
  RunReport check(List<Path> paths, Settings settings, Progress progress);
}
