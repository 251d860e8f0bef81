package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;

/**
 * The propagation of errors through single operations in doubles. Each formula bounds |f(x + δ) −
 * f(x)| over all |δ| ≤ the operand's error, not to first order only; {@link #total} adds the
 * rounding of the operation itself.
 */
final class RoundingError {
  /**
   * {@link StrictMath} promises at most 2.5 units in the last place, each at most 2⁻⁵² of the
   * value.
   */
  private static final double LIBRARY = 3 * 0x1p-52;

  /** A few operations that lose nothing, then a logarithm. */
  private static final double OWN = 12 * 0x1p-52;

  /** Up to 150 terms of one sign, each off by three roundings a step, and an exponential of −36. */
  private static final double SERIES = 512 * 0x1p-52;

  /** Makes up for the rounding of the bounds themselves. */
  private static final double SLACK = 1 + 0x1p-49;

  /** A double and a bound on its distance from the exact value. */
  record Approximation(double value, double error) {
    double size() {
      return Math.abs(value);
    }

    /** The smallest size the exact value can have; 0 if it can be zero. */
    double leastSize() {
      return Math.max(0, (size() - error) * (1 - 0x1p-50));
    }
  }

  private RoundingError() {}

  static double ofConstant(Rational constant, double value) {
    if (!Double.isFinite(value)) {
      return Double.POSITIVE_INFINITY;
    }
    return Rational.of(value).equals(constant) ? 0 : Math.abs(value) * 0x1p-52 + Double.MIN_VALUE;
  }

  /** The inherited error and that of rounding the result; the unit roundoff is 2⁻⁵³. */
  static double total(double value, double inherited) {
    return known((inherited + Math.abs(value) * 0x1p-53 + Double.MIN_VALUE) * SLACK);
  }

  /** A bound that is not a number bounds nothing. */
  static double known(double bound) {
    return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
  }

  static double product(Approximation a, Approximation b) {
    return (a.size() * b.error() + b.size() * a.error() + a.error() * b.error()) * SLACK;
  }

  static double quotient(double quotient, Approximation a, Approximation b) {
    double size = Math.abs(quotient) * SLACK + Double.MIN_VALUE;
    return (a.error() + size * b.error()) / b.leastSize() * SLACK;
  }

  static double power(double power, Approximation base, int exponent) {
    double n = Math.abs((double) exponent);
    if (exponent == 0) {
      return 0;
    }
    // A power too large for doubles has a reciprocal below the least normal double.
    double lost = exponent < 0 ? Double.MIN_NORMAL : n * Double.MIN_VALUE;
    if (base.error() == 0) {
      return n * 0x1p-52 * Math.abs(power) + lost;
    }
    // |x + δ|ⁿ differs from |x|ⁿ by at most n|δ| times the greatest slope between the two.
    double worst = exponent > 0 ? base.size() + base.error() : base.leastSize();
    double slope = n * StrictMath.pow(worst, exponent - 1.0);
    double rounding = n * 0x1p-52 * (Math.abs(power) + slope * base.error());
    return (slope * base.error() + rounding) * SLACK + lost;
  }

  static double power(double power, Approximation base, Approximation exponent) {
    double logError = base.error() / base.leastSize();
    double log = Math.abs(StrictMath.log(base.size())) + 0x1p-50;
    double inExponent =
        (exponent.size() + exponent.error()) * logError + log * SLACK * exponent.error();
    double size = Math.abs(power) + Double.MIN_NORMAL;
    return size * SLACK * (StrictMath.expm1(inExponent * SLACK) * SLACK + LIBRARY);
  }

  static double root(double root, Approximation a, int n) {
    double size = Math.abs(root);
    if (a.error() == 0 && a.size() == 0) {
      return 0;
    }
    double relative = a.error() / a.leastSize() / n;
    double rounded = n <= 3 ? 0 : Math.abs(StrictMath.log(a.size())) / n * 0x1p-52;
    return size * SLACK * (relative + rounded + LIBRARY);
  }

  static double of(ElementaryFunction function, double value, Approximation a) {
    double propagated = a.error() == 0 ? 0 : propagated(function, value, a);
    double own =
        switch (function) {
          case ARSINH, ARCOSH, ARTANH -> OWN;
          case ERF -> SERIES;
          default -> LIBRARY;
        };
    return (propagated + Math.abs(value) * own) * SLACK;
  }

  private static double propagated(ElementaryFunction function, double value, Approximation a) {
    double error = a.error();
    double size = Math.abs(value) * (1 + LIBRARY);
    double most = a.size() + error;
    return switch (function) {
      case EXP -> (size + Double.MIN_NORMAL) * StrictMath.expm1(error) * SLACK;
      case LOG -> a.value() > error ? error / a.leastSize() : Double.POSITIVE_INFINITY;
      case SQRT ->
          a.value() > error ? error / StrictMath.sqrt(a.leastSize()) : Double.POSITIVE_INFINITY;
      case SIN, COS, ARCTAN, TANH -> error;
      case TAN -> tangent(a);
      case ARCSIN, ARCCOS ->
          most < 1
              ? error / StrictMath.sqrt((1 - most) * (1 + most) * (1 - 0x1p-48))
              : Double.POSITIVE_INFINITY;
      case ARSINH -> error;
      case ARCOSH ->
          a.value() - error > 1
              ? error / StrictMath.sqrt((a.leastSize() - 1) * (1 - 0x1p-48) * 2)
              : Double.POSITIVE_INFINITY;
      case ARTANH ->
          most < 1 ? error / ((1 - most) * (1 + most) * (1 - 0x1p-48)) : Double.POSITIVE_INFINITY;
      case ERF -> error * 1.13;
      case SINH -> error * StrictMath.cosh(most) * SLACK;
      case COSH -> error * StrictMath.sinh(most) * SLACK;
    };
  }

  /** tan(x + δ) − tan x = sin δ / (cos x · cos(x + δ)). */
  private static double tangent(Approximation a) {
    double cosine = Math.abs(StrictMath.cos(a.value())) * (1 - 0x1p-50);
    double least = cosine - a.error();
    return least > 0 ? a.error() / (cosine * least) : Double.POSITIVE_INFINITY;
  }
}
