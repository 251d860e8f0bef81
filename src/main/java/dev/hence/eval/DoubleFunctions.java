package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;

/**
 * Scalar operations in doubles. Outside the domain the result is NaN, never an infinity: a later
 * reciprocal would turn that into an innocent zero.
 *
 * <p>{@link StrictMath} because the same input must give the same digits on every machine.
 */
final class DoubleFunctions {
  private DoubleFunctions() {}

  static double divide(double a, double b) {
    return b == 0 ? Double.NaN : a / b;
  }

  /** An integer power by repeated squaring; NaN for zero to a negative exponent. */
  static double power(double base, int exponent) {
    if (exponent < 0) {
      return divide(1, positivePower(base, -(long) exponent));
    }
    return positivePower(base, exponent);
  }

  private static double positivePower(double base, long exponent) {
    double result = 1;
    double square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }

  static double power(double base, double exponent) {
    return base > 0 ? StrictMath.pow(base, exponent) : Double.NaN;
  }

  static double root(double a, int n) {
    if (n == 2) {
      return StrictMath.sqrt(a);
    }
    if (n == 3) {
      return StrictMath.cbrt(a);
    }
    if (a < 0) {
      return n % 2 == 0 ? Double.NaN : -StrictMath.pow(-a, 1.0 / n);
    }
    return StrictMath.pow(a, 1.0 / n);
  }

  static double log(double a) {
    return a > 0 ? StrictMath.log(a) : Double.NaN;
  }

  static double apply(ElementaryFunction function, double a) {
    return switch (function) {
      case EXP -> StrictMath.exp(a);
      case LOG -> log(a);
      case SQRT -> StrictMath.sqrt(a);
      case SIN -> StrictMath.sin(a);
      case COS -> StrictMath.cos(a);
      case TAN -> StrictMath.tan(a);
      case ARCSIN -> StrictMath.asin(a);
      case ARCCOS -> StrictMath.acos(a);
      case ARCTAN -> StrictMath.atan(a);
      case SINH -> StrictMath.sinh(a);
      case COSH -> StrictMath.cosh(a);
      case TANH -> StrictMath.tanh(a);
    };
  }
}
