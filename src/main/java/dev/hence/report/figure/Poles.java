package dev.hence.report.figure;

import dev.hence.report.trace.Figure.Curve;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a curve at its poles: where it runs away from 0 and comes back from the other side, no
 * line belongs between the two values.
 */
final class Poles {
  /** What jumps by less than one in so many parts of the whole is no pole that anyone sees. */
  private static final int SMALLEST = 20;

  private Poles() {}

  /** The curve with a place without a value at each pole between two of its values. */
  static Curve broken(Curve curve) {
    List<Double> times = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    double least = movement(curve.values()) / SMALLEST;
    for (int k = 0; k < curve.values().size(); k++) {
      times.add(curve.times().get(k));
      values.add(curve.values().get(k));
      if (isPole(curve.values(), k, least)) {
        times.add((curve.times().get(k) + curve.times().get(k + 1)) / 2);
        values.add(Double.NaN);
      }
    }
    return new Curve(curve.label(), curve.role(), times, values);
  }

  /**
   * Between the k-th value and the next. On equally spaced places, 1/t jumps by three times what it
   * moves by on the one side or the other, or by more.
   */
  private static boolean isPole(List<Double> values, int k, double least) {
    if (k < 1 || k + 2 >= values.size()) {
      return false;
    }
    double before = values.get(k - 1);
    double here = values.get(k);
    double next = values.get(k + 1);
    double behind = values.get(k + 2);
    return here * next < 0
        && Math.abs(next - here) >= least
        && Math.abs(next - here) >= 2 * Math.min(Math.abs(here - before), Math.abs(behind - next))
        && runsAway(before, here)
        && runsAway(behind, next);
  }

  /** Away from 0 on one side of it. */
  private static boolean runsAway(double from, double to) {
    return from * to >= 0 && Math.abs(to) > Math.abs(from);
  }

  private static double movement(List<Double> values) {
    var all =
        values.stream()
            .filter(Double::isFinite)
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    return all.getMax() - all.getMin();
  }
}
