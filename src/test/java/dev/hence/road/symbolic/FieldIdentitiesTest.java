package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldIdentitiesTest {
  private static final Duration BUDGET = Duration.ofSeconds(10);

  static List<Notation.Claim> trueOnes() {
    return FieldIdentities.trueOnes();
  }

  static List<Notation.Claim> falseOnes() {
    List<Notation.Claim> all = new java.util.ArrayList<>(FieldIdentities.falseOnes());
    all.addAll(Identities.falseOnes());
    return all;
  }

  @ParameterizedTest
  @MethodSource("trueOnes")
  void reducesWhatIsTrue(Notation.Claim claim) {
    Reduction reduction = ZeroTest.decide(claim.terms(), claim.left(), claim.right(), BUDGET);
    assertThat(reduction).isInstanceOf(Reduction.Zero.class);
  }

  @ParameterizedTest
  @MethodSource("falseOnes")
  void reducesNothingFalse(Notation.Claim claim) {
    Reduction reduction = ZeroTest.decide(claim.terms(), claim.left(), claim.right(), BUDGET);
    assertThat(reduction).isNotInstanceOf(Reduction.Zero.class);
  }

  /** The look at sample points is a shortcut; without it the algebra has to hold by itself. */
  @ParameterizedTest
  @MethodSource("falseOnes")
  void reducesNothingFalseWithoutSamples(Notation.Claim claim) {
    Reduction reduction =
        ZeroTest.test(
                claim.terms(),
                claim.left(),
                claim.right(),
                Conditions.of(claim.terms(), claim.left()),
                Duration.ofSeconds(3))
            .byAlgebra();
    assertThat(reduction).isNotInstanceOf(Reduction.Zero.class);
  }
}
