package dev.hence.road.symbolic;

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
  private static final int MOST_TRIES = 120;
  private static final double CLEARLY = 1000;

  /** Whether a term differs clearly from 0 at sampled points at which both sides are defined. */
  static boolean nonzero(Term term, Term left, Term right) {
    SplittableRandom random = new SplittableRandom(20_240_301);
    int found = 0;
    for (int i = 0; i < MOST_TRIES && found < POINTS; i++) {
      DoublePoint point = point(random, i);
      DoublePoint.Value value = point.of(term);
      if (point.of(left).finite() && point.of(right).finite() && value.finite()) {
        if (Math.abs(value.value()) <= CLEARLY * value.error()) {
          return false;
        }
        found++;
      }
    }
    return found > 0;
  }

  private static DoublePoint point(SplittableRandom random, int i) {
    return new DoublePoint(random.split(), i % 3 == 0 ? 0.5 : i % 3 == 1 ? 1.5 : 4);
  }

  static Sampling of(Term left, Term right) {
    SplittableRandom random = new SplittableRandom(20_240_229);
    int evaluable = 0;
    int unequal = 0;
    for (int i = 0; i < MOST_TRIES && evaluable < POINTS; i++) {
      DoublePoint point = point(random, i);
      DoublePoint.Value l = point.of(left);
      DoublePoint.Value r = point.of(right);
      if (l.finite() && r.finite()) {
        evaluable++;
        unequal += Math.abs(l.value() - r.value()) > CLEARLY * (l.error() + r.error()) ? 1 : 0;
      }
    }
    return new Sampling(evaluable, unequal);
  }
}
