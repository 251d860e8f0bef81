package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoundnessTest {
  /** What the algebra alone calls 0 is 0 at every sampled point of the left side's domain. */
  @Test
  void neverReducesWhatDiffersSomewhere() {
    int zeros = 0;
    int refused = 0;
    int missed = 0;
    for (long seed = 0; seed < Integer.getInteger("seeds", 3000); seed++) {
      RandomTerms random = new RandomTerms(seed);
      Rewrites rewrites = new Rewrites(random.terms, new SplittableRandom(seed));
      Term left = random.next(2 + (int) (seed % 3));
      Term right = rewrites.once(left);
      for (int i = 0; i < seed % 3; i++) {
        right = rewrites.once(right);
      }
      Reduction reduction =
          ZeroTest.test(
                  random.terms,
                  left,
                  right,
                  Conditions.of(random.terms, left),
                  Duration.ofMillis(500))
              .byAlgebra();
      int different = 0;
      int same = 0;
      for (int i = 0; i < 60; i++) {
        DoublePoint point = new DoublePoint(new SplittableRandom(seed * 100 + i), 0.4 * (i % 7 + 1));
        DoublePoint.Value l = point.of(left);
        DoublePoint.Value r = point.of(right);
        if (l.finite() && r.finite()) {
          boolean differs = Math.abs(l.value() - r.value()) > 1e4 * (l.error() + r.error()) + 1e-12;
          different += differs ? 1 : 0;
          same += differs ? 0 : 1;
        }
      }
      if (reduction instanceof Reduction.Zero) {
        zeros++;
        assertThat(different).describedAs("seed %d: %s = %s", seed, left, right).isZero();
      } else if (different > 0) {
        refused++;
      } else if (same > 5) {
        missed++;
        System.out.println("MISSED " + seed + ": " + left + "  ===  " + right + " :: " + reduction);
      }
    }
    System.out.printf("zeros %d refused %d missed %d%n", zeros, refused, missed);
  }
}
