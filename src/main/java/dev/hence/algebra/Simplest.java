package dev.hence.algebra;

import dev.hence.expr.Rational;
import java.math.BigInteger;

/** The rational number with the least denominator between two others. */
final class Simplest {
  private Simplest() {}

  /** Strictly between. */
  static Rational between(Rational lower, Rational upper) {
    if (lower.signum() < 0 && upper.signum() > 0) {
      return Rational.ZERO;
    }
    if (upper.signum() <= 0) {
      return between(upper.negate(), lower.negate()).negate();
    }
    BigInteger floor = lower.numerator().divide(lower.denominator());
    Rational next = new Rational(floor.add(BigInteger.ONE), BigInteger.ONE);
    if (next.compareTo(upper) < 0) {
      return next;
    }
    Rational whole = new Rational(floor, BigInteger.ONE);
    Rational above = upper.minus(whole);
    Rational below = lower.minus(whole);
    Rational inverse =
        below.signum() == 0
            ? beyond(Rational.ONE.dividedBy(above))
            : between(Rational.ONE.dividedBy(above), Rational.ONE.dividedBy(below));
    return whole.plus(Rational.ONE.dividedBy(inverse));
  }

  private static Rational beyond(Rational value) {
    BigInteger floor = value.numerator().divide(value.denominator());
    return new Rational(floor.add(BigInteger.ONE), BigInteger.ONE);
  }
}
