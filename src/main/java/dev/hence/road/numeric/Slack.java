package dev.hence.road.numeric;

/** The least gap between the sides of an inequality, relative to the larger of them. */
final class Slack {
  private double least = Double.POSITIVE_INFINITY;

  /** Takes the values of both sides. */
  void see(double left, double right) {
    double size = Math.max(Math.abs(left), Math.abs(right));
    if (Double.isFinite(size) && size > 0) {
      least = Math.min(least, Math.abs(left - right) / size);
    }
  }

  /** 0 where the sides met, or nothing was seen. */
  double least() {
    return Double.isFinite(least) ? least : 0;
  }
}
