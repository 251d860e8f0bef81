package dev.hence.road.numeric;

import dev.hence.verdict.Point;
import java.util.List;

/**
 * How the difference of two sides becomes small as a parameter comes near its target, at one point.
 *
 * @param component which entry of the sides is told, row-major from 0
 * @param distances from the target, descending
 * @param differences |left − right| at each of them, all greater than 0
 * @param gauges the size that is claimed at each of them, up to a factor, all greater than 0
 */
public record Convergence(
    Point point,
    int component,
    List<Double> distances,
    List<Double> differences,
    List<Double> gauges) {
  /**
   * The slope is fitted to the nearest of the distances: farther away more than one power shows.
   */
  private static final int FITTED = 5;

  public Convergence {
    distances = List.copyOf(distances);
    differences = List.copyOf(differences);
    gauges = List.copyOf(gauges);
  }

  /** The slope of the differences by least squares, both axes logarithmic. */
  public double order() {
    return slope(differences);
  }

  /** The slope of what is claimed. */
  public double claimed() {
    return slope(gauges);
  }

  private double slope(List<Double> values) {
    int first = Math.max(0, distances.size() - FITTED);
    double meanX = mean(distances, first);
    double meanY = mean(values, first);
    double above = 0;
    double below = 0;
    for (int k = first; k < distances.size(); k++) {
      double x = Math.log(distances.get(k)) - meanX;
      above += x * (Math.log(values.get(k)) - meanY);
      below += x * x;
    }
    return above / below;
  }

  private static double mean(List<Double> values, int first) {
    return values.stream().skip(first).mapToDouble(Math::log).average().orElseThrow();
  }
}
