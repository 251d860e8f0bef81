package dev.hence.road.symbolic;

/** The budget ran out while a formula was being written out. */
final class OutOfTime extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutOfTime() {
    super("the time ran out while the formula was written out", null, false, false);
  }
}
