package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentitiesTest {
  private static final Duration BUDGET = Duration.ofSeconds(10);

  static List<Notation.Claim> trueOnes() {
    return Identities.trueOnes();
  }

  static List<Notation.Claim> falseOnes() {
    return Identities.falseOnes();
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

  @Test
  void hasThemAll() {
    assertThat(trueOnes()).hasSize(32);
    assertThat(falseOnes()).hasSize(11);
  }
}
