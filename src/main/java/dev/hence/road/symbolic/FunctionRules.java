package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Values of elementary functions that the factory folds, their ranges, and where they are defined.
 */
final class FunctionRules {
  private FunctionRules() {}

  /** The value at a rational argument, where it is 0, 1 or a part of π, or an absolute value. */
  static Optional<Term> value(Terms terms, Elementary function, Term argument) {
    if (function == Elementary.ABS && argument.range().nonnegative()) {
      return Optional.of(argument);
    }
    if (!(argument instanceof Term.Constant c)) {
      return Optional.empty();
    }
    Rational at = c.value();
    return switch (function) {
      case ABS -> Optional.of(terms.constant(at.signum() < 0 ? at.negate() : at));
      case EXP, COS, COSH -> at.signum() == 0 ? Optional.of(terms.one()) : Optional.empty();
      case LOG, ARCOSH -> at.equals(Rational.ONE) ? Optional.of(terms.zero()) : Optional.empty();
      case SIN, TAN, SINH, TANH, ARSINH, ARTANH, ERF ->
          at.signum() == 0 ? Optional.of(terms.zero()) : Optional.empty();
      case ARCSIN -> quarters(at).map(k -> partOfPi(terms, k, 6));
      case ARCCOS -> quarters(at).map(k -> partOfPi(terms, 3 - k, 6));
      case ARCTAN ->
          at.isInteger() && Math.abs(at.toDouble()) <= 1
              ? Optional.of(partOfPi(terms, at.intValueExact(), 4))
              : Optional.empty();
    };
  }

  /** k with sin(k·π/6) = at, for |k| ≤ 3. */
  private static Optional<Integer> quarters(Rational at) {
    return Stream.of(-3, -1, 0, 1, 3)
        .filter(k -> Rational.of(Math.abs(k) == 1 ? k : k * 2 / 3, 2).equals(at))
        .findFirst();
  }

  private static Term partOfPi(Terms terms, int numerator, int denominator) {
    return terms.product(terms.constant(Rational.of(numerator, denominator)), terms.pi());
  }

  static boolean definedOn(Elementary function, Range range) {
    return switch (function) {
      case EXP, SIN, COS, ARCTAN, SINH, COSH, TANH, ARSINH, ERF, ABS -> true;
      case LOG -> range.positive();
      case TAN -> range.within(Range.closed(-1, 1));
      case ARCSIN, ARCCOS -> range.within(Range.closed(-1, 1));
      case ARTANH -> range.within(Range.open(-1, 1));
      case ARCOSH -> range.atLeastOne();
    };
  }

  static Range range(Elementary function, Range range) {
    return switch (function) {
      case EXP ->
          range.positive()
              ? Range.above(1)
              : range.nonnegative()
                  ? Range.atLeast(1)
                  : range.negate().nonnegative()
                      ? Range.POSITIVE.meet(Range.closed(0, 1))
                      : Range.POSITIVE;
      case LOG ->
          range.within(Range.above(1))
              ? Range.POSITIVE
              : range.atLeastOne()
                  ? Range.NONNEGATIVE
                  : range.within(Range.closed(0, 1)) ? Range.NONNEGATIVE.negate() : Range.ALL;
      case SIN, COS -> Range.closed(-1, 1);
      case TAN, ARCOSH -> Range.ALL;
      case ARCCOS -> Range.closed(0, 4);
      case ARCSIN, ARCTAN -> range.signOnly(false).meet(Range.open(-2, 2));
      case SINH, ARSINH, ARTANH -> range.signOnly(false);
      case COSH -> Range.atLeast(1);
      case TANH, ERF -> range.signOnly(false).meet(Range.open(-1, 1));
      case ABS -> range.negate().nonnegative() ? range.negate() : range.signOnly(true);
    };
  }
}
