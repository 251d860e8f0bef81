package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;

/**
 * Scalar operations in doubles. Outside the domain the result is NaN, never an infinity: a later
 * reciprocal would turn that into an innocent zero.
 *
 * <p>{@link StrictMath} because the same input must give the same digits on every machine.
 */
final class DoubleFunctions {
  /** Beyond this the square of a number swallows 1. */
  private static final double LARGE = 0x1p28;

  private static final double LOG_2 = StrictMath.log(2);

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
      case ARSINH -> arsinh(a);
      case ARCOSH -> arcosh(a);
      case ARTANH -> artanh(a);
      case ERF -> erf(a);
    };
  }

  /** log(x + √(x² + 1)) for x ≥ 0, without cancellation near 0. */
  static double arsinh(double a) {
    double x = Math.abs(a);
    double size =
        x > LARGE
            ? StrictMath.log(x) + LOG_2
            : StrictMath.log1p(x + x * x / (1 + Math.sqrt(1 + x * x)));
    return Math.copySign(size, a);
  }

  /** log(a + √(a² − 1)). */
  static double arcosh(double a) {
    double above = a - 1;
    return a > LARGE
        ? StrictMath.log(a) + LOG_2
        : StrictMath.log1p(above + Math.sqrt(above * (2 + above)));
  }

  /** ½ log((1 + a)/(1 − a)). */
  static double artanh(double a) {
    double x = Math.abs(a);
    return x < 1 ? Math.copySign(StrictMath.log1p(2 * x / (1 - x)) / 2, a) : Double.NaN;
  }

  /**
   * 2/√π·e^(−a²)·Σ 2ⁿ a^(2n+1)/(2n+1)!! (DLMF 7.6.2), which has no cancellation; beyond 6 within
   * 2⁻⁵⁵ of ±1.
   */
  static double erf(double a) {
    if (Math.abs(a) > 6) {
      return Math.signum(a);
    }
    double square = a * a;
    double term = a;
    double sum = a;
    for (int n = 1; Math.abs(term) > Math.ulp(sum) / 4; n++) {
      term *= 2 * square / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-square) * sum;
  }
}
