package dev.hence.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RationalsTest {
  private final Rationals field = new Rationals();

  private static Rational q(long numerator, long denominator) {
    return Rational.of(numerator, denominator);
  }

  @ParameterizedTest
  @CsvSource({
    "EXP, 0, 1",
    "LOG, 1, 0",
    "SQRT, 0, 0",
    "SQRT, 49, 7",
    "SIN, 0, 0",
    "COS, 0, 1",
    "TAN, 0, 0",
    "ARCSIN, 0, 0",
    "ARCCOS, 1, 0",
    "ARCTAN, 0, 0",
    "SINH, 0, 0",
    "COSH, 0, 1",
    "TANH, 0, 0",
    "ARSINH, 0, 0",
    "ARCOSH, 1, 0",
    "ARTANH, 0, 0",
    "ERF, 0, 0"
  })
  void knowsTheRationalValuesOfFunctions(ElementaryFunction function, int x, int y) {
    assertThat(field.apply(function, Rational.of(x))).isEqualTo(Rational.of(y));
  }

  @ParameterizedTest
  @EnumSource(ElementaryFunction.class)
  void refusesValuesThatAreNotRational(ElementaryFunction function) {
    Rational at = q(function == ElementaryFunction.ARCOSH ? 3 : 1, 2);
    fails(EvaluationException.Reason.INEXACT, () -> field.apply(function, at));
  }

  @Test
  void takesRootsOfPerfectPowersOnly() {
    assertThat(field.root(q(-27, 8), 3)).isEqualTo(q(-3, 2));
    assertThat(field.root(Rational.of(7).power(35), 35)).isEqualTo(Rational.of(7));
    assertThat(field.root(Rational.of(1L << 40), 40)).isEqualTo(Rational.of(2));
    assertThat(field.power(q(4, 9), q(-3, 2))).isEqualTo(q(27, 8));
    fails(EvaluationException.Reason.INEXACT, () -> field.root(q(28, 8), 3));
    fails(EvaluationException.Reason.INEXACT, () -> field.root(Rational.of(2), 1_000_000_007));
    fails(EvaluationException.Reason.INEXACT, () -> field.power(q(1, 2), q(1, 2)));
    fails(EvaluationException.Reason.DOMAIN, () -> field.root(Rational.of(-4), 2));
  }

  @Test
  void definesPowersOfZero() {
    assertThat(field.power(Rational.ZERO, 0)).isEqualTo(Rational.ONE);
    assertThat(field.power(Rational.ZERO, 5)).isEqualTo(Rational.ZERO);
    fails(EvaluationException.Reason.DOMAIN, () -> field.power(Rational.ZERO, -1));
    fails(EvaluationException.Reason.DOMAIN, () -> field.power(Rational.ZERO, Rational.ONE));
    assertThat(field.power(Rational.of(-1), Integer.MIN_VALUE)).isEqualTo(Rational.ONE);
    assertThat(field.power(Rational.of(-1), Integer.MAX_VALUE)).isEqualTo(Rational.of(-1));
  }

  @Test
  void refusesToGrowWithoutBound() {
    fails(EvaluationException.Reason.UNSUPPORTED, () -> field.power(q(3, 2), 1_000_000_000));
    fails(EvaluationException.Reason.UNSUPPORTED, () -> field.power(q(1, 2), Integer.MIN_VALUE));
    Rational large = field.power(Rational.of(2), 19_000);
    fails(EvaluationException.Reason.UNSUPPORTED, () -> field.multiply(large, large));
    assertThat(large.numerator()).isEqualTo(BigInteger.TWO.pow(19_000));
  }

  @Test
  void exponentiatesNilpotentMatrices() {
    // N = [[1, −1], [1, −1]] has N² = 0 without being triangular.
    List<Rational> nilpotent = List.of(q(1, 1), q(-1, 1), q(1, 1), q(-1, 1));
    assertThat(field.matrixExponential(2, nilpotent))
        .containsExactly(q(2, 1), q(-1, 1), q(1, 1), q(0, 1));
    fails(
        EvaluationException.Reason.INEXACT,
        () -> field.matrixExponential(1, List.of(Rational.ONE)));
  }

  @Test
  void theKinkIsAtZeroOnly() {
    fails(
        EvaluationException.Reason.KINK,
        () -> field.select(Rational.ZERO, Rational.ONE, Rational.ONE));
    assertThat(field.select(q(1, 1000), q(1, 1), q(2, 1))).isEqualTo(q(1, 1));
    assertThat(field.select(q(-1, 1000), () -> field.divide(q(1, 1), Rational.ZERO), () -> q(2, 1)))
        .isEqualTo(q(2, 1));
  }

  private static void fails(EvaluationException.Reason reason, ThrowingCallable evaluation) {
    assertThatThrownBy(evaluation)
        .isInstanceOfSatisfying(
            EvaluationException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
