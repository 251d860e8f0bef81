package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Exact rational arithmetic. A value that is not rational (the square root of 2, π) is refused with
 * {@code INEXACT}, one that grows beyond the bound with {@code UNSUPPORTED}.
 */
public final class Rationals implements Field<Rational> {
  private final int bits;

  /** Rationals whose numerators and denominators have up to 20,000 bits. */
  public Rationals() {
    this(20_000);
  }

  /**
   * @param bits the greatest length of a numerator or denominator
   */
  public Rationals(int bits) {
    this.bits = bits;
  }

  @Override
  public Rational of(Rational value) {
    return bounded(value);
  }

  @Override
  public Rational pi() {
    throw EvaluationException.inexact("π is not rational");
  }

  @Override
  public boolean isZero(Rational a) {
    return a.signum() == 0;
  }

  @Override
  public Rational add(Rational a, Rational b) {
    return bounded(a.plus(b));
  }

  @Override
  public Rational subtract(Rational a, Rational b) {
    return bounded(a.minus(b));
  }

  @Override
  public Rational multiply(Rational a, Rational b) {
    return bounded(a.times(b));
  }

  @Override
  public Rational negate(Rational a) {
    return a.negate();
  }

  @Override
  public Rational divide(Rational a, Rational b) {
    if (b.signum() == 0) {
      throw EvaluationException.domain("division by zero");
    }
    return bounded(a.dividedBy(b));
  }

  @Override
  public Rational power(Rational base, int exponent) {
    if (base.signum() == 0 && exponent < 0) {
      throw EvaluationException.domain("division by zero");
    }
    if (isUnit(base)) {
      return exponent % 2 == 0 ? base.times(base) : base;
    }
    if (base.signum() == 0) {
      return exponent == 0 ? Rational.ONE : base;
    }
    // A base other than 0 and ±1 has a part of at least 2 bits, which grows by a bit a factor.
    if (Math.abs((long) exponent) * (length(base) - 1) > bits) {
      throw tooLarge();
    }
    return bounded(base.power(exponent));
  }

  @Override
  public Rational power(Rational base, Rational exponent) {
    if (base.signum() <= 0) {
      throw EvaluationException.domain("real power of " + base);
    }
    if (isUnit(base)) {
      return base;
    }
    if (exponent.numerator().bitLength() > 31 || exponent.denominator().bitLength() > 31) {
      throw EvaluationException.inexact("real power");
    }
    Rational root = root(base, exponent.denominator().intValueExact());
    return power(root, exponent.numerator().intValueExact());
  }

  @Override
  public Rational root(Rational a, int n) {
    if (a.signum() < 0 && n % 2 == 0) {
      throw EvaluationException.domain("even root of " + a);
    }
    if (n == 1 || a.signum() == 0 || isUnit(a)) {
      return a;
    }
    return new Rational(exactRoot(a.numerator(), n), exactRoot(a.denominator(), n));
  }

  @Override
  public Rational apply(ElementaryFunction function, Rational a) {
    return exact(function, a)
        .orElseThrow(() -> EvaluationException.inexact(function.text() + " is not rational here"));
  }

  @Override
  public Rational select(Rational condition, Rational ifPositive, Rational ifNegative) {
    return select(condition, () -> ifPositive, () -> ifNegative);
  }

  @Override
  public Rational select(
      Rational condition, Supplier<Rational> ifPositive, Supplier<Rational> ifNegative) {
    if (condition.signum() == 0) {
      throw EvaluationException.kink();
    }
    return condition.signum() > 0 ? ifPositive.get() : ifNegative.get();
  }

  @Override
  public Rational choose(
      Rational condition, Supplier<Rational> ifNonnegative, Supplier<Rational> ifNegative) {
    return condition.signum() >= 0 ? ifNonnegative.get() : ifNegative.get();
  }

  /** The finite sum of a nilpotent matrix; of any other the exponential is not rational. */
  @Override
  public List<Rational> matrixExponential(int n, List<Rational> entries) {
    return FiniteExponential.of(this, n, entries)
        .orElseThrow(() -> EvaluationException.inexact("matrix exponential is not rational"));
  }

  /**
   * The value where it is rational; by Lindemann, and for erf by Siegel, it is not at any other
   * rational argument.
   */
  private Optional<Rational> exact(ElementaryFunction function, Rational a) {
    return switch (function) {
      case EXP, COS, COSH -> a.signum() == 0 ? Optional.of(Rational.ONE) : Optional.empty();
      case SIN, TAN, ARCTAN, SINH, TANH, ARSINH, ERF ->
          a.signum() == 0 ? Optional.of(a) : Optional.empty();
      case LOG -> {
        if (a.signum() <= 0) {
          throw EvaluationException.domain("log of " + a);
        }
        yield a.equals(Rational.ONE) ? Optional.of(Rational.ZERO) : Optional.empty();
      }
      case SQRT -> Optional.of(root(a, 2));
      case ARCSIN -> {
        requireCosine(function, a);
        yield a.signum() == 0 ? Optional.of(a) : Optional.empty();
      }
      case ARCCOS -> {
        requireCosine(function, a);
        yield a.equals(Rational.ONE) ? Optional.of(Rational.ZERO) : Optional.empty();
      }
      case ARCOSH -> {
        if (a.compareTo(Rational.ONE) < 0) {
          throw EvaluationException.domain("arcosh of " + a);
        }
        yield a.equals(Rational.ONE) ? Optional.of(Rational.ZERO) : Optional.empty();
      }
      case ARTANH -> {
        requireCosine(function, a);
        if (isUnit(a)) {
          throw EvaluationException.domain("artanh of " + a);
        }
        yield a.signum() == 0 ? Optional.of(a) : Optional.empty();
      }
    };
  }

  private static void requireCosine(ElementaryFunction function, Rational a) {
    if (a.numerator().abs().compareTo(a.denominator()) > 0) {
      throw EvaluationException.domain(function.text() + " of " + a);
    }
  }

  private static BigInteger exactRoot(BigInteger a, int n) {
    BigInteger root = integerRoot(a.abs(), n);
    // The root of a number of L bits has at most L/n + 1 bits, so this power stays small.
    if (!root.pow(n).equals(a.abs())) {
      throw EvaluationException.inexact("root is not rational");
    }
    return a.signum() < 0 ? root.negate() : root;
  }

  /** The n-th root rounded down, by bisection on its bits. */
  private static BigInteger integerRoot(BigInteger a, int n) {
    if (n == 2) {
      return a.sqrt();
    }
    BigInteger root = BigInteger.ZERO;
    for (int bit = a.bitLength() / n; bit >= 0; bit--) {
      BigInteger next = root.setBit(bit);
      if ((next.bitLength() - 1L) * n < a.bitLength() && next.pow(n).compareTo(a) <= 0) {
        root = next;
      }
    }
    return root;
  }

  private static boolean isUnit(Rational a) {
    return a.numerator().abs().equals(BigInteger.ONE) && a.isInteger();
  }

  private static int length(Rational a) {
    return Math.max(a.numerator().abs().bitLength(), a.denominator().bitLength());
  }

  private Rational bounded(Rational a) {
    if (length(a) > bits) {
      throw tooLarge();
    }
    return a;
  }

  private EvaluationException tooLarge() {
    return EvaluationException.unsupported("rational of more than " + bits + " bits");
  }
}
