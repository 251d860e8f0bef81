package dev.hence.road.numeric;

/** The least gap between the sides of an inequality, relative to the larger of them. */
final class Slack {
  /** What rounding may leave of 0. */
  private static final double NOTHING = 1e-12;

  private boolean seen;
  private double least = Double.POSITIVE_INFINITY;

  /** Takes the values of both sides. */
  void see(double left, double right) {
    double size = Math.max(Math.abs(left), Math.abs(right));
    seen |= Double.isFinite(size);
    if (Double.isFinite(size) && size > NOTHING) {
      least = Math.min(least, Math.abs(left - right) / size);
    }
  }

  /** Whether there were values at all. */
  boolean hasSeen() {
    return seen;
  }

  /** Whether both sides were 0 wherever they were seen. */
  boolean isIdle() {
    return seen && !Double.isFinite(least);
  }

  /** 0 where the sides met, or nothing was seen. */
  double least() {
    return Double.isFinite(least) ? least : 0;
  }
}
