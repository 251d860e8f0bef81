package dev.hence.eval;

import dev.hence.expr.Rational;
import java.math.BigInteger;

/**
 * All real numbers between (m − r)·2ᵉ and (m + r)·2ᵉ. Every operation returns a ball that holds the
 * results for all members of its operands, with a midpoint of the number of bits asked for, or
 * fewer where the radius makes the rest meaningless (van der Hoeven, Ball arithmetic, 2009).
 *
 * @param m midpoint, in units of 2ᵉ
 * @param r radius, in the same units, at most 2³⁰ + 1
 */
record Ball(BigInteger m, long r, int e) {
  static final Ball ZERO = new Ball(BigInteger.ZERO, 0, 0);
  static final Ball ONE = new Ball(BigInteger.ONE, 0, 0);

  private static final int RADIUS_BITS = 30;
  private static final int LONG_BITS = 62;
  private static final int GREATEST_EXPONENT = 1 << 28;

  static Ball of(long value) {
    return new Ball(BigInteger.valueOf(value), 0, 0);
  }

  /** The exact value of a finite double. */
  static Ball of(double value) {
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    return new Ball(BigInteger.valueOf((long) Math.scalb(value, -exponent)), 0, exponent);
  }

  static Ball of(Rational value, int bits) {
    BigInteger n = value.numerator();
    BigInteger d = value.denominator();
    int shift = d.bitLength() - 1;
    if (d.getLowestSetBit() == shift) {
      return rounded(n, BigInteger.ZERO, -(long) shift, bits);
    }
    shift = Math.max(0, bits + 2 + d.bitLength() - n.bitLength());
    return rounded(n.shiftLeft(shift).divide(d), BigInteger.ONE, -(long) shift, bits);
  }

  /** The ball around 0 whose radius is the greatest size in another ball. */
  static Ball around0(Ball size) {
    return rounded(BigInteger.ZERO, size.m.abs().add(BigInteger.valueOf(size.r)), size.e, 1);
  }

  /** The ball (0 ± 1)·2ᵉ. */
  static Ball around0(long exponent) {
    return rounded(BigInteger.ZERO, BigInteger.ONE, exponent, 1);
  }

  /** The least ball from the lower end of one ball to the upper end of another. */
  static Ball between(Ball low, Ball high, int bits) {
    Ball from = low.lower();
    Ball to = high.upper();
    return from.plus(to, bits).shift(-1).plus(around0(to.minus(from, bits).shift(-1)), bits);
  }

  /** A ball with its midpoint cut to so many bits, and to what its radius leaves meaningful. */
  static Ball rounded(BigInteger m, BigInteger r, long e, int bits) {
    int scale = Math.max(0, r.bitLength() - LONG_BITS);
    return rounded(m, scale == 0 ? r.longValue() : ceiling(r, scale), scale, e, bits);
  }

  private static Ball rounded(BigInteger m, long r, long e, int bits) {
    return rounded(m, r, 0, e, bits);
  }

  /** The radius is r·2^scale, in the units of the midpoint. */
  private static Ball rounded(BigInteger m, long r, int scale, long e, int bits) {
    int needed = r == 0 ? 0 : scale + length(r) - RADIUS_BITS;
    int excess = Math.max(0, Math.max(m.bitLength() - bits, needed));
    long radius = scale <= excess ? ceiling(r, excess - scale) : r << (scale - excess);
    if (excess == 0) {
      return bounded(m, radius, e);
    }
    boolean cut = m.getLowestSetBit() < excess && m.signum() != 0;
    // Rounding up may have carried into one bit too many, which the next operation takes off.
    return bounded(m.shiftRight(excess), cut ? radius + 1 : radius, e + excess);
  }

  private static long ceiling(BigInteger r, int shift) {
    return r.subtract(BigInteger.ONE).shiftRight(shift).longValue() + 1;
  }

