package dev.hence.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DualFieldTest {
  private final DualField<Double> dual = new DualField<>(new Doubles(), 2);

  static Stream<Arguments> derivatives() {
    return Stream.of(
        of(ElementaryFunction.EXP, x -> Math.exp(x)),
        of(ElementaryFunction.LOG, x -> 1 / x),
        of(ElementaryFunction.SQRT, x -> 0.5 / Math.sqrt(x)),
        of(ElementaryFunction.SIN, x -> Math.cos(x)),
        of(ElementaryFunction.COS, x -> -Math.sin(x)),
        of(ElementaryFunction.TAN, x -> 1 / (Math.cos(x) * Math.cos(x))),
        of(ElementaryFunction.ARCSIN, x -> 1 / Math.sqrt(1 - x * x)),
        of(ElementaryFunction.ARCCOS, x -> -1 / Math.sqrt(1 - x * x)),
        of(ElementaryFunction.ARCTAN, x -> 1 / (1 + x * x)),
        of(ElementaryFunction.SINH, x -> Math.cosh(x)),
        of(ElementaryFunction.COSH, x -> Math.sinh(x)),
        of(ElementaryFunction.TANH, x -> 1 / (Math.cosh(x) * Math.cosh(x))),
        of(ElementaryFunction.ARSINH, x -> 1 / Math.sqrt(1 + x * x)),
        of(ElementaryFunction.ARTANH, x -> 1 / (1 - x * x)),
        of(ElementaryFunction.ERF, x -> 2 / Math.sqrt(Math.PI) * Math.exp(-x * x)));
  }

  private static Arguments of(ElementaryFunction function, DoubleUnaryOperator derivative) {
    return Arguments.of(function, derivative);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("derivatives")
  void differentiatesElementaryFunctions(
      ElementaryFunction function, DoubleUnaryOperator derivative) {
    for (double x : new double[] {0.1, 0.37, 0.8}) {
      Dual<Double> y = dual.apply(function, dual.variable(x, 1));
      assertThat(dual.partial(y, 1)).isCloseTo(derivative.applyAsDouble(x), within(1e-14));
      assertThat(dual.partial(y, 0)).isZero();
    }
  }

  @Test
  void followsTheRulesOfArithmetic() {
    Dual<Double> x = dual.variable(3.0, 0);
    Dual<Double> y = dual.variable(2.0, 1);
    check(dual.add(x, y), 5, 1, 1);
    check(dual.subtract(x, y), 1, 1, -1);
    check(dual.multiply(x, y), 6, 2, 3);
    check(dual.divide(x, y), 1.5, 0.5, -0.75);
    check(dual.negate(x), -3, -1, 0);
    check(dual.power(x, 4), 81, 108, 0);
    check(dual.power(y, -1), 0.5, 0, -0.25);
    check(dual.power(x, y), 9, 6, 9 * Math.log(3));
    check(dual.root(dual.power(x, 3), 3), 3, 1, 0);
    check(dual.subtract(dual.one(), y), -1, 0, -1);
    check(dual.divide(dual.one(), y), 0.5, 0, -0.25);
  }

  private void check(Dual<Double> actual, double value, double inX, double inY) {
    assertThat(actual.value()).isCloseTo(value, within(1e-14));
    assertThat(dual.partial(actual, 0)).isCloseTo(inX, within(1e-13));
    assertThat(dual.partial(actual, 1)).isCloseTo(inY, within(1e-13));
  }

  @Test
  void integerPowersHaveDerivativesAtAndBelowZero() {
    check(dual.power(dual.variable(0.0, 0), 2), 0, 0, 0);
    check(dual.power(dual.variable(0.0, 0), 1), 0, 1, 0);
    check(dual.power(dual.variable(0.0, 0), 0), 1, 0, 0);
    check(dual.power(dual.variable(-2.0, 0), 3), -8, 12, 0);
    check(dual.root(dual.variable(-8.0, 0), 3), -2, 1.0 / 12, 0);
  }

  @Test
  void refusesDerivativesThatDoNotExist() {
    Dual<Double> zero = dual.variable(0.0, 0);
    assertThatThrownBy(() -> dual.apply(ElementaryFunction.SQRT, zero))
        .isInstanceOf(EvaluationException.class);
    assertThatThrownBy(() -> dual.root(zero, 3)).isInstanceOf(EvaluationException.class);
    assertThatThrownBy(() -> dual.power(zero, dual.variable(1.0, 1)))
        .isInstanceOf(EvaluationException.class);
    assertThat(dual.apply(ElementaryFunction.SQRT, dual.zero()).value()).isZero();
  }

  @Test
  void selectTakesTheDerivativeOfItsBranch() {
    Dual<Double> x = dual.variable(-3.0, 0);
    check(dual.select(x, x, dual.negate(x)), 3, -1, 0);
    check(
        dual.select(x, () -> dual.apply(ElementaryFunction.LOG, x), () -> dual.power(x, 2)),
        9,
        -6,
        0);
    assertThatThrownBy(() -> dual.select(dual.variable(0.0, 0), x, x))
        .isInstanceOfSatisfying(
            EvaluationException.class,
            e -> assertThat(e.reason()).isEqualTo(EvaluationException.Reason.KINK));
  }

  @Test
  void nestsForSecondDerivatives() {
    // f = x³y²: f_xx = 6xy², f_xy = 6x²y, f_yy = 2x³, at (2, 5), exactly.
    DualField<Rational> first = new DualField<>(new Rationals(), 2);
    DualField<Dual<Rational>> second = new DualField<>(first, 2);
    Dual<Dual<Rational>> x = second.variable(first.variable(Rational.of(2), 0), 0);
    Dual<Dual<Rational>> y = second.variable(first.variable(Rational.of(5), 1), 1);
    Dual<Dual<Rational>> f = second.multiply(second.power(x, 3), second.power(y, 2));
    List<Rational> hessian = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        hessian.add(first.partial(second.partial(f, i), j));
      }
    }
    assertThat(hessian)
        .containsExactly(Rational.of(300), Rational.of(120), Rational.of(120), Rational.of(16));
  }

  @Test
  void differentiatesTanhTwice() {
    DualField<Double> first = new DualField<>(new Doubles(), 1);
    DualField<Dual<Double>> second = new DualField<>(first, 1);
    Dual<Dual<Double>> y =
        second.apply(ElementaryFunction.TANH, second.variable(first.variable(0.7, 0), 0));
    double t = Math.tanh(0.7);
    assertThat(first.partial(second.partial(y, 0), 0))
        .isCloseTo(-2 * t * (1 - t * t), within(1e-14));
  }

  /** d/dx (x · d/dy (x + y)) is 1; confused perturbations would say 2. */
  @Test
  void levelsAreNotConfused() {
    DualField<Rational> outer = new DualField<>(new Rationals(), 1);
    DualField<Dual<Rational>> inner = new DualField<>(outer, 1);
    Dual<Rational> x = outer.variable(Rational.ONE, 0);
    Dual<Dual<Rational>> sum = inner.add(inner.constant(x), inner.variable(outer.one(), 0));
    Dual<Rational> product = outer.multiply(x, inner.partial(sum, 0));
    assertThat(outer.partial(product, 0)).isEqualTo(Rational.ONE);
  }

  @Test
  void constantsCarryNoDerivativeWorkOntoATape() {
    Tape tape = new Tape(100);
    DualField<Tape.Node> field = new DualField<>(tape, 3);
    Dual<Tape.Node> c = field.constant(tape.input(0));
    Dual<Tape.Node> x = field.variable(tape.input(1), 2);
    field.apply(ElementaryFunction.SIN, field.multiply(c, c));
    assertThat(tape.size()).isEqualTo(5);
    Dual<Tape.Node> product = field.multiply(c, x);
    assertThat(product.partial(0)).isEmpty();
    assertThat(product.partial(2)).isPresent();
  }

  @Test
  void selectOnATapeSelectsTheDerivativesToo() {
    Tape tape = new Tape(100);
    DualField<Tape.Node> field = new DualField<>(tape, 1);
    Dual<Tape.Node> x = field.variable(tape.input(0), 0);
    Dual<Tape.Node> relu = field.select(x, x, field.zero());
    Program program = tape.program(List.of(relu.value(), field.partial(relu, 0)));
    assertThat(program.run(new Rationals(), List.of(Rational.of(2))))
        .containsExactly(Rational.of(2), Rational.ONE);
    assertThat(program.run(new Rationals(), List.of(Rational.of(-2))))
        .containsExactly(Rational.ZERO, Rational.ZERO);
  }

  @Test
  void differentiatesTheMatrixExponential() {
    // exp of t·[[0, −1], [1, 0]] is the rotation by t.
    Dual<Double> t = dual.variable(0.9, 0);
    List<Dual<Double>> rotation =
        dual.matrixExponential(2, List.of(dual.zero(), dual.negate(t), t, dual.zero()));
    check(rotation.get(0), Math.cos(0.9), -Math.sin(0.9), 0);
    check(rotation.get(2), Math.sin(0.9), Math.cos(0.9), 0);
  }

  /**
   * exp([[a, b], [0, c]]) has the entry b (eᵃ − eᶜ)/(a − c); A and its derivative do not commute.
   */
  @Test
  void differentiatesTheExponentialAlongADirectionThatDoesNotCommute() {
    Dual<Double> a = dual.variable(1.0, 0);
    Dual<Double> c = dual.variable(3.0, 1);
    List<Dual<Double>> e = dual.matrixExponential(2, List.of(a, dual.of(2), dual.zero(), c));
    double entry = Math.exp(3) - Math.E;
    check(e.get(1), entry, -Math.E + entry / 2, Math.exp(3) - entry / 2);
  }
}
