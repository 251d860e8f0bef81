package dev.hence.eval;

import dev.hence.expr.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A real number of which it is known for certain between which two rationals it lies. */
public sealed interface Enclosure {
  /** A number that is known exactly. */
  record Exact(Rational value) implements Enclosure {
    @Override
    public boolean isExactZero() {
      return value.signum() == 0;
    }

    @Override
    public boolean containsZero() {
      return value.signum() == 0;
    }

    @Override
    public int sign() {
      return value.signum();
    }

    @Override
    public Rational lower() {
      return value;
    }

    @Override
    public Rational upper() {
      return value;
    }

    @Override
    public BigDecimal radius() {
      return BigDecimal.ZERO;
    }

    @Override
    public double toDouble() {
      return value.toDouble();
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A number somewhere in a ball. */
  record Approximate(Ball ball) implements Enclosure {
    private static final MathContext COARSE = new MathContext(3, RoundingMode.CEILING);

    @Override
    public boolean containsZero() {
      return !ball.excludesZero();
    }

    @Override
    public boolean isExactZero() {
      return ball.isZero();
    }

    @Override
    public int sign() {
      if (containsZero() && !ball.isZero()) {
        throw EvaluationException.indeterminate("sign of " + this);
      }
      return ball.sign();
    }

    @Override
    public Rational lower() {
      return ball.lower().toRational();
    }

    @Override
    public Rational upper() {
      return ball.upper().toRational();
    }

    @Override
    public BigDecimal radius() {
      return BallText.scaled(ball.radius(), COARSE);
    }

    @Override
    public double toDouble() {
      return ball.toDouble();
    }

    @Override
    public String toString() {
      return BallText.of(ball);
    }
  }

  /** Whether the number may be zero. */
  boolean containsZero();

  /** Whether the number is certainly not zero. */
  default boolean excludesZero() {
    return !containsZero();
  }

  /** Whether the number is certainly zero. */
  boolean isExactZero();

  /**
   * The sign of the number: −1, 0 or 1.
   *
   * @throws EvaluationException {@code INDETERMINATE} if it is not certain
   */
  int sign();

  /**
   * The greatest number that is known not to exceed this one.
   *
   * @throws EvaluationException {@code UNSUPPORTED} if it is too large or small to be written out
   */
  Rational lower();

  /** The least number that is known not to be exceeded by this one. */
  Rational upper();

  /** The radius, rounded up to three digits; zero exactly for numbers that are known exactly. */
  BigDecimal radius();

  /** Whether a rational lies between the bounds. */
  default boolean contains(Rational value) {
    return lower().compareTo(value) <= 0 && upper().compareTo(value) >= 0;
  }

  /** A double near the middle. */
  double toDouble();
}