  private static long ceiling(long r, int shift) {
    return r == 0 ? 0 : shift >= Long.SIZE ? 1 : ((r - 1) >> shift) + 1;
  }

  private static Ball bounded(BigInteger m, long r, long e) {
    Work.step();
    if (m.signum() == 0 && r == 0) {
      return ZERO;
    }
    if (e > GREATEST_EXPONENT) {
      throw EvaluationException.overflow("beyond 2^" + GREATEST_EXPONENT);
    }
    if (e < -2L * GREATEST_EXPONENT) {
      // So small that only its order of magnitude is kept.
      return new Ball(BigInteger.ZERO, 1, -GREATEST_EXPONENT);
    }
    return new Ball(m, r, (int) e);
  }

  boolean isExact() {
    return r == 0;
  }

  boolean isZero() {
    return m.signum() == 0 && r == 0;
  }

  boolean excludesZero() {
    return m.bitLength() > RADIUS_BITS + 1 || Math.abs(m.longValue()) > r;
  }

  /** The sign that all members share; 0 if they share none or are all zero. */
  int sign() {
    return excludesZero() ? m.signum() : 0;
  }

  /** The midpoint alone. */
  Ball center() {
    return new Ball(m, 0, e);
  }

  Ball lower() {
    return bounded(m.subtract(BigInteger.valueOf(r)), 0, e);
  }

  Ball upper() {
    return bounded(m.add(BigInteger.valueOf(r)), 0, e);
  }

  /** The radius alone, as an exact number. */
  Ball radius() {
    return bounded(BigInteger.valueOf(r), 0, e);
  }

  /** An exponent t with every member below 2ᵗ in size; very low for zero. */
  long top() {
    return isZero() ? Integer.MIN_VALUE : (long) e + Math.max(m.bitLength(), length(r)) + 1;
  }

  private static int length(long r) {
    return Long.SIZE - Long.numberOfLeadingZeros(r);
  }

  Ball negate() {
    return new Ball(m.negate(), r, e);
  }

  Ball abs() {
    return m.signum() < 0 ? negate() : this;
  }

  /** This times a power of two, exactly. */
  Ball shift(int exponent) {
    return bounded(m, r, (long) e + exponent);
  }

  Ball plus(Ball b, int bits) {
    if (isZero()) {
      return b.round(bits);
    }
    if (b.isZero()) {
      return round(bits);
    }
    // Below this exponent nothing matters: for the precision, or beside a radius.
    long least = Math.max(Math.min(e, b.e), Math.max(top(), b.top()) - bits - 4);
    least = Math.max(least, r > 0 ? e - 16L : least);
    least = Math.max(least, b.r > 0 ? b.e - 16L : least);
    long radius = radiusAt(least) + b.radiusAt(least);
    return rounded(midpointAt(least).add(b.midpointAt(least)), radius, least, bits);
  }

  private BigInteger midpointAt(long exponent) {
    long up = e - exponent;
    return up >= 0 ? m.shiftLeft((int) up) : m.shiftRight((int) Math.min(-up, Integer.MAX_VALUE));
  }

  private long radiusAt(long exponent) {
    long up = e - exponent;
    if (up >= 0) {
      return r == 0 ? 0 : r << up;
    }
    return (up <= -Long.SIZE ? 0 : r >> -up) + 2;
  }

  Ball minus(Ball b, int bits) {
    return plus(b.negate(), bits);
  }

  Ball times(Ball b, int bits) {
    BigInteger product = m.multiply(b.m);
    if (r == 0 && b.r == 0) {
      return rounded(product, 0, (long) e + b.e, bits);
    }
    // |m_a| r_b + |m_b| r_a + r_a r_b, of the midpoints no more bits than a radius is given to.
    int cut = Math.max(0, m.bitLength() - RADIUS_BITS);
    int otherCut = Math.max(0, b.m.bitLength() - RADIUS_BITS);
    int scale = r == 0 ? cut : b.r == 0 ? otherCut : Math.max(cut, otherCut);
    long radius =
        ceiling((size(cut) + ceiling(r, cut)) * b.r, scale - cut)
            + ceiling(b.size(otherCut) * r, scale - otherCut);
    return rounded(product, radius, scale, (long) e + b.e, bits);
  }

