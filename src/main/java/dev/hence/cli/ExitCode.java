package dev.hence.cli;

/** What the process tells the one that started it. */
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
}
