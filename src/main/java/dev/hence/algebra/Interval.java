package dev.hence.algebra;

import dev.hence.expr.Rational;
import java.math.BigInteger;

/** All real numbers from one rational to another. */
record Interval(Rational lower, Rational upper) {
  static Interval of(Rational value) {
    return new Interval(value, value);
  }

  Interval plus(Interval b) {
    return new Interval(lower.plus(b.lower), upper.plus(b.upper));
  }

  Interval negate() {
    return new Interval(upper.negate(), lower.negate());
  }

  Interval times(Interval b) {
    Rational p = lower.times(b.lower);
    Rational q = lower.times(b.upper);
    Rational r = upper.times(b.lower);
    Rational s = upper.times(b.upper);
    return new Interval(least(least(p, q), least(r, s)), largest(largest(p, q), largest(r, s)));
  }

  private static Rational least(Rational a, Rational b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Rational largest(Rational a, Rational b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** Over a number that is not 0. */
  Interval dividedBy(Interval b) {
    return times(new Interval(Rational.ONE.dividedBy(b.upper), Rational.ONE.dividedBy(b.lower)));
  }

  /** The square root of a number that is not negative; what lies below 0 is left out. */
  Interval root(int bits) {
    return new Interval(root(lower, bits, false), root(upper, bits, true));
  }

  private static Rational root(Rational value, int bits, boolean up) {
    if (value.signum() <= 0) {
      return Rational.ZERO;
    }
    BigInteger scaled = value.numerator().shiftLeft(2 * bits).divide(value.denominator());
    BigInteger root = scaled.sqrt();
    return new Rational(up ? root.add(BigInteger.ONE) : root, BigInteger.ONE.shiftLeft(bits));
  }

  /** The least interval around this whose ends are multiples of 2^−bits. */
  Interval rounded(int bits) {
    return new Interval(cut(lower, bits), cut(upper.negate(), bits).negate());
  }

  private static Rational cut(Rational value, int bits) {
    if (value.denominator().bitLength() <= bits) {
      return value;
    }
    BigInteger[] parts = value.numerator().shiftLeft(bits).divideAndRemainder(value.denominator());
    BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    return new Rational(floor, BigInteger.ONE.shiftLeft(bits));
  }

  boolean excludesZero() {
    return lower.signum() > 0 || upper.signum() < 0;
  }

  /** The sign that all members share; 0 if they share none or are all 0. */
  int sign() {
    return lower.signum() > 0 ? 1 : upper.signum() < 0 ? -1 : 0;
  }

  boolean isApartFrom(Interval b) {
    return upper.compareTo(b.lower) < 0 || b.upper.compareTo(lower) < 0;
  }
}
