package dev.hence.cli;

import dev.hence.report.RunReport;
import java.io.PrintWriter;
import java.util.OptionalInt;

/** What a run could not open, and where Hence itself failed. */
final class Unfinished {
  private Unfinished() {}

  /**
   * Tells it; the exit code of a run that came to nothing.
   *
   * @param debug whether to show where in Hence an error was met
   */
  static OptionalInt told(RunReport report, boolean debug, PrintWriter err) {
    report.unopened().forEach(u -> err.println("hence: " + u.name() + ": " + u.message()));
    report
        .defects()
        .forEach(d -> err.println("hence: internal error: " + d.place() + ": " + d.summary()));
    if (debug) {
      report.defects().forEach(d -> d.cause().printStackTrace(err));
    }
    if (!report.derivations().isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(report.unopened().isEmpty() ? ExitCode.INTERNAL_ERROR : ExitCode.USAGE);
  }
}
