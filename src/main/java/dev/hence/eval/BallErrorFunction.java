package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;

/** The error function of single exact numbers, enclosed. */
final class BallErrorFunction {
  private BallErrorFunction() {}

  /** 1 − erfc x with 0 &lt; erfc x ≤ e^(−x²) &lt; 2^(−x²) for x &gt; 0, where that is precise. */
  static Ball erf(Ball x, int bits) {
    if (x.isZero()) {
      return x;
    }
    if (x.sign() < 0) {
      return erf(x.negate(), bits).negate();
    }
    // x ≥ 2^(top − 2).
    long leastSquare = x.top() < 3 ? 0 : 1L << Math.min(40, 2 * (x.top() - 2));
    if (leastSquare > bits + 8L) {
      return Ball.ONE.plus(Ball.around0(-leastSquare), bits);
    }
    return series(x, bits + 16).round(bits);
  }

  /**
   * 2/√π·e^(−x²)·Σ 2ⁿ x^(2n+1)/(2n+1)!! (DLMF 7.6.2). A term is at most half of the one before it
   * from 2n + 1 ≥ 4x² on, and from there on what follows a term is no greater than the term.
   */
  private static Ball series(Ball x, int bits) {
    Ball square = x.times(x, bits);
    Ball twice = square.shift(1);
    long falling = x.top() < 0 ? 1 : 1L << (2 * x.top() + 2);
    Ball term = x;
    Ball sum = x;
    for (int n = 1; 2 * n + 1 < falling || term.top() > sum.top() - bits; n++) {
      int enough = BallExponential.enough(bits, term, sum);
      term = term.times(twice, enough).dividedBy(2 * n + 1, enough);
      sum = sum.plus(term, bits);
    }
    sum = sum.plus(Ball.around0(term), bits);
    Ball bell = Ball.ONE.dividedBy(BallFunctions.apply(ElementaryFunction.EXP, square, bits), bits);
    Ball root = BallRoot.sqrt(BallConstants.pi(bits), bits);
    return sum.times(bell, bits).shift(1).dividedBy(root, bits);
  }
}
