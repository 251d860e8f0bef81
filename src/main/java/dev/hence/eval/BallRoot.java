package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import java.math.BigInteger;

/** Real roots of balls. */
final class BallRoot {
  private BallRoot() {}

  /**
   * The n-th root.
   *
   * @throws EvaluationException for an even n if a member is negative
   */
  static Ball root(Ball x, int n, int bits) {
    if (n == 1) {
      return x.round(bits);
    }
    if (n == 2) {
      return sqrt(x, bits);
    }
    if (x.sign() > 0) {
      return positive(x, n, bits);
    }
    if (n % 2 == 1) {
      return x.sign() < 0
          ? positive(x.negate(), n, bits).negate()
          : Ball.between(end(x.lower(), n, bits), end(x.upper(), n, bits), bits);
    }
    if (x.lower().sign() < 0) {
      throw x.upper().sign() < 0
          ? EvaluationException.domain("even root of a negative number")
          : EvaluationException.indeterminate("even root of a number that may be negative");
    }
    return Ball.between(Ball.ZERO, end(x.upper(), n, bits), bits);
  }

  /**
   * The square root.
   *
   * @throws EvaluationException if a member is negative
   */
  static Ball sqrt(Ball x, int bits) {
    Ball low = x.lower();
    if (low.sign() < 0) {
      throw x.upper().sign() < 0
          ? EvaluationException.domain("square root of a negative number")
          : EvaluationException.indeterminate("square root of a number that may be negative");
    }
    if (low.isZero()) {
      return x.isZero() ? x : Ball.between(Ball.ZERO, sqrt(x.upper(), bits), bits);
    }
    int shift = Math.max(0, 2 * bits + 4 - x.m().bitLength());
    shift += (shift ^ x.e()) & 1;
    BigInteger root = x.m().shiftLeft(shift).sqrt();
    // √m − √(m − r) = r / (√m + √(m − r)) ≤ r/√m.
    BigInteger radius = BigInteger.valueOf(x.r()).shiftLeft(shift).divide(root).add(BigInteger.TWO);
    return Ball.rounded(root, radius, ((long) x.e() - shift) / 2, bits);
  }

  /** The root of an exact number of either sign. */
  private static Ball end(Ball x, int n, int bits) {
    return x.isZero()
        ? x
        : x.sign() > 0 ? positive(x, n, bits) : positive(x.negate(), n, bits).negate();
  }

  /** exp(log x / n). */
  private static Ball positive(Ball x, int n, int bits) {
    int work = bits + 40;
    Ball log = BallFunctions.apply(ElementaryFunction.LOG, x, work);
    return BallFunctions.apply(ElementaryFunction.EXP, log.dividedBy(n, work), bits);
  }
}
