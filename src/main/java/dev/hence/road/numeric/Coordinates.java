package dev.hence.road.numeric;

import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.DoubleFunction;
import java.util.function.ToIntFunction;

/** How a point moves: real coordinates of all its variables that may vary continuously. */
final class Coordinates {
  private final Point start;
  private final double[] first;
  private final SequencedMap<Variable, Chart> charts = new LinkedHashMap<>();
  private final Map<Variable, Integer> places = new LinkedHashMap<>();
  private final double[] inputs;

  Coordinates(PointLook look, Point start) {
    this(look.points(), start, look.screen().inputs(start), look.screen()::place);
  }

  /** Of points that are not put into a program. */
  Coordinates(Points points, Point start) {
    this(points, start, new double[0], variable -> -1);
  }

  private Coordinates(Points points, Point start, double[] inputs, ToIntFunction<Variable> place) {
    this.start = start;
    this.inputs = inputs;
    for (Variable variable : points.variables()) {
      Chart.of(points.sampler().domain(variable), variable)
          .ifPresent(chart -> charts.put(variable, chart));
      places.put(variable, place.applyAsInt(variable));
    }
    first =
        charts.entrySet().stream()
            .flatMapToDouble(e -> Arrays.stream(e.getValue().coordinates(start.of(e.getKey()))))
            .toArray();
  }

  double[] first() {
    return first.clone();
  }

  /** The doubles of a point, in the order of the program; reused by the next call. */
  Optional<double[]> inputs(double[] coordinates) {
    int from = 0;
    for (Map.Entry<Variable, Chart> chart : charts.entrySet()) {
      int count = count(chart);
      Optional<double[]> entries =
          chart.getValue().entries(Arrays.copyOfRange(coordinates, from, from + count));
      from += count;
      if (entries.isEmpty()) {
        return Optional.empty();
      }
      int place = places.get(chart.getKey());
      if (place >= 0) {
        System.arraycopy(entries.get(), 0, inputs, place, entries.get().length);
      }
    }
    return Optional.of(inputs);
  }

  /** A point, its coordinates made exact one by one, if it is in the domains. */
  Optional<Point> point(double[] coordinates, DoubleFunction<Rational> rounding) {
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>(start.values());
    int next = 0;
    for (Map.Entry<Variable, Chart> chart : charts.entrySet()) {
      List<Rational> own = new ArrayList<>();
      for (int k = count(chart); k > 0; k--) {
        own.add(rounding.apply(coordinates[next++]));
      }
      Optional<List<Rational>> entries = chart.getValue().exact(own);
      if (entries.isEmpty()) {
        return Optional.empty();
      }
      values.put(chart.getKey(), entries.get());
    }
    return Optional.of(new Point(values));
  }

  private static int count(Map.Entry<Variable, Chart> chart) {
    Variable variable = chart.getKey();
    return chart.getValue() instanceof Chart.Mirrored m ? m.n() * (m.n() + 1) / 2 : variable.size();
  }
}
