package dev.hence.road.numeric;

import dev.hence.eval.PointProgram;
import dev.hence.eval.Runner;
import dev.hence.eval.Variable;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import dev.hence.verdict.Restriction;
import dev.hence.verdict.Universal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A restriction that holds for all values of some names. At a point, which says what its functions
 * are, it is shown, or only not seen to fail where those names have one of many values.
 */
final class Everywhere {
  private static final int DRAWN = 96;
  private static final int MIXED = 48;
  private static final int PARTS = 8;
  private static final double TOLERANCE = 1e-9;

  private final Universal universal;
  private final Bent bent;
  private final PointProgram program;
  private final Relation relation;
  private final List<Variable> free;
  private final List<Point> points = new ArrayList<>();
  private final List<double[]> drawn = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final Runner runner;
  private final long seed;

  Everywhere(Instance instance, Restriction restriction, long seed) {
    this.seed = seed;
    universal = new Universal(instance, instance.interpretation(), restriction);
    bent = new Bent(instance.interpretation(), restriction);
    relation = restriction.condition().relation();
    program =
        PointProgram.compile(
            instance.interpretation(),
            restriction.assignments(),
            List.of(restriction.condition().left(), restriction.condition().right()));
    Set<Name> names = Set.copyOf(restriction.condition().everywhere());
    free = program.variables().stream().filter(v -> names.contains(v.name())).toList();
    Sampler sampler = new Sampler(free, instance.step().scope(), seed);
    for (int k = 0; k < DRAWN; k++) {
      Point point = sampler.point(k);
      points.add(point);
      drawn.add(
          free.stream()
              .flatMap(v -> point.of(v).stream())
              .mapToDouble(Rational::toDouble)
              .toArray());
    }
    runner = program.program().runner();
    int place = 0;
    for (Variable variable : program.variables()) {
      for (int k = 0; k < variable.size(); k++) {
        if (free.contains(variable)) {
          places.add(place);
        }
        place++;
      }
    }
  }

  /** What it says something of: its functions and numbers. */
  List<Variable> variables() {
    return program.variables().stream().filter(v -> !free.contains(v)).toList();
  }

  boolean isCertain(Point point) {
    return universal.holds(point);
  }

  /** Whether its functions are more at a point than polynomials of degree 2. */
  boolean isBent(Point point) {
    return bent.at(point);
  }

  /** Whether it says nothing of anything that may vary, and fails. */
  boolean isImpossible() {
    return variables().isEmpty() && !isLikely(new Point(new LinkedHashMap<>()));
  }

  /** Whether it is seen to fail nowhere, also beside and between the values that a point has. */
  boolean isLikely(Point point) {
    double[] inputs = new double[program.program().inputs()];
    fill(inputs, point.values());
    for (double[] values : drawn) {
      int next = 0;
      for (int place : places) {
        inputs[place] = values[next++];
      }
      if (!holds(inputs)) {
        return false;
      }
    }
    SplittableRandom random = Seeds.random(seed, MIXED);
    for (int k = 0; k < MIXED; k++) {
      fill(inputs, mixed(point, random));
      if (!holds(inputs)) {
        return false;
      }
    }
    return true;
  }

  /** Sets the inputs that are entries of some variables. */
  private void fill(double[] inputs, Map<Variable, List<Rational>> values) {
    int place = 0;
    for (Variable variable : program.variables()) {
      List<Rational> entries = values.get(variable);
      for (int k = 0; k < variable.size(); k++) {
        inputs[place] = entries == null ? inputs[place] : entries.get(k).toDouble();
        place++;
      }
    }
  }

  private boolean holds(double[] inputs) {
    double[] outputs = new double[program.program().outputs()];
    runner.run(inputs, outputs);
    int half = outputs.length / 2;
    for (int k = 0; k < half; k++) {
      if (!holds(outputs[k], outputs[half + k])) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(double left, double right) {
    double slack = TOLERANCE * (1 + Math.abs(left) + Math.abs(right));
    return switch (relation) {
      case EQUAL, APPROXIMATELY -> Math.abs(left - right) <= slack;
      case NOT_EQUAL -> left != right;
      case LESS, LESS_OR_EQUAL -> left <= right + slack;
      case GREATER, GREATER_OR_EQUAL -> left + slack >= right;
    };
  }

  /** Each name somewhere between two values of the same shape that the point has. */
  private Map<Variable, List<Rational>> mixed(Point point, SplittableRandom random) {
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>();
    for (Variable variable : free) {
      List<List<Rational>> alike =
          point.values().entrySet().stream()
              .filter(e -> isAlike(e.getKey(), variable))
              .map(Map.Entry::getValue)
              .toList();
      if (alike.isEmpty()) {
        values.put(variable, points.get(random.nextInt(DRAWN)).of(variable));
      } else {
        List<Rational> from = alike.get(random.nextInt(alike.size()));
        List<Rational> to = alike.get(random.nextInt(alike.size()));
        values.put(variable, between(from, to, Rational.of(random.nextInt(PARTS + 1), PARTS)));
      }
    }
    return values;
  }

  private static boolean isAlike(Variable a, Variable b) {
    return a.rows() == b.rows() && a.columns() == b.columns();
  }

  private static List<Rational> between(List<Rational> from, List<Rational> to, Rational share) {
    List<Rational> between = new ArrayList<>();
    for (int k = 0; k < from.size(); k++) {
      between.add(from.get(k).plus(share.times(to.get(k).minus(from.get(k)))));
    }
    return between;
  }
}
