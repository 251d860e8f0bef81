package dev.hence.measure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** How much numbers vary, relative to their size. */
final class Spread {
  private Spread() {}

  /** The distance of the quartiles, over the median of the absolute values. */
  static double of(double[] values) {
    return (quantile(values, 0.75) - quantile(values, 0.25))
        / median(DoubleStream.of(values).map(Math::abs).toArray());
  }

  static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /** Interpolated linearly between the sorted values. */
  static double quantile(double[] values, double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = part * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
