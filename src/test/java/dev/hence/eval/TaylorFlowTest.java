package dev.hence.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaylorFlowTest {
  private static final int ORDER = 7;

  private final Tape tape = new Tape(1000);
  private final Tape.Node x = tape.input(0);
  private final Tape.Node y = tape.input(1);
  private final SeriesField<Rational> field = new SeriesField<>(new Rationals(), ORDER);
  private final TaylorFlow<Rational> flow = new TaylorFlow<>(field);

  private static Rational q(long numerator, long denominator) {
    return Rational.of(numerator, denominator);
  }

  @Test
  void growthIsExponential() {
    Tape one = new Tape(10);
    Series<Rational> solution =
        flow.solve(one.program(List.of(one.input(0))), List.of(Rational.of(3)), List.of())
            .getFirst();
    assertThat(solution.coefficients())
        .containsExactly(q(3, 1), q(3, 1), q(3, 2), q(1, 2), q(1, 8), q(1, 40), q(1, 240));
    assertThat(solution.order()).isEqualTo(ORDER);
  }

  @Test
  void quadraticDecayIsAGeometricSeries() {
    // x' = −x², x(0) = 2: x = 2/(1 + 2T).
    Tape one = new Tape(10);
    Tape.Node z = one.input(0);
    Series<Rational> solution =
        flow.solve(
                one.program(List.of(one.negate(one.power(z, 2)))),
                List.of(Rational.of(2)),
                List.of())
            .getFirst();
    for (int k = 0; k < ORDER; k++) {
      assertThat(field.coefficient(solution, k))
          .isEqualTo(Rational.of(-2).power(k).times(Rational.of(2)));
    }
  }

  @Test
  void theOscillatorIsSineAndCosine() {
    List<Series<Rational>> solution =
        flow.solve(
            tape.program(List.of(y, tape.negate(x))),
            List.of(Rational.ZERO, Rational.ONE),
            List.of());
    assertThat(solution.get(0)).isEqualTo(field.apply(ElementaryFunction.SIN, field.variable()));
    assertThat(solution.get(1)).isEqualTo(field.apply(ElementaryFunction.COS, field.variable()));
  }

  @Test
  void logisticGrowthHasTheSeriesOfTanh() {
    // x' = x (1 − x), x(0) = ½: x = ½ + ½ tanh(T/2).
    Tape one = new Tape(10);
    Tape.Node z = one.input(0);
    Program rightSide = one.program(List.of(one.multiply(z, one.subtract(one.one(), z))));
    Series<Rational> solution = flow.solve(rightSide, List.of(q(1, 2)), List.of()).getFirst();
    assertThat(solution.coefficients())
        .containsExactly(q(1, 2), q(1, 4), q(0, 1), q(-1, 48), q(0, 1), q(1, 480));
  }

  @Test
  void parametersMayBeTheTime() {
    // x' = c T x, x(0) = 1: x = exp(c T²/2).
    Tape three = new Tape(20);
    Tape.Node product =
        three.multiply(three.multiply(three.input(1), three.input(2)), three.input(0));
    Series<Rational> solution =
        flow.solve(
                three.program(List.of(product)),
                List.of(Rational.ONE),
                List.of(field.of(6), field.variable()))
            .getFirst();
    assertThat(solution.coefficients())
        .containsExactly(q(1, 1), q(0, 1), q(3, 1), q(0, 1), q(9, 2), q(0, 1), q(9, 2));
  }

  @Test
  void worksInEnclosuresAndDoubles() {
    Tape one = new Tape(10);
    Program rightSide = one.program(List.of(one.apply(ElementaryFunction.COS, one.input(0))));
    // x' = cos x, x(0) = 0 is the Gudermannian: T − T³/6 + T⁵/24.
    Enclosures enclosures = new Enclosures(60);
    SeriesField<Enclosure> series = new SeriesField<>(enclosures, 6);
    Series<Enclosure> solution =
        new TaylorFlow<>(series).solve(rightSide, List.of(enclosures.zero()), List.of()).getFirst();
    assertThat(series.coefficient(solution, 5).contains(q(1, 24))).isTrue();
    assertThat(series.coefficient(solution, 5).radius()).isLessThan(new BigDecimal("1e-58"));
    SeriesField<Double> doubles = new SeriesField<>(new Doubles(), 6);
    Series<Double> inDoubles =
        new TaylorFlow<>(doubles).solve(rightSide, List.of(0.0), List.of()).getFirst();
    assertThat(doubles.coefficient(inDoubles, 3)).isEqualTo(-1.0 / 6);
  }

  @Test
  void saysWhenTheRightSideLosesOrders() {
    // x' = (x − 1)/T with x(0) = 1 has many solutions; nothing beyond x(0) is determined.
    Program rightSide = tape.program(List.of(tape.divide(tape.subtract(x, tape.one()), y)));
    assertThatThrownBy(
            () -> flow.solve(rightSide, List.of(Rational.ONE), List.of(field.variable())))
        .isInstanceOf(EvaluationException.class)
        .extracting(e -> ((EvaluationException) e).reason())
        .isEqualTo(EvaluationException.Reason.INDETERMINATE);
  }
}
