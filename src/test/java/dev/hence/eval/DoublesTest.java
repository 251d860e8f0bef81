package dev.hence.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoublesTest {
  private final Doubles field = new Doubles();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void exponentiatesMatricesToFourteenDigits(long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(6);
    double[] matrix = random.doubles((long) n * n, -1, 1).map(x -> (float) x).toArray();
    List<Double> actual =
        field.matrixExponential(n, IntStream.range(0, n * n).mapToObj(i -> matrix[i]).toList());
    Enclosures enclosures = new Enclosures(40);
    List<Enclosure> exact =
        enclosures.matrixExponential(
            n,
            IntStream.range(0, n * n)
                .mapToObj(i -> enclosures.of(Rational.of(matrix[i])))
                .toList());
    double norm = exact.stream().mapToDouble(e -> Math.abs(e.toDouble())).max().orElseThrow();
    for (int i = 0; i < n * n; i++) {
      assertThat(actual.get(i)).isCloseTo(exact.get(i).toDouble(), within(2e-14 * norm));
    }
  }

  @Test
  void exponentiatesMatricesOfLargeNorm() {
    List<Double> decay = field.matrixExponential(2, List.of(-500.0, 499.0, 499.0, -500.0));
    // The eigenvalues are −1 and −999.
    assertThat(decay.get(0)).isCloseTo(Math.exp(-1) / 2, within(1e-11));
    assertThat(decay.get(1)).isCloseTo(Math.exp(-1) / 2, within(1e-11));
    fails(EvaluationException.Reason.OVERFLOW, () -> field.matrixExponential(1, List.of(1000.0)));
  }

  @Test
  void namesTheReasonForHavingNoValue() {
    fails(EvaluationException.Reason.DOMAIN, () -> field.divide(1.0, 0.0));
    fails(EvaluationException.Reason.DOMAIN, () -> field.power(0.0, -2));
    fails(EvaluationException.Reason.DOMAIN, () -> field.power(-1.0, 0.5));
    fails(EvaluationException.Reason.DOMAIN, () -> field.root(-1.0, 4));
    fails(EvaluationException.Reason.DOMAIN, () -> field.apply(ElementaryFunction.LOG, 0.0));
    fails(EvaluationException.Reason.DOMAIN, () -> field.apply(ElementaryFunction.ARCSIN, 1.5));
    fails(EvaluationException.Reason.OVERFLOW, () -> field.apply(ElementaryFunction.EXP, 1e3));
    fails(EvaluationException.Reason.OVERFLOW, () -> field.multiply(1e200, 1e200));
    fails(EvaluationException.Reason.KINK, () -> field.select(0.0, 1.0, 2.0));
  }

  @Test
  void computesPowersAndRoots() {
    assertThat(field.power(-2.0, 5)).isEqualTo(-32);
    assertThat(field.power(2.0, -3)).isEqualTo(0.125);
    assertThat(field.power(0.0, 0)).isEqualTo(1);
    assertThat(field.root(-32.0, 5)).isCloseTo(-2, within(1e-15));
    assertThat(field.root(-27.0, 3)).isEqualTo(-3);
    assertThat(field.power(4.0, 1.5)).isEqualTo(8);
  }

  private static void fails(EvaluationException.Reason reason, ThrowingCallable evaluation) {
    assertThatThrownBy(evaluation)
        .isInstanceOfSatisfying(
            EvaluationException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
