package dev.hence.report.latex;

/**
 * Thrown while a display is taken apart that holds anything but mathematics of the known commands.
 * It never leaves {@link Display}.
 */
final class Unprintable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unprintable(String what) {
    super(what, null, false, false);
  }
}