  /** |m|/2^cut, rounded up or a little more; at most 2³⁰ + 1 where that leaves 30 bits. */
  private long size(int cut) {
    return cut == 0 ? Math.abs(m.longValue()) : Math.abs(m.shiftRight(cut).longValue()) + 1;
  }

  /**
   * @throws EvaluationException if the divisor is zero or may be
   */
  Ball dividedBy(Ball b, int bits) {
    if (!b.excludesZero()) {
      throw b.isZero()
          ? EvaluationException.domain("division by zero")
          : EvaluationException.indeterminate("divisor may be zero");
    }
    if (isZero()) {
      return ZERO;
    }
    if (b.r != 0 && b.m.bitLength() < length(b.r) + 8) {
      // For a wide divisor the midpoint of the quotients is far from the quotient of the midpoints.
      Ball size = b.abs();
      Ball inverse =
          between(ONE.dividedBy(size.upper(), bits), ONE.dividedBy(size.lower(), bits), bits);
      return (b.m.signum() < 0 ? negate() : this).times(inverse, bits);
    }
    int shift = Math.max(0, bits + 2 + b.m.bitLength() - m.bitLength());
    BigInteger quotient = m.shiftLeft(shift).divide(b.m);
    // |a/b − mₐ/m_b| ≤ (rₐ + |mₐ/m_b| r_b) / (|m_b| − r_b), and the division rounds by less than 1.
    BigInteger radius = BigInteger.ONE;
    if (r != 0 || b.r != 0) {
      BigInteger divisorRadius = BigInteger.valueOf(b.r);
      BigInteger spread =
          BigInteger.valueOf(r)
              .shiftLeft(shift)
              .add(quotient.abs().add(BigInteger.ONE).multiply(divisorRadius));
      radius = spread.divide(b.m.abs().subtract(divisorRadius)).add(BigInteger.TWO);
    }
    return rounded(quotient, radius, (long) e - b.e - shift, bits);
  }

  /** The quotient by a small positive integer. */
  Ball dividedBy(int n, int bits) {
    int shift = Math.max(0, bits + 2 + length(n) - m.bitLength());
    BigInteger divisor = BigInteger.valueOf(n);
    int scale = Math.max(0, shift - (LONG_BITS - RADIUS_BITS));
    long radius = r == 0 ? 1 : (r << (shift - scale)) / n + 2;
    return rounded(
        m.shiftLeft(shift).divide(divisor), radius, r == 0 ? 0 : scale, (long) e - shift, bits);
  }

  /** A positive integer power. */
  Ball power(long exponent, int bits) {
    int guarded = bits + 2 * length(exponent);
    Ball result = ONE;
    Ball square = this;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result = result.times(square, guarded);
      }
      if (rest > 1) {
        square = square.times(square, guarded);
      }
    }
    return result.round(bits);
  }

  Ball round(int bits) {
    return rounded(m, r, e, bits);
  }

  /** Some double close to the midpoint; a hint, not a bound. */
  double toDouble() {
    int excess = Math.max(0, m.bitLength() - 64);
    return Math.scalb(
        m.shiftRight(excess).doubleValue(), Math.clamp((long) e + excess, -5000, 5000));
  }

  /**
   * The midpoint.
   *
   * @throws EvaluationException if it would take more than four million digits in base 2
   */
  Rational toRational() {
    if (Math.abs((long) e) > 1 << 22) {
      throw EvaluationException.unsupported("a rational near 2^" + e);
    }
    return e >= 0
        ? new Rational(m.shiftLeft(e), BigInteger.ONE)
        : new Rational(m, BigInteger.ONE.shiftLeft(-e));
  }
}
