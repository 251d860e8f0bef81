package dev.hence.report.trace;

import java.util.List;

/**
 * Curves over time along one trajectory.
 *
 * @param name of its file, without an ending
 * @param caption in words and readable mathematics
 * @param times at which the curves were sampled, growing
 */
public record Figure(String name, String caption, List<Double> times, List<Curve> curves) {
  public Figure {
    times = List.copyOf(times);
    curves = List.copyOf(curves);
  }

  /**
   * One curve.
   *
   * @param label in readable mathematics
   * @param values one for each time
   */
  public record Curve(String label, List<Double> values) {
    public Curve {
      values = List.copyOf(values);
    }
  }
}
