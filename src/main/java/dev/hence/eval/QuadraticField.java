package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.List;

/** Arithmetic of polynomials of degree 2 at most. */
final class QuadraticField implements Field<Quadratic> {
  private static final Rationals RATIONALS = new Rationals();

  @Override
  public Quadratic of(Rational value) {
    return Quadratic.of(value);
  }

  @Override
  public Quadratic pi() {
    return Quadratic.UNKNOWN;
  }

  @Override
  public boolean isZero(Quadratic a) {
    return a.isZero();
  }

  @Override
  public Quadratic add(Quadratic a, Quadratic b) {
    return a.plus(b);
  }

  @Override
  public Quadratic subtract(Quadratic a, Quadratic b) {
    return a.plus(negate(b));
  }

  @Override
  public Quadratic multiply(Quadratic a, Quadratic b) {
    return a.times(b);
  }

  @Override
  public Quadratic negate(Quadratic a) {
    return a.times(Quadratic.of(Rational.of(-1)));
  }

  @Override
  public Quadratic divide(Quadratic a, Quadratic b) {
    return a.times(Quadratic.of(RATIONALS.divide(Rational.ONE, constant(b))));
  }

  @Override
  public Quadratic power(Quadratic base, int exponent) {
    if (exponent < 0) {
      return Quadratic.of(RATIONALS.power(constant(base), exponent));
    }
    Quadratic power = Quadratic.of(Rational.ONE);
    for (int k = 0; k < exponent; k++) {
      power = power.times(base);
    }
    return power;
  }

  @Override
  public Quadratic power(Quadratic base, Quadratic exponent) {
    return Quadratic.of(RATIONALS.power(constant(base), constant(exponent)));
  }

  @Override
  public Quadratic root(Quadratic a, int n) {
    return Quadratic.of(RATIONALS.root(constant(a), n));
  }

  /** Functions that have a value everywhere are unknown; others must have one here. */
  @Override
  public Quadratic apply(ElementaryFunction function, Quadratic a) {
    return switch (function) {
      case EXP, SIN, COS, TANH, SINH, COSH, ARCTAN, ARSINH, ERF -> total(function, a);
      default -> Quadratic.of(RATIONALS.apply(function, constant(a)));
    };
  }

  private static Quadratic total(ElementaryFunction function, Quadratic a) {
    boolean vanishes = a.isZero() && function != ElementaryFunction.EXP;
    boolean odd = function != ElementaryFunction.COS && function != ElementaryFunction.COSH;
    return vanishes && odd ? a : Quadratic.UNKNOWN;
  }

  @Override
  public Quadratic select(Quadratic condition, Quadratic ifPositive, Quadratic ifNegative) {
    return RATIONALS.select(constant(condition), Rational.ONE, Rational.ZERO).signum() > 0
        ? ifPositive
        : ifNegative;
  }

  @Override
  public List<Quadratic> matrixExponential(int n, List<Quadratic> entries) {
    return RATIONALS.matrixExponential(n, entries.stream().map(this::constant).toList()).stream()
        .map(Quadratic::of)
        .toList();
  }

  private Rational constant(Quadratic a) {
    return a.constant()
        .orElseThrow(() -> EvaluationException.unsupported("what is no polynomial of degree 2"));
  }
}
