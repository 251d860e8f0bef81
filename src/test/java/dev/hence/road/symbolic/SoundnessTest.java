package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoundnessTest {
  private static final int SEEDS = 1200;

  /**
   * What the algebra alone calls 0 is 0 at every sampled point where both sides are defined, even
   * after rewrites that hold on some branch only.
   */
  @Test
  void neverReducesWhatDiffersSomewhere() {
    int zeros = 0;
    int different = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomTerms random = new RandomTerms(seed);
      Rewrites rewrites = new Rewrites(random.terms, new SplittableRandom(seed));
      Term left = random.next(2 + (int) (seed % 3));
      Term right = rewrites.once(left);
      for (int i = 0; i < seed % 3; i++) {
        right = rewrites.once(right);
      }
      boolean zero =
          ZeroTest.test(
                      random.terms,
                      left,
                      right,
                      Conditions.of(random.terms, left),
                      Duration.ofMillis(300))
                  .byAlgebra()
              instanceof Reduction.Zero;
      boolean differs = differ(left, right, seed);
      assertThat(zero && differs).describedAs("seed %d: %s = %s", seed, left, right).isFalse();
      zeros += zero ? 1 : 0;
      different += differs ? 1 : 0;
    }
    assertThat(zeros).isGreaterThan(SEEDS / 3);
    assertThat(different).isGreaterThan(SEEDS / 5);
  }

  private static boolean differ(Term left, Term right, long seed) {
    for (int i = 0; i < 60; i++) {
      DoublePoint point = new DoublePoint(new SplittableRandom(seed * 100 + i), 0.4 * (i % 7 + 1));
      DoublePoint.Value l = point.of(left);
      DoublePoint.Value r = point.of(right);
      double gap = Math.abs(l.value() - r.value());
      if (l.finite() && r.finite() && gap > 1e4 * (l.error() + r.error()) + 1e-12) {
        return true;
      }
    }
    return false;
  }
}
