package dev.hence.algebra;

import dev.hence.expr.Rational;
import java.math.BigInteger;

/** A real number that is known exactly: a rational, or a root of a polynomial. */
sealed interface Place {
  /** A rational number. */
  record Exact(Rational value) implements Place {
    @Override
    public Interval near(int bits) {
      return new Interval(value, value);
    }

    @Override
    public boolean isRootOf(IntegerPolynomial p) {
      return p.sign(value) == 0;
    }

    @Override
    public Place exact() {
      return this;
    }
  }

  /**
   * The only root between two numbers that are none.
   *
   * @param polynomial square-free
   */
  record Root(IntegerPolynomial polynomial, Rational lower, Rational upper) implements Place {
    private static final Rational HALF = Rational.of(1, 2);

    @Override
    public Interval near(int bits) {
      Rational width = new Rational(BigInteger.ONE, BigInteger.ONE.shiftLeft(bits));
      Rational low = lower;
      Rational high = upper;
      int below = signBelow();
      while (high.minus(low).compareTo(width) > 0) {
        Rational middle = low.plus(high).times(HALF);
        int sign = polynomial.sign(middle);
        if (sign == 0) {
          return new Interval(middle, middle);
        }
        low = sign == below ? middle : low;
        high = sign == below ? high : middle;
      }
      return new Interval(low, high);
    }

    /** The sign just above the lower end, which may itself be a root. */
    private int signBelow() {
      return polynomial.sign(upper) != 0
          ? -polynomial.sign(upper)
          : polynomial.sign(lower) != 0 ? polynomial.sign(lower) : slope();
    }

    private int slope() {
      return polynomial.derivative().sign(lower);
    }

    @Override
    public boolean isRootOf(IntegerPolynomial p) {
      IntegerPolynomial common = polynomial.gcd(p);
      return common.degree() > 0
          && RealRoots.of(common.squareFree()).stream().anyMatch(this::isSame);
    }

    private boolean isSame(Place other) {
      for (int bits = 16; ; bits *= 2) {
        Interval mine = near(bits);
        Interval others = other.near(bits);
        if (mine.isApartFrom(others)) {
          return false;
        }
        if (lower.compareTo(others.lower()) < 0 && upper.compareTo(others.upper()) > 0) {
          return true; // A root of a divisor between the bounds of this one.
        }
      }
    }

    /** As a rational number, if it is one: its denominator divides the lead. */
    @Override
    public Place exact() {
      BigInteger lead = polynomial.lead().abs();
      Interval near = near(lead.bitLength() + 2);
      Rational scaled =
          near.lower().plus(near.upper()).times(HALF).times(new Rational(lead, BigInteger.ONE));
      BigInteger rounded = floor(scaled.plus(HALF));
      Rational candidate = new Rational(rounded, lead);
      boolean inside = candidate.compareTo(lower) > 0 && candidate.compareTo(upper) < 0;
      return inside && polynomial.sign(candidate) == 0 ? new Exact(candidate) : this;
    }

    private static BigInteger floor(Rational value) {
      BigInteger[] parts = value.numerator().divideAndRemainder(value.denominator());
      return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
  }

  /** Bounds of the number that are no further apart than 2^−bits. */
  Interval near(int bits);

  boolean isRootOf(IntegerPolynomial p);

  /** The same, as a rational number if it is one. */
  Place exact();
}
