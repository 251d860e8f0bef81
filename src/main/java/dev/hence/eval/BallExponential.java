package dev.hence.eval;

/**
 * Exponential, logarithm and hyperbolic functions of single exact numbers, enclosed to a relative
 * precision. All arithmetic is in balls, so that only the truncation of series needs a bound.
 */
final class BallExponential {
  /** Beyond this exponent of 2 an argument is taken for too large. */
  private static final int GREATEST = 20;

  private static final Ball TWO = Ball.of(2);

  private BallExponential() {}

  static Ball exp(Ball x, int bits) {
    if (x.top() > GREATEST + 1) {
      if (x.sign() > 0) {
        throw EvaluationException.overflow("exp of more than 2^" + GREATEST);
      }
      // exp(−2²⁰) < 2^(−2²⁰).
      return Ball.between(Ball.ZERO, Ball.ONE.shift(-1 << GREATEST), bits);
    }
    Reduced reduced = reduce(x, bits + 16);
    return reduced.p().plus(Ball.ONE, bits).shift(reduced.twos());
  }

  /** eˣ = 2^twos (1 + p). */
  private record Reduced(int twos, Ball p) {}

  /** eˣ − 1, accurate near 0, where x is not beyond 2²⁰ in size. */
  private static Ball expm1(Ball x, int bits) {
    if (x.top() < -bits) {
      // |eˣ − 1 − x| ≤ x² for |x| ≤ 1.
      return x.plus(Ball.around0(2 * x.top()), bits);
    }
    Reduced reduced = reduce(x, bits + 16);
    return reduced.twos() == 0
        ? reduced.p().round(bits)
        : reduced.p().plus(Ball.ONE, bits + 16).shift(reduced.twos()).minus(Ball.ONE, bits);
  }

  private static Reduced reduce(Ball x, int bits) {
    int twos = (int) Math.rint(x.toDouble() / Math.log(2));
    int fine = bits + GREATEST + 4;
    Ball rest = x.minus(BallConstants.log2(fine).times(Ball.of(twos), fine), fine).round(bits);
    // Halving makes the series shorter; eˣ − 1 = p (p + 2) with p = e^(x/2) − 1 takes it back.
    int halvings = (int) Math.max(0, rest.top() + 0.6 * Math.sqrt(bits));
    Ball p = expm1Series(rest.shift(-halvings), bits);
    for (int i = 0; i < halvings; i++) {
      p = p.times(p.plus(TWO, bits), bits);
    }
    return new Reduced(twos, p);
  }

  /** Σ xⁿ/n! from n = 1, for |x| &lt; ½; what follows a term is smaller than the term. */
  private static Ball expm1Series(Ball x, int bits) {
    Ball term = x;
    Ball sum = x;
    for (int n = 2; !term.isZero() && term.top() > x.top() - bits; n++) {
      int enough = enough(bits, term, x);
      term = term.times(x, enough).dividedBy(n, enough);
      sum = sum.plus(term, bits);
    }
    return sum.plus(Ball.around0(term), bits);
  }

  /** How many bits a term needs so that its last one stands where the last one of the sum does. */
  static int enough(int bits, Ball term, Ball sum) {
    return Math.max(32, (int) (bits + 8 + Math.min(0, term.top() - sum.top())));
  }

  /** log x for x &gt; 0. */
  static Ball log(Ball x, int bits) {
    int work = bits + 64;
    int twos = (int) (x.top() - 1);
    Ball y = x.shift(-twos);
    if (y.toDouble() < Math.sqrt(0.5)) {
      y = y.shift(1);
      twos--;
    }
    // log y = h + log(y e⁻ʰ) for any h; with h close to log y the last logarithm is close to 0.
    Ball hint = Ball.of(StrictMath.log(y.toDouble()));
    Ball near1 = hint.isZero() ? y : y.times(exp(hint.negate(), work), work);
    Ball log = hint.plus(log1p(near1.minus(Ball.ONE, work), bits + 8), bits + 8);
    return log.plus(BallConstants.log2(bits + 8).times(Ball.of(twos), bits + 8), bits);
  }

  /** log(1 + x) = 2 artanh(x/(2 + x)) for |x| &lt; 2⁻²⁰. */
  private static Ball log1p(Ball x, int bits) {
    return artanhSeries(x.dividedBy(x.plus(TWO, bits + 8), bits + 8), bits).shift(1);
  }

  /** Σ u^(2k+1)/(2k+1) for |u| &lt; 2⁻²⁰. */
  static Ball artanhSeries(Ball u, int bits) {
    if (u.isZero()) {
      return u;
    }
    if (u.top() > -20) {
      throw new IllegalStateException("not close to 0: " + u);
    }
    Ball square = u.times(u, bits);
    Ball power = u;
    Ball sum = u;
    for (int n = 3; power.top() > u.top() - bits; n += 2) {
      power = power.times(square, bits);
      sum = sum.plus(power.dividedBy(n, bits), bits);
    }
    return sum.plus(Ball.around0(power), bits);
  }

  /** (p + p/(p + 1))/2 with p = eˣ − 1. */
  static Ball sinh(Ball x, int bits) {
    requireModerate(x);
    if (x.sign() < 0) {
      return sinh(x.negate(), bits).negate();
    }
    Ball p = expm1(x, bits + 8);
    return p.plus(p.dividedBy(p.plus(Ball.ONE, bits + 8), bits + 8), bits).shift(-1);
  }

  static Ball cosh(Ball x, int bits) {
    requireModerate(x);
    Ball e = exp(x, bits + 8);
    return e.plus(Ball.ONE.dividedBy(e, bits + 8), bits).shift(-1);
  }

  /** p/(p + 2) with p = e²ˣ − 1. */
  static Ball tanh(Ball x, int bits) {
    if (x.sign() < 0) {
      return tanh(x.negate(), bits).negate();
    }
    if (x.top() > GREATEST - 1) {
      return Ball.ONE.plus(Ball.around0(-(1L << (GREATEST - 2))), bits);
    }
    Ball p = expm1(x.shift(1), bits + 8);
    return p.dividedBy(p.plus(TWO, bits + 8), bits);
  }

  private static void requireModerate(Ball x) {
    if (x.top() > GREATEST + 1) {
      throw EvaluationException.overflow("exponential of more than 2^" + GREATEST);
    }
  }
}
