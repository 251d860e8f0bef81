package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The numbers in which an expression is evaluated.
 *
 * <p>Values are immutable. Every operation either returns a value that stands for the exact result
 * (itself, an enclosure of it, its rounding, a recorded instruction) or throws {@link
 * EvaluationException}; none returns a number where the mathematics has none.
 *
 * @param <S> a number
 */
public interface Field<S> {
  /** The number that stands for a rational. */
  S of(Rational value);

  default S of(long value) {
    return of(Rational.of(value));
  }

  default S zero() {
    return of(Rational.ZERO);
  }

  default S one() {
    return of(Rational.ONE);
  }

  /** The circle constant. */
  S pi();

  /** Whether a number is certainly zero, exactly; false where that is not known. */
  boolean isZero(S a);

  S add(S a, S b);

  S subtract(S a, S b);

  S multiply(S a, S b);

  S negate(S a);

  /**
   * A quotient.
   *
   * @throws EvaluationException {@code DOMAIN} if the divisor is exactly zero, {@code
   *     INDETERMINATE} if it may be
   */
  S divide(S a, S b);

  /**
   * An integer power, defined for every base (0⁰ = 1) but for zero to a negative exponent.
   *
   * @throws EvaluationException {@code DOMAIN} at zero to a negative exponent
   */
  S power(S base, int exponent);

  /**
   * The real power exp(exponent · log base).
   *
   * @throws EvaluationException {@code DOMAIN} unless the base is positive
   */
  S power(S base, S exponent);

  /**
   * The real n-th root; for odd n also of negative numbers.
   *
   * @param n positive
   * @throws EvaluationException {@code DOMAIN} for an even root of a negative number
   */
  S root(S a, int n);

  /**
   * A function of one real variable.
   *
   * @throws EvaluationException {@code DOMAIN} outside its domain
   */
  S apply(ElementaryFunction function, S a);

  /**
   * One of two values, by the sign of a condition.
   *
   * @throws EvaluationException {@code KINK} if the condition is exactly zero, {@code
   *     INDETERMINATE} if it may be
   */
  S select(S condition, S ifPositive, S ifNegative);

  /**
   * The same where the branch that is not taken may have no value (the logarithm of a negative
   * number, say). Arithmetic that knows signs asks only for the branch it takes; a {@link Tape}
   * asks for both.
   */
  default S select(S condition, Supplier<S> ifPositive, Supplier<S> ifNegative) {
    return select(condition, ifPositive.get(), ifNegative.get());
  }

  /**
   * The first of two values where a condition is at least zero, else the second. Unlike {@link
   * #select} it has a value where the condition is zero: 𝟙[x ≥ 0] is 1 at 0, and 𝟙[x > 0] is 0.
   *
   * @throws EvaluationException {@code INDETERMINATE} if that is not certain, {@code KINK} in
   *     numbers that ask for a derivative there
   */
  default S choose(S condition, Supplier<S> ifNonnegative, Supplier<S> ifNegative) {
    return select(condition, ifNonnegative, ifNegative);
  }

  /** The same where the two values need not meet where the condition is zero. */
  default S jump(S condition, Supplier<S> ifNonnegative, Supplier<S> ifNegative) {
    return choose(condition, ifNonnegative, ifNegative);
  }

  /**
   * A value as one that changes linearly with the variable of an integral that is being recorded;
   * empty where it does not, or that is not known.
   */
  default Optional<Line<S>> line(S value, S variable) {
    return Optional.empty();
  }

  /**
   * A value that exists only where another does: a derivative, where the function has a value.
   * Arithmetic has computed the other before; a {@link Tape} must not forget it.
   */
  default S given(S value, S witness) {
    return value;
  }

  /**
   * The exponential exp(A) = Σ Aᵏ/k! of a square matrix.
   *
   * @param n rows, and columns
   * @param entries n² entries, row by row
   * @return n² entries, row by row
   */
  List<S> matrixExponential(int n, List<S> entries);

  /**
   * Definite integrals of numbers that a variable makes, while a computation is recorded.
   *
   * @param integrands their values at a value of the variable
   */
  default List<S> integrals(S lower, S upper, Function<S, List<S>> integrands) {
    throw EvaluationException.unsupported("an integral in these numbers");
  }

  /**
   * The definite integral of a program.
   *
   * @param integrand has one output; its inputs are the variable, then what it captured
   * @param captured what else the integrand reads
   * @throws EvaluationException {@code INDETERMINATE} if it was not found closely enough
   */
  default S integral(S lower, S upper, Program integrand, List<S> captured) {
    throw EvaluationException.unsupported("an integral in these numbers");
  }

  /** Every number between two bounds, in numbers that can stand for that. */
  default S between(Rational lower, Rational upper) {
    throw EvaluationException.unsupported("an interval in these numbers");
  }

  /** How far a value may be from its middle. */
  default double uncertainty(S a) {
    return 0;
  }
}
