package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomFormTest {
  /** The term over atoms, the atoms replaced by what they stand for, has the value of the term. */
  @ParameterizedTest
  @EnumSource(AtomForm.Stage.class)
  void keepsValues(AtomForm.Stage stage) {
    int compared = 0;
    int lost = 0;
    for (long seed = 0; seed < 6000; seed++) {
      RandomTerms random = new RandomTerms(seed);
      Term term = random.next(2 + (int) (seed % 4));
      Atomised form;
      try {
        form =
            AtomForm.of(
                random.terms,
                term,
                random.terms.zero(),
                List.of(),
                stage,
                Deadline.in(Duration.ofSeconds(5)));
      } catch (Undefined e) {
        continue;
      }
      for (int i = 0; i < 4; i++) {
        DoublePoint point = new DoublePoint(new SplittableRandom(seed + 1000L * i), 1.5);
        DoublePoint.Value expected = point.of(term);
        point.assign(form.definitions());
        DoublePoint.Value actual = point.of(form.left());
        if (expected.finite() && !actual.finite()) {
          System.out.println("LOST " + term + "  AS " + form.left() + " :: " + expected);
          lost++;
        }
        if (expected.finite() && expected.error() < 1e-6 && actual.error() < 1e-3) {
          compared++;
          assertThat(actual.value())
              .describedAs("seed %d: %s as %s", seed, term, form.left())
              .isCloseTo(
                  expected.value(),
                  org.assertj.core.data.Offset.offset(
                      1e-9 * Math.max(1, Math.abs(expected.value()))
                          + 1e4 * (expected.error() + actual.error())));
        }
      }
    }
    System.out.println("compared " + compared + " lost " + lost);
    assertThat(compared).isGreaterThan(8000);
  }
}
