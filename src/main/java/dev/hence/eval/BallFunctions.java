package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import java.util.function.BiFunction;

/**
 * Elementary functions of balls. A thin ball is widened by its radius times the greatest slope; of
 * a wide one a monotone function is taken at both ends.
 */
final class BallFunctions {
  /** Arguments below 2^TINY are taken for an interval around 0, before their powers underflow. */
  private static final int TINY = -1 << 20;

  /** Precision that suffices for slopes. */
  private static final int COARSE = 32;

  private BallFunctions() {}

  /** A function of one exact number, to so many bits. */
  private interface AtPoint extends BiFunction<Ball, Integer, Ball> {}

  /**
   * @throws EvaluationException {@code DOMAIN} if no member lies in the domain, {@code
   *     INDETERMINATE} if some may not
   */
  static Ball apply(ElementaryFunction function, Ball x, int bits) {
    return switch (function) {
      case LOG -> log(x, bits);
      case SQRT -> BallRoot.sqrt(x, bits);
      case ARCOSH -> increasing(BallInverseHyperbolic::arcosh, from1(function, x), bits);
      case EXP, SIN, COS, TAN, ARCSIN, ARCCOS, ARCTAN, SINH, COSH, TANH, ARSINH, ARTANH, ERF ->
          atModerate(function, x.top() < TINY ? Ball.around0(x) : x, bits);
    };
  }

  private static Ball atModerate(ElementaryFunction function, Ball x, int bits) {
    return switch (function) {
      case LOG, SQRT, ARCOSH -> throw new IllegalArgumentException(function.name());
      case EXP -> exp(x, bits);
      case SIN -> clip(lipschitz(BallTrigonometry::sin, x, bits), bits);
      case COS -> clip(lipschitz(BallTrigonometry::cos, x, bits), bits);
      case TAN -> tan(x, bits);
      case ARCSIN -> increasing(BallTrigonometry::arcsin, within1(function, x), bits);
      case ARCCOS ->
          increasing(
              (c, b) -> BallTrigonometry.arccos(c.negate(), b),
              within1(function, x).negate(),
              bits);
      case ARCTAN ->
          isThin(x)
              ? lipschitz(BallTrigonometry::arctan, x, bits)
              : increasing(BallTrigonometry::arctan, x, bits);
      case SINH ->
          isThin(x)
              ? widenedByExp(BallExponential::sinh, x, bits)
              : increasing(BallExponential::sinh, x, bits);
      case COSH -> isThin(x) ? widenedByExp(BallExponential::cosh, x, bits) : wideCosh(x, bits);
      case TANH ->
          isThin(x)
              ? lipschitz(BallExponential::tanh, x, bits)
              : increasing(BallExponential::tanh, x, bits);
      case ARSINH ->
          isThin(x)
              ? lipschitz(BallInverseHyperbolic::arsinh, x, bits)
              : increasing(BallInverseHyperbolic::arsinh, x, bits);
      case ARTANH -> increasing(BallInverseHyperbolic::artanh, inside1(function, x), bits);
      case ERF -> increasing(BallErrorFunction::erf, x, bits);
    };
  }

  private static boolean isThin(Ball x) {
    return x.radius().top() < -8;
  }

  /** eˣ e^δ with |e^δ − 1| ≤ 2|δ| for |δ| ≤ 1. */
  private static Ball exp(Ball x, int bits) {
    return isThin(x)
        ? times1PlusSmall(BallExponential.exp(x.center(), bits), x.radius().shift(1), bits)
        : increasing(BallExponential::exp, x, bits);
  }

  private static Ball times1PlusSmall(Ball value, Ball small, int bits) {
    return small.isZero() ? value : value.times(Ball.ONE.plus(Ball.around0(small), bits), bits);
  }

  private static Ball log(Ball x, int bits) {
    Ball least = x.lower();
    if (least.sign() <= 0) {
      throw x.upper().sign() <= 0
          ? EvaluationException.domain("log of a number that is not positive")
          : EvaluationException.indeterminate("log of a number that may not be positive");
    }
    if (x.radius().top() > x.top() - 8) {
      return increasing(BallExponential::log, x, bits);
    }
    Ball spread = x.isExact() ? Ball.ZERO : x.radius().dividedBy(least, COARSE);
    return widened(BallExponential.log(x.center(), bits), spread, bits);
  }

