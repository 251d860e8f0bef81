package dev.hence.road.symbolic;

/** Elementary functions in doubles, NaN outside their domains. */
final class DoubleFunctions {
  private DoubleFunctions() {}

  static DoublePoint.Value apply(Elementary function, DoublePoint.Value at) {
    double u = at.value();
    return switch (function) {
      case EXP -> at.mapped(Math.exp(u), Math.exp(u));
      case LOG -> u > 0 ? at.mapped(Math.log(u), 1 / u) : DoublePoint.Value.UNDEFINED;
      case SIN -> at.mapped(Math.sin(u), 1);
      case COS -> at.mapped(Math.cos(u), 1);
      case TAN -> at.mapped(Math.tan(u), 1 + Math.tan(u) * Math.tan(u));
      case ARCSIN -> at.mapped(Math.asin(u), 1 / Math.sqrt(1 - u * u));
      case ARCCOS -> at.mapped(Math.acos(u), 1 / Math.sqrt(1 - u * u));
      case ARCTAN -> at.mapped(Math.atan(u), 1);
      case SINH -> at.mapped(Math.sinh(u), Math.cosh(u));
      case COSH -> at.mapped(Math.cosh(u), Math.cosh(u));
      case TANH -> at.mapped(Math.tanh(u), 1);
      case ARSINH -> at.mapped(arsinh(u), 1);
      case ARCOSH -> at.mapped(Math.log(u + Math.sqrt(u * u - 1)), 1 / Math.sqrt(u * u - 1));
      case ARTANH -> at.mapped((Math.log1p(u) - Math.log1p(-u)) / 2, 1 / (1 - u * u));
      case ERF -> at.mapped(erf(u), 1.2).plus(new DoublePoint.Value(0, 1e-14));
      case ABS -> at.mapped(Math.abs(u), 1);
    };
  }

  private static double arsinh(double u) {
    double a = Math.abs(u);
    return Math.copySign(Math.log(a + Math.sqrt(a * a + 1)), u);
  }

  /** 2/√π·e^(−u²)·Σ 2^n u^(2n+1)/(2n+1)!! (DLMF 7.6.2), which has no cancellation. */
  private static double erf(double u) {
    if (Math.abs(u) > 6) {
      return Math.signum(u);
    }
    double term = u;
    double sum = u;
    for (int n = 1; n < 300 && Math.abs(term) > Math.ulp(sum) / 4; n++) {
      term *= 2 * u * u / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-u * u) * sum;
  }
}
