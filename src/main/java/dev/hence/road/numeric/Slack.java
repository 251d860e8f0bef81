package dev.hence.road.numeric;

/** The least gap between the sides of an inequality, relative to the larger of them. */
final class Slack {
  /** The sides are as far apart as numbers of different signs are. */
  static final double WHOLE = 1;

  private double least = Double.POSITIVE_INFINITY;

  /** Takes the values of both sides. */
  void see(double left, double right) {
    double size = Math.max(Math.abs(left), Math.abs(right));
    if (Double.isFinite(size)) {
      least = Math.min(least, size == 0 ? 0 : Math.abs(left - right) / size);
    }
  }

  /** 0 where the sides were equal somewhere or were not seen. */
  double least() {
    return Double.isFinite(least) ? least : 0;
  }
}
