package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Double precision, boxed: for odd jobs; {@link Program#runner()} is the fast way.
 *
 * <p>A result that is infinite or not a number is an {@code OVERFLOW}.
 */
public final class Doubles implements Field<Double> {
  @Override
  public Double of(Rational value) {
    return finite(value.toDouble());
  }

  @Override
  public Double pi() {
    return Math.PI;
  }

  @Override
  public boolean isZero(Double a) {
    return a == 0;
  }

  @Override
  public Double add(Double a, Double b) {
    return finite(a + b);
  }

  @Override
  public Double subtract(Double a, Double b) {
    return finite(a - b);
  }

  @Override
  public Double multiply(Double a, Double b) {
    return finite(a * b);
  }

  @Override
  public Double negate(Double a) {
    return -a;
  }

  @Override
  public Double divide(Double a, Double b) {
    if (b == 0) {
      throw EvaluationException.domain("division by zero");
    }
    return finite(a / b);
  }

  @Override
  public Double power(Double base, int exponent) {
    if (base == 0 && exponent < 0) {
      throw EvaluationException.domain("division by zero");
    }
    return finite(DoubleFunctions.power(base, exponent));
  }

  @Override
  public Double power(Double base, Double exponent) {
    if (base <= 0) {
      throw EvaluationException.domain("real power of " + base);
    }
    return finite(DoubleFunctions.power(base, exponent));
  }

  @Override
  public Double root(Double a, int n) {
    if (a < 0 && n % 2 == 0) {
      throw EvaluationException.domain("even root of " + a);
    }
    return finite(DoubleFunctions.root(a, n));
  }

  @Override
  public Double apply(ElementaryFunction function, Double a) {
    double result = DoubleFunctions.apply(function, a);
    if (Double.isNaN(result)) {
      throw EvaluationException.domain(function.text() + " of " + a);
    }
    return finite(result);
  }

  @Override
  public Double select(Double condition, Double ifPositive, Double ifNegative) {
    return select(condition, () -> ifPositive, () -> ifNegative);
  }

  @Override
  public Double select(Double condition, Supplier<Double> ifPositive, Supplier<Double> ifNegative) {
    if (condition == 0) {
      throw EvaluationException.kink();
    }
    return condition > 0 ? ifPositive.get() : ifNegative.get();
  }

  @Override
  public Double choose(
      Double condition, Supplier<Double> ifNonnegative, Supplier<Double> ifNegative) {
    return condition >= 0 ? ifNonnegative.get() : ifNegative.get();
  }

  @Override
  public List<Double> matrixExponential(int n, List<Double> entries) {
    double[] matrix = entries.stream().mapToDouble(Double::doubleValue).toArray();
    double[] result = new double[n * n];
    new DoubleMatrixExponential(n).compute(matrix, result);
    return Arrays.stream(result).mapToObj(Doubles::finite).toList();
  }

  private static Double finite(double value) {
    if (!Double.isFinite(value)) {
      throw EvaluationException.overflow("beyond the range of doubles");
    }
    return value;
  }
}
