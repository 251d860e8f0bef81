package dev.hence.road.numeric;

/**
 * The limit of a sequence that comes nearer by about the same factor each time, by Aitken's process
 * on its last values. Values at doubling times do so where they decay as a power of the time.
 *
 * @param limit extrapolated
 * @param bound how much the last extrapolation differs from the one before; infinite if there is
 *     none
 */
record Extrapolation(double limit, double bound) {
  /** Nearer by less than that, a sequence has no limit that can be told. */
  private static final double SLOWEST = 0.95;

  /** An extrapolated value that is off by so many bounds is another one. */
  private static final int APART = 10;

  static Extrapolation of(double[] values) {
    double now = limit(values, values.length - 1);
    double before = limit(values, values.length - 2);
    double bound = Math.abs(now - before);
    return new Extrapolation(now, Double.isFinite(bound) ? bound : Double.POSITIVE_INFINITY);
  }

  private static double limit(double[] values, int last) {
    double step = values[last] - values[last - 1];
    double before = values[last - 1] - values[last - 2];
    if (step == 0) {
      return values[last];
    }
    double factor = step / before;
    return Math.abs(factor) < SLOWEST ? values[last] + step * factor / (1 - factor) : Double.NaN;
  }

  boolean isBounded() {
    return Double.isFinite(bound);
  }

  /** Whether it is surely not 0. */
  boolean isApart() {
    return isBounded() && Math.abs(limit) > APART * bound;
  }
}
