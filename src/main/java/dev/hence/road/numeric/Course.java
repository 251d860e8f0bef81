package dev.hence.road.numeric;

import dev.hence.verdict.Point;
import java.util.List;

/**
 * The sides of a statement about times, and parts of them, as the end of one trajectory moves away
 * from its start. A value is NaN where the statement says nothing.
 *
 * @param point the data and the initial state
 * @param component which entry of the sides is told, row-major from 0
 * @param ends the times, ascending; one value of every curve belongs to each
 * @param parts of the sides, in the order in which they were asked for
 * @param error by how much the integrators differ at most in any value
 */
public record Course(
    Point point,
    int component,
    List<Double> ends,
    List<Double> left,
    List<Double> right,
    List<List<Double>> parts,
    double error) {
  public Course {
    ends = List.copyOf(ends);
    left = List.copyOf(left);
    right = List.copyOf(right);
    parts = parts.stream().map(List::copyOf).toList();
  }

  /**
   * Where a course begins.
   *
   * @param component which entry of the sides is told
   */
  public record Start(Point point, int component) {}

  /** Where it began. */
  public Start start() {
    return new Start(point, component);
  }

  /** The greatest value less the least; negative where there is no value. */
  public static double movement(List<Double> values) {
    var all =
        values.stream()
            .filter(Double::isFinite)
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    return all.getCount() == 0 ? -1 : all.getMax() - all.getMin();
  }

  /** The methods of integration whose results were compared. */
  public static List<String> integrators() {
    return List.of(Integration.TIGHT.method(), Integration.OTHER.method());
  }

  /** The relative tolerance of both. */
  public static double tolerance() {
    return Integration.TIGHT.relative();
  }
}
