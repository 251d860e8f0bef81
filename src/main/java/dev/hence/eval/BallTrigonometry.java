package dev.hence.eval;

import java.math.BigInteger;

/**
 * Trigonometric functions and their inverses of single exact numbers, enclosed. All arithmetic is
 * in balls, so that only the truncation of series needs a bound.
 */
final class BallTrigonometry {
  /** Beyond this exponent of 2 an argument is taken for too large. */
  private static final int GREATEST = 2000;

  private BallTrigonometry() {}

  /** An argument x = k π/2 + t with |t| &lt; 1. */
  private record Reduced(int quadrant, Ball t) {}

  static Ball sin(Ball x, int bits) {
    Reduced reduced = reduce(x, bits + 8);
    return quarter(reduced.quadrant(), reduced.t(), bits);
  }

  static Ball cos(Ball x, int bits) {
    Reduced reduced = reduce(x, bits + 8);
    return quarter(reduced.quadrant() + 1, reduced.t(), bits);
  }

  /** sin(t + k π/2). */
  private static Ball quarter(int k, Ball t, int bits) {
    Ball size = k % 2 == 0 ? sine(t, bits) : cosine(t, bits);
    return k % 4 < 2 ? size : size.negate();
  }

  static Ball tan(Ball x, int bits) {
    Reduced reduced = reduce(x, bits + 16);
    Ball sine = sine(reduced.t(), bits + 8);
    // |t| < 1, where the cosine is positive and not small.
    Ball cosine = BallRoot.sqrt(Ball.ONE.minus(sine.times(sine, bits + 8), bits + 8), bits + 8);
    return reduced.quadrant() % 2 == 0
        ? sine.dividedBy(cosine, bits)
        : cosine.dividedBy(sine, bits).negate();
  }

  private static Reduced reduce(Ball x, int bits) {
    if (x.top() < 0) {
      return new Reduced(0, x);
    }
    if (x.top() > GREATEST) {
      throw EvaluationException.unsupported("angle of more than 2^" + GREATEST);
    }
    int work = bits + (int) x.top() + 8;
    Ball halfPi = BallConstants.pi(work).shift(-1);
    BigInteger k = nearest(x.dividedBy(halfPi, work));
    Ball t = x.minus(halfPi.times(new Ball(k, 0, 0), work), work).round(bits);
    if (t.top() > 1) {
      throw new IllegalStateException("not reduced: " + t);
    }
    return new Reduced(k.intValue() & 3, t);
  }

  private static BigInteger nearest(Ball x) {
    return x.e() >= 0
        ? x.m().shiftLeft(x.e())
        : x.m().shiftRight(-x.e() - 1).add(BigInteger.ONE).shiftRight(1);
  }

  private static Ball sine(Ball t, int bits) {
    return t.isZero() ? t : alternating(t, t, 2, bits + 8).round(bits);
  }

  private static Ball cosine(Ball t, int bits) {
    return alternating(Ball.ONE, t, 1, bits + 8).round(bits);
  }

  /**
   * The alternating series Σ (−1)ᵏ first · t²ᵏ / (n (n+1) … (n+2k−1)) for |t| &lt; 1, whose terms
   * fall, so that what follows a term is smaller than the term.
   */
  private static Ball alternating(Ball first, Ball t, int n, int bits) {
    Ball square = t.times(t, bits).negate();
    Ball term = first;
    Ball sum = first;
    for (int k = n; !square.isZero() && term.top() > first.top() - bits; k += 2) {
      int enough = BallExponential.enough(bits, term, first);
      term = term.times(square, enough).dividedBy(k * (k + 1), enough);
      sum = sum.plus(term, bits);
    }
    return square.isZero() ? sum : sum.plus(Ball.around0(term), bits);
  }

  static Ball arctan(Ball x, int bits) {
    if (x.top() <= 1) {
      return arctanSmall(x, bits);
    }
    Ball inverse = Ball.ONE.dividedBy(x, bits + 8);
    Ball complement = arctanSmall(inverse, bits + 8);
    Ball quarterTurn = BallConstants.pi(bits + 8).shift(-1);
    return (x.sign() > 0 ? quarterTurn : quarterTurn.negate()).minus(complement, bits);
  }

  /**
   * arctan x = h + arctan((x cos h − sin h)/(cos h + x sin h)) for |x| &lt; 2: the two sides differ
   * by a multiple of π, and by less than π because |h| ≤ π/2 and |arctan x| &lt; 1.2.
   */
  private static Ball arctanSmall(Ball x, int bits) {
    int work = bits + 64;
    Ball hint = Ball.of(StrictMath.atan(x.toDouble()));
    Ball sine = sin(hint, work);
    Ball cosine = cos(hint, work);
    Ball u =
        x.times(cosine, work)
            .minus(sine, work)
            .dividedBy(cosine.plus(x.times(sine, work), work), work);
    return hint.plus(arctanSeries(u, bits + 8), bits);
  }

  private static Ball arctanSeries(Ball u, int bits) {
    if (u.isZero()) {
      return u;
    }
    if (u.top() > -20) {
      throw new IllegalStateException("not close to 0: " + u);
    }
    Ball square = u.times(u, bits).negate();
    Ball power = u;
    Ball sum = u;
    for (int n = 3; power.top() > u.top() - bits; n += 2) {
      power = power.times(square, bits);
      sum = sum.plus(power.dividedBy(n, bits), bits);
    }
    return sum.plus(Ball.around0(power), bits);
  }

  /** arctan(x/√(1 − x²)), or π/2 − arccos x where that is steep, for |x| ≤ 1. */
  static Ball arcsin(Ball x, int bits) {
    int work = bits + 16;
    if (x.top() > 0) {
      Ball complement = BallConstants.pi(work).shift(-1).minus(arccos(x.abs(), work), bits);
      return x.sign() > 0 ? complement : complement.negate();
    }
    Ball cosine = BallRoot.sqrt(Ball.ONE.minus(x.times(x, work), work), work);
    return arctanOf(x.dividedBy(cosine, work), bits);
  }

  /** 2 arctan √((1 − x)/(1 + x)) for |x| ≤ 1. */
  static Ball arccos(Ball x, int bits) {
    int work = bits + 16;
    if (x.sign() < 0) {
      return BallConstants.pi(work).minus(arccos(x.negate(), work), bits);
    }
    int exact = work + x.m().bitLength();
    Ball ratio = Ball.ONE.minus(x, exact).dividedBy(Ball.ONE.plus(x, exact), work);
    return arctanOf(BallRoot.sqrt(ratio, work), bits).shift(1);
  }

  /** arctan of a ball: no slope is steeper than 1. */
  static Ball arctanOf(Ball x, int bits) {
    return arctan(x.center(), bits + 4).plus(Ball.around0(x.radius()), bits);
  }
}
