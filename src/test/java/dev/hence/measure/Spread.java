package dev.hence.measure;

import java.util.List;

/** How much numbers vary, relative to their size. */
final class Spread {
  private Spread() {}

  /** The distance of the quartiles, over the median of the absolute values. */
  static double of(List<Double> values) {
    return (quantile(values, 0.75) - quantile(values, 0.25))
        / median(values.stream().map(Math::abs).toList());
  }

  static double median(List<Double> values) {
    return quantile(values, 0.5);
  }

  /** Interpolated linearly between the sorted values. */
  static double quantile(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    double place = part * (sorted.size() - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
