package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A quick look in doubles at random points of the domain, with a running estimate of rounding
 * errors. It keeps the dear methods from what is plainly false, and a 0 from being claimed where
 * nothing is defined. No evidence either way: that is the numeric road's business.
 *
 * @param evaluable points at which both sides have a finite value
 * @param unequal points at which they differ by far more than rounding explains
 */
record Sampling(int evaluable, int unequal) {
  private static final int POINTS = 6;
  private static final int MOST_TRIES = 300;
  private static final double CLEARLY = 1000;

  /** Compares the sides at points where both are defined and the conditions hold. */
  static Sampling of(Term left, Term right, List<Conditions.Condition> facts) {
    int evaluable = 0;
    int unequal = 0;
    for (DoublePoint point : points(left, right, facts)) {
      DoublePoint.Value l = point.of(left);
      DoublePoint.Value r = point.of(right);
      evaluable++;
      unequal += Math.abs(l.value() - r.value()) > CLEARLY * (l.error() + r.error()) ? 1 : 0;
    }
    return new Sampling(evaluable, unequal);
  }

  /** Whether a term differs clearly from 0 at all such points. */
  static boolean nonzero(Term term, Term left, Term right, List<Conditions.Condition> facts) {
    List<DoublePoint.Value> values =
        points(left, right, facts).stream().map(point -> point.of(term)).toList();
    return !values.isEmpty()
        && values.stream().allMatch(v -> Math.abs(v.value()) > CLEARLY * v.error());
  }

  /** Whether a term is clearly negative at a point: a hint where not to look further. */
  static boolean looksNegative(Term term, List<Conditions.Condition> facts) {
    return points(term, facts).stream().anyMatch(point -> isClearlyNegative(point.of(term)));
  }

  /** Points at which a term is defined and the facts hold. */
  static List<DoublePoint> points(Term term, List<Conditions.Condition> facts) {
    return points(term, term, facts);
  }

  /** Whether something clearly negative is among the values. */
  static boolean isClearlyNegative(DoublePoint.Value value) {
    return value.value() < -CLEARLY * value.error();
  }

  private static List<DoublePoint> points(Term left, Term right, List<Conditions.Condition> facts) {
    SplittableRandom random = new SplittableRandom(20_240_229);
    List<DoublePoint> points = new ArrayList<>();
    for (int i = 0; i < MOST_TRIES && points.size() < POINTS; i++) {
      DoublePoint point = new DoublePoint(random.split(), i % 3 == 0 ? 0.5 : i % 3 == 1 ? 1.5 : 4);
      if (facts.stream().allMatch(fact -> holds(fact, point))
          && point.of(left).finite()
          && point.of(right).finite()) {
        points.add(point);
      }
    }
    return points;
  }

  private static boolean holds(Conditions.Condition fact, DoublePoint point) {
    double value = point.of(fact.term()).value();
    return switch (fact.relation()) {
      case NONZERO -> value != 0;
      case POSITIVE -> value > 0;
      case NONNEGATIVE -> value >= 0;
    };
  }
}
