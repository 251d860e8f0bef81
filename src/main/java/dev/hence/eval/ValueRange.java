package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.List;
import java.util.Optional;

/**
 * An interval in which all values of something lie.
 *
 * @param low the lower end; empty if it is infinite
 * @param lowMet whether a value may be the lower end
 * @param high the upper end; empty if it is infinite
 * @param highMet whether a value may be the upper end
 */
record ValueRange(
    Optional<Rational> low, boolean lowMet, Optional<Rational> high, boolean highMet) {
  static final ValueRange REALS = new ValueRange(Optional.empty(), false, Optional.empty(), false);
  static final ValueRange POSITIVE =
      new ValueRange(Optional.of(Rational.ZERO), false, Optional.empty(), false);
  static final ValueRange NONNEGATIVE =
      new ValueRange(Optional.of(Rational.ZERO), true, Optional.empty(), false);

  static ValueRange of(Rational value) {
    return between(value, value, true);
  }

  static ValueRange between(Rational low, Rational high, boolean met) {
    return new ValueRange(Optional.of(low), met, Optional.of(high), met);
  }

  boolean isPositive() {
    return low.filter(l -> l.signum() > (lowMet ? 0 : -1)).isPresent();
  }

  boolean isNonnegative() {
    return low.filter(l -> l.signum() >= 0).isPresent();
  }

  ValueRange negated() {
    return new ValueRange(
        high.map(Rational::negate), highMet, low.map(Rational::negate), lowMet);
  }

  ValueRange plus(ValueRange other) {
    return new ValueRange(
        low.flatMap(a -> other.low.map(a::plus)),
        lowMet && other.lowMet,
        high.flatMap(a -> other.high.map(a::plus)),
        highMet && other.highMet);
  }

  ValueRange times(Rational factor) {
    if (factor.signum() == 0) {
      return of(Rational.ZERO);
    }
    ValueRange positive =
        new ValueRange(
            low.map(size(factor)::times), lowMet, high.map(size(factor)::times), highMet);
    return factor.signum() > 0 ? positive : positive.negated();
  }

  /** Products of values of two intervals; of unbounded ones only signs are kept. */
  ValueRange times(ValueRange other) {
    if (isBounded() && other.isBounded()) {
      return hull(other);
    }
    if (isNonnegative() && other.isNonnegative()) {
      return isPositive() && other.isPositive() ? POSITIVE : NONNEGATIVE;
    }
    if (negated().isNonnegative()) {
      return other.negated().isNonnegative() || other.isNonnegative()
          ? negated().times(other).negated()
          : REALS;
    }
    return isNonnegative() && other.negated().isNonnegative()
        ? times(other.negated()).negated()
        : REALS;
  }

  private ValueRange hull(ValueRange other) {
    List<Rational> ends =
        List.of(
            low.orElseThrow().times(other.low.orElseThrow()),
            low.orElseThrow().times(other.high.orElseThrow()),
            high.orElseThrow().times(other.low.orElseThrow()),
            high.orElseThrow().times(other.high.orElseThrow()));
    Rational least = ends.stream().min(Rational::compareTo).orElseThrow();
    Rational most = ends.stream().max(Rational::compareTo).orElseThrow();
    boolean met = lowMet || highMet || other.lowMet || other.highMet;
    boolean signed = isNonnegative() && other.isNonnegative();
    boolean positive = isPositive() && other.isPositive() && least.signum() == 0;
    return new ValueRange(
        Optional.of(least), signed ? met && !positive : met, Optional.of(most), met);
  }

  /** The squares of its values. */
  ValueRange squared() {
    ValueRange away = isNonnegative() ? this : negated();
    if (away.isNonnegative()) {
      return new ValueRange(
          away.low.map(l -> l.times(l)), away.lowMet, away.high.map(h -> h.times(h)), away.highMet);
    }
    Optional<Rational> most =
        low.flatMap(
            l -> high.map(h -> size(l).compareTo(size(h)) > 0 ? size(l) : size(h)));
    return new ValueRange(
        Optional.of(Rational.ZERO), true, most.map(m -> m.times(m)), lowMet || highMet);
  }

  /** 1 over its values, which are all positive. */
  ValueRange inverted() {
    Optional<Rational> most = low.filter(l -> l.signum() > 0).map(Rational.ONE::dividedBy);
    Optional<Rational> least = high.map(Rational.ONE::dividedBy);
    return new ValueRange(
        Optional.of(least.orElse(Rational.ZERO)), least.isPresent() && highMet, most, lowMet);
  }

  private static Rational size(Rational value) {
    return value.signum() < 0 ? value.negate() : value;
  }

  private boolean isBounded() {
    return low.isPresent() && high.isPresent();
  }
}
