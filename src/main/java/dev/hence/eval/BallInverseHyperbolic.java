package dev.hence.eval;

/**
 * Inverse hyperbolic functions of single exact numbers, enclosed. All arithmetic is in balls, so
 * that only the truncation of series needs a bound.
 */
final class BallInverseHyperbolic {
  /** Below this exponent of 2 the series converges fast, and a logarithm near 0 would lose bits. */
  private static final int SMALL = -20;

  private BallInverseHyperbolic() {}

  /** artanh(x/√(1 + x²)), or log(x + √(x² + 1)) for x that is not small. */
  static Ball arsinh(Ball x, int bits) {
    int work = bits + 16;
    if (x.sign() < 0) {
      return arsinh(x.negate(), bits).negate();
    }
    Ball root = BallRoot.sqrt(x.times(x, work).plus(Ball.ONE, work), work);
    return x.top() <= SMALL
        ? BallExponential.artanhSeries(x.dividedBy(root, work), bits)
        : logOf(x.plus(root, work), bits);
  }

  /** log(x + √(x² − 1)) for x ≥ 1. */
  static Ball arcosh(Ball x, int bits) {
    int work = bits + 16;
    int exact = work + 2 * x.m().bitLength();
    Ball square = x.times(x, exact).minus(Ball.ONE, exact);
    return logOf(x.plus(BallRoot.sqrt(square, work), work), bits);
  }

  /** ½ log((1 + x)/(1 − x)) for |x| &lt; 1. */
  static Ball artanh(Ball x, int bits) {
    int work = bits + 16;
    if (x.top() <= SMALL) {
      return BallExponential.artanhSeries(x, bits);
    }
    int exact = work + x.m().bitLength();
    Ball ratio = Ball.ONE.plus(x, exact).dividedBy(Ball.ONE.minus(x, exact), work);
    return logOf(ratio, bits).shift(-1);
  }

  /** The logarithm of a thin ball of positive numbers. */
  private static Ball logOf(Ball x, int bits) {
    Ball spread = x.isExact() ? Ball.ZERO : x.radius().dividedBy(x.lower(), 32);
    Ball log = BallExponential.log(x.center(), bits + 4);
    return spread.isZero() ? log.round(bits) : log.plus(Ball.around0(spread), bits);
  }
}
