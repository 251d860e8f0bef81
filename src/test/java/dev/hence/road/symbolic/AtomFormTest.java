package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomFormTest {
  private static final int SEEDS = 1500;

  private static Optional<Atomised> form(RandomTerms random, Term term, AtomForm.Stage stage) {
    try {
      return Optional.of(
          AtomForm.of(
              random.terms,
              term,
              random.terms.zero(),
              List.of(),
              stage,
              Deadline.in(Duration.ofSeconds(5))));
    } catch (Undefined e) {
      return Optional.empty();
    }
  }

  /**
   * With the atoms replaced by what they stand for, a term over atoms has the value of the term.
   */
  @ParameterizedTest
  @EnumSource(AtomForm.Stage.class)
  void keepsValues(AtomForm.Stage stage) {
    int compared = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomTerms random = new RandomTerms(seed);
      Term term = random.next(2 + (int) (seed % 4));
      Optional<Atomised> form = form(random, term, stage);
      for (int i = 0; i < 4 && form.isPresent(); i++) {
        DoublePoint point = new DoublePoint(new SplittableRandom(seed + 1000L * i), 1.5);
        DoublePoint.Value expected = point.of(term);
        point.assign(form.get().definitions());
        DoublePoint.Value actual = point.of(form.get().left());
        String what = "seed " + seed + ": " + term + " as " + form.get().left();
        if (expected.finite() && actual.finite() && actual.error() < 1e-3) {
          double slack = 1e-9 * Math.max(1, Math.abs(expected.value()));
          double rounding = 1e4 * (expected.error() + actual.error());
          assertThat(actual.value())
              .describedAs(what)
              .isCloseTo(expected.value(), Offset.offset(slack + rounding));
          compared++;
        } else if (expected.finite() && !random.hasSelect(term) && !overflows(point, form.get())) {
          assertThat(actual.value()).describedAs(what).isNotNaN();
        }
      }
    }
    assertThat(compared).isGreaterThan(2 * SEEDS);
  }

  private static boolean overflows(DoublePoint point, Atomised form) {
    return form.definitions().keySet().stream()
        .anyMatch(atom -> Double.isInfinite(point.of(atom).value()));
  }

  /** Every relation holds of what its atoms stand for. */
  @ParameterizedTest
  @EnumSource(AtomForm.Stage.class)
  void relatesAtomsRightly(AtomForm.Stage stage) {
    int compared = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomTerms random = new RandomTerms(seed);
      Optional<Atomised> form = form(random, random.next(2 + (int) (seed % 4)), stage);
      if (form.isEmpty()) {
        continue;
      }
      DoublePoint point = new DoublePoint(new SplittableRandom(seed), 1.5);
      point.assign(form.get().definitions());
      for (Relation relation : form.get().relations()) {
        Terms t = random.terms;
        Term gap =
            switch (relation) {
              case Relation.Algebraic a ->
                  t.minus(t.power(a.symbol(), a.degree()), random.term(a.value()));
              case Relation.Inverse i ->
                  t.minus(t.product(i.symbol(), random.term(i.divisor())), t.one());
            };
        DoublePoint.Value value = point.of(gap);
        if (value.finite()) {
          assertThat(value.value())
              .describedAs("seed %d: %s", seed, relation)
              .isCloseTo(0, Offset.offset(1e-9 + 1e4 * value.error()));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(SEEDS / 2);
  }
}
