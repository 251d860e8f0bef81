package dev.hence.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.expr.Rational;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** E z^{2m} = (2m − 1)!! v^m for a centred normal z of variance v; independent ones multiply. */
class MomentRuleTest {
  private static final MomentRule<Rational> RULE = new MomentRule<>(new Rationals());

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 20})
  void isExactUpToItsDegree(int degree) {
    Rational variance = Rational.of(3, 2);
    for (int power = 0; power <= degree; power++) {
      assertThat(mean(List.of(variance), degree, List.of(power)))
          .as("E z^%d", power)
          .isEqualTo(moment(power, variance));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 8})
  void isNotExactBeyond(int degree) {
    Rational variance = Rational.of(2);
    assertThat(mean(List.of(variance), degree, List.of(degree + 2)))
        .isNotEqualTo(moment(degree + 2, variance));
  }

  @Test
  void multipliesIndependentCoordinates() {
    List<Rational> variances = List.of(Rational.of(2), Rational.of(1, 3), Rational.of(5));
    for (int a = 0; a <= 6; a++) {
      for (int b = 0; a + b <= 6; b++) {
        int c = 6 - a - b;
        Rational expected =
            moment(a, variances.get(0))
                .times(moment(b, variances.get(1)))
                .times(moment(c, variances.get(2)));
        assertThat(mean(variances, 6, List.of(a, b, c))).isEqualTo(expected);
      }
    }
  }

  @Test
  void holdsWithoutVariance() {
    assertThat(mean(List.of(Rational.ZERO), 6, List.of(4))).isEqualTo(Rational.ZERO);
    assertThat(mean(List.of(Rational.ZERO), 6, List.of(0))).isEqualTo(Rational.ONE);
  }

  @Test
  void hasFewNodesInManyCoordinates() {
    assertThat(RULE.nodes(Collections.nCopies(6, Rational.ONE), 4)).hasSizeLessThan(100);
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThatThrownBy(() -> RULE.nodes(List.of(Rational.ONE), 26))
        .isInstanceOf(EvaluationException.class);
    assertThatThrownBy(() -> RULE.nodes(Collections.nCopies(20, Rational.ONE), 12))
        .isInstanceOf(EvaluationException.class);
  }

  private static Rational mean(List<Rational> variances, int degree, List<Integer> powers) {
    Rational sum = Rational.ZERO;
    for (MomentRule.Node<Rational> node : RULE.nodes(variances, degree)) {
      Rational value = node.weight();
      for (int k = 0; k < powers.size(); k++) {
        value = value.times(Rational.of(node.offsets().get(k)).power(powers.get(k)));
      }
      sum = sum.plus(value);
    }
    return sum;
  }

  private static Rational moment(int power, Rational variance) {
    if (power % 2 == 1) {
      return Rational.ZERO;
    }
    Rational moment = Rational.ONE;
    for (int k = power - 1; k > 0; k -= 2) {
      moment = moment.times(Rational.of(k)).times(variance);
    }
    return moment;
  }
}
