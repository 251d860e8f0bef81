package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * Real numbers enclosed with certainty, to a chosen precision.
 *
 * <p>Rationals stay exact while they are short, so that a difference that vanishes is recognised as
 * zero; everything else is a ball with a midpoint of the chosen precision. Safe for use by several
 * threads.
 */
public final class Enclosures implements Field<Enclosure> {
  /** Decimal digits to bits, with some to spare for the errors of a long computation. */
  private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

  private static final int GUARD = 32;

  /** Longer rationals cost more in greatest common divisors than exactness is worth. */
  private static final int EXACT_BITS = 256;

  private static final Rationals RATIONALS = new Rationals(EXACT_BITS);

  private final int digits;
  private final int bits;

  /**
   * @param digits significant decimal digits of midpoints; positive
   */
  public Enclosures(int digits) {
    if (digits < 1) {
      throw new IllegalArgumentException("digits: " + digits);
    }
    this.digits = digits;
    bits = (int) Math.ceil(digits * BITS_PER_DIGIT) + GUARD;
  }

  /** The precision in decimal digits. */
  public int digits() {
    return digits;
  }

  @Override
  public Enclosure of(Rational value) {
    return length(value) <= EXACT_BITS
        ? new Enclosure.Exact(value)
        : enclosure(Ball.of(value, bits));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the lower bound exceeds the upper
   */
  @Override
  public Enclosure between(Rational lower, Rational upper) {
    if (lower.compareTo(upper) > 0) {
      throw new IllegalArgumentException(lower + " > " + upper);
    }
    return lower.equals(upper)
        ? of(lower)
        : enclosure(Ball.between(Ball.of(lower, bits), Ball.of(upper, bits), bits));
  }

  @Override
  public Enclosure pi() {
    return enclosure(BallConstants.pi(bits));
  }

  @Override
  public boolean isZero(Enclosure a) {
    return a.isExactZero();
  }

  @Override
  public Enclosure add(Enclosure a, Enclosure b) {
    return exactly(a, b, Rational::plus).orElseGet(() -> enclosure(ball(a).plus(ball(b), bits)));
  }

  @Override
  public Enclosure subtract(Enclosure a, Enclosure b) {
    return exactly(a, b, Rational::minus).orElseGet(() -> enclosure(ball(a).minus(ball(b), bits)));
  }

  @Override
  public Enclosure multiply(Enclosure a, Enclosure b) {
    return exactly(a, b, Rational::times).orElseGet(() -> enclosure(ball(a).times(ball(b), bits)));
  }

  @Override
  public Enclosure negate(Enclosure a) {
    return switch (a) {
      case Enclosure.Exact(Rational value) -> new Enclosure.Exact(value.negate());
      case Enclosure.Approximate(Ball ball) -> enclosure(ball.negate());
    };
  }

  @Override
  public Enclosure divide(Enclosure a, Enclosure b) {
    if (b.isExactZero()) {
      throw EvaluationException.domain("division by zero");
    }
    return exactly(a, b, Rational::dividedBy)
        .orElseGet(() -> enclosure(ball(a).dividedBy(ball(b), bits)));
  }

  private Optional<Enclosure> exactly(
      Enclosure a, Enclosure b, BinaryOperator<Rational> operation) {
    if (a instanceof Enclosure.Exact(Rational p)
        && b instanceof Enclosure.Exact(Rational q)
        && length(p) + length(q) <= EXACT_BITS) {
      return Optional.of(new Enclosure.Exact(operation.apply(p, q)));
    }
    return Optional.empty();
  }

  @Override
  public Enclosure power(Enclosure base, int exponent) {
    if (base instanceof Enclosure.Exact(Rational value)) {
      Optional<Enclosure> exact = exactly(() -> RATIONALS.power(value, exponent));
      if (exact.isPresent()) {
        return exact.get();
      }
    }
    if (exponent == 0) {
      return one();
    }
    Ball power = ball(base).power(Math.abs((long) exponent), bits);
    return enclosure(exponent > 0 ? power : Ball.ONE.dividedBy(power, bits));
  }

  @Override
  public Enclosure power(Enclosure base, Enclosure exponent) {
    if (exponent instanceof Enclosure.Exact(Rational q)) {
      if (base instanceof Enclosure.Exact(Rational p)) {
        Optional<Enclosure> exact = exactly(() -> RATIONALS.power(p, q));
        if (exact.isPresent()) {
          return exact.get();
        }
      }
    }
    int work = bits + GUARD;
    Ball log = BallFunctions.apply(ElementaryFunction.LOG, ball(base), work);
    Ball product = log.times(ball(exponent), work);
    return enclosure(BallFunctions.apply(ElementaryFunction.EXP, product, bits));
  }

  @Override
  public Enclosure root(Enclosure a, int n) {
    if (a instanceof Enclosure.Exact(Rational value)) {
      Optional<Enclosure> exact = exactly(() -> RATIONALS.root(value, n));
      if (exact.isPresent()) {
        return exact.get();
      }
    }
    return enclosure(BallRoot.root(ball(a), n, bits));
  }

  @Override
  public Enclosure apply(ElementaryFunction function, Enclosure a) {
    return switch (a) {
      case Enclosure.Exact(Rational value) ->
          exactly(() -> RATIONALS.apply(function, value))
              .orElseGet(
                  () -> enclosure(BallFunctions.apply(function, fine(function, value), bits)));
      case Enclosure.Approximate(Ball ball) -> enclosure(BallFunctions.apply(function, ball, bits));
    };
  }

  /** A rational argument, finely enough for steep functions to reach the precision too. */
  private Ball fine(ElementaryFunction function, Rational value) {
    int integerBits = Math.max(0, value.numerator().bitLength() - value.denominator().bitLength());
    int steepness =
        switch (function) {
          case EXP, SIN, COS, TAN, SINH, COSH -> integerBits;
          case ARCSIN, ARCCOS, ARCOSH, ARTANH -> EXACT_BITS;
          case LOG, SQRT, ARCTAN, TANH, ARSINH, ERF -> 0;
        };
    return Ball.of(value, bits + GUARD + steepness);
  }

  /** A rational result if there is one and it is short. */
  private static Optional<Enclosure> exactly(Supplier<Rational> operation) {
    try {
      return Optional.of(new Enclosure.Exact(operation.get()));
    } catch (EvaluationException e) {
      return switch (e.reason()) {
        case INEXACT, UNSUPPORTED -> Optional.empty();
        case DOMAIN, OVERFLOW, INDETERMINATE, KINK -> throw e;
      };
    }
  }

  @Override
  public double uncertainty(Enclosure a) {
    return a.radius().doubleValue();
  }

  /** In as many digits as an integral is worth, a part of the precision. */
  @Override
  public Enclosure integral(
      Enclosure lower, Enclosure upper, Program integrand, List<Enclosure> captured) {
    Enclosures numbers = new Enclosures(Math.min(digits, Quadrature.DIGITS));
    try {
      return new Quadrature<>(numbers, digits).integral(lower, upper, integrand, captured);
    } catch (EvaluationException notFound) {
      boolean open = notFound.reason() == EvaluationException.Reason.INDETERMINATE;
      throw open && new Poles(numbers, integrand, captured).between(lower, upper)
          ? EvaluationException.domain("an integral over a pole")
          : notFound;
    }
  }

  @Override
  public Enclosure select(Enclosure condition, Enclosure ifPositive, Enclosure ifNegative) {
    return select(condition, () -> ifPositive, () -> ifNegative);
  }

  @Override
  public Enclosure select(
      Enclosure condition, Supplier<Enclosure> ifPositive, Supplier<Enclosure> ifNegative) {
    int sign = condition.sign();
    if (sign == 0) {
      throw EvaluationException.kink();
    }
    return sign > 0 ? ifPositive.get() : ifNegative.get();
  }

  @Override
  public Enclosure choose(
      Enclosure condition, Supplier<Enclosure> ifNonnegative, Supplier<Enclosure> ifNegative) {
    return condition.sign() >= 0 ? ifNonnegative.get() : ifNegative.get();
  }

  @Override
  public List<Enclosure> matrixExponential(int n, List<Enclosure> entries) {
    return FiniteExponential.of(this, n, entries)
        .orElseGet(
            () ->
                BallMatrixExponential.of(n, entries.stream().map(this::ball).toList(), bits)
                    .stream()
                    .map(Enclosures::enclosure)
                    .toList());
  }

  private Ball ball(Enclosure a) {
    return switch (a) {
      case Enclosure.Exact(Rational value) -> Ball.of(value, bits);
      case Enclosure.Approximate(Ball ball) -> ball;
    };
  }

  private static Enclosure enclosure(Ball ball) {
    return ball.isZero() ? new Enclosure.Exact(Rational.ZERO) : new Enclosure.Approximate(ball);
  }

  private static int length(Rational a) {
    return a.numerator().bitLength() + a.denominator().bitLength();
  }
}
