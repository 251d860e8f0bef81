package dev.hence.cli;

import dev.hence.report.record.RunRecord;

/** The exit codes of the process. */
final class ExitCode {
  /** Every step has the verdict that is expected of it. */
  static final int PASSED = 0;

  /** A step has not, or something is wrong with a document. */
  static final int FAILED = 1;

  /** The command line is wrong, or a file cannot be opened. */
  static final int USAGE = 2;

  /** Hence itself failed before it could report. */
  static final int INTERNAL_ERROR = 3;

  private ExitCode() {}

  /** What is told of a run. */
  static int of(RunRecord run) {
    if (!run.unopened().isEmpty()) {
      return USAGE;
    }
    return run.passed() ? PASSED : FAILED;
  }
}