  /**
   * The tangent increases where the cosine has no zero; |cos c| is at most the way to the next one.
   */
  private static Ball tan(Ball x, int bits) {
    if (x.isExact()) {
      return BallTrigonometry.tan(x, bits);
    }
    Ball spread = x.radius();
    int coarse = COARSE + (int) Math.max(0, -spread.top());
    Ball cosine = BallTrigonometry.cos(x.center(), coarse).abs();
    Ball least = widened(cosine, spread, COARSE).lower();
    if (least.sign() <= 0) {
      throw EvaluationException.indeterminate("tan near a pole");
    }
    if (spread.top() > least.top() - 8) {
      return increasing(BallTrigonometry::tan, x, bits);
    }
    Ball slope = Ball.ONE.dividedBy(least.times(least, COARSE), COARSE);
    return widened(BallTrigonometry.tan(x.center(), bits), spread.times(slope, COARSE), bits);
  }

  private static Ball within1(ElementaryFunction function, Ball x) {
    Ball size = x.abs();
    // Both ends are exact, and so is whether their distance from 1 is negative.
    if (exceeds1(size.upper())) {
      throw exceeds1(size.lower())
          ? EvaluationException.domain(function.text() + " of a number beyond 1")
          : EvaluationException.indeterminate(function.text() + " of a number that may exceed 1");
    }
    return x;
  }

  private static Ball inside1(ElementaryFunction function, Ball x) {
    Ball size = x.abs();
    if (comparedTo1(size.upper()) >= 0) {
      throw comparedTo1(size.lower()) >= 0
          ? EvaluationException.domain(function.text() + " of a number that is not within 1")
          : EvaluationException.indeterminate(function.text() + " of a number that may reach 1");
    }
    return x;
  }

  private static Ball from1(ElementaryFunction function, Ball x) {
    if (comparedTo1(x.lower()) < 0) {
      throw comparedTo1(x.upper()) < 0
          ? EvaluationException.domain(function.text() + " of a number below 1")
          : EvaluationException.indeterminate(function.text() + " of a number that may be below 1");
    }
    return x;
  }

  private static boolean exceeds1(Ball exact) {
    return comparedTo1(exact) > 0;
  }

  private static int comparedTo1(Ball exact) {
    return exact.top() > 2
        ? exact.sign()
        : exact.minus(Ball.ONE, exact.m().bitLength() + COARSE).sign();
  }

  /** |sinh′| and |cosh′| are at most e^(|c| + r) ≤ 2 e^|c| for r ≤ ½. */
  private static Ball widenedByExp(AtPoint function, Ball x, int bits) {
    Ball value = function.apply(x.center(), bits);
    if (x.isExact()) {
      return value;
    }
    Ball slope = BallExponential.exp(x.center().abs(), COARSE).shift(1);
    return widened(value, x.radius().times(slope, COARSE), bits);
  }

  private static Ball wideCosh(Ball x, int bits) {
    Ball size = x.abs();
    Ball most = BallExponential.cosh(size.upper(), bits);
    Ball least = size.lower().sign() > 0 ? BallExponential.cosh(size.lower(), bits) : Ball.ONE;
    return Ball.between(least, most, bits);
  }

  /** For functions whose slope is at most 1. */
  private static Ball lipschitz(AtPoint function, Ball x, int bits) {
    return widened(function.apply(x.center(), bits), x.radius(), bits);
  }

  private static Ball widened(Ball value, Ball spread, int bits) {
    return spread.isZero() ? value : value.plus(Ball.around0(spread), bits);
  }

  private static Ball increasing(AtPoint function, Ball x, int bits) {
    return x.isExact()
        ? function.apply(x, bits)
        : Ball.between(function.apply(x.lower(), bits), function.apply(x.upper(), bits), bits);
  }

  /** The part between −1 and 1. */
  private static Ball clip(Ball value, int bits) {
    boolean above = exceeds1(value.upper());
    boolean below = exceeds1(value.lower().negate());
    return above || below
        ? Ball.between(below ? Ball.ONE.negate() : value, above ? Ball.ONE : value, bits)
        : value;
  }
}
