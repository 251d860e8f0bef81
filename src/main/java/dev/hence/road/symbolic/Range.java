package dev.hence.road.symbolic;

import dev.hence.expr.Rational;

/**
 * An interval that surely holds every value of a term; knows besides whether 0 is surely no value.
 *
 * <p>Interval arithmetic without correlation: sound, never complete. Ends that grow beyond {@value
 * #WIDEST_BITS} bits are widened to 0 or infinity.
 */
public record Range(Bound low, Bound high, boolean nonzero) {
  private static final int WIDEST_BITS = 160;

  public static final Range ALL = new Range(Bound.MINUS_INFINITY, Bound.PLUS_INFINITY, false);
  public static final Range POSITIVE =
      new Range(Bound.open(Rational.ZERO), Bound.PLUS_INFINITY, true);
  public static final Range NONNEGATIVE =
      new Range(Bound.closed(Rational.ZERO), Bound.PLUS_INFINITY, false);

  /**
   * One end of an interval.
   *
   * @param value the end; 0 at infinity
   * @param infinity −1, 0 or 1
   * @param open whether the end itself is excluded
   */
  public record Bound(Rational value, int infinity, boolean open) {
    static final Bound MINUS_INFINITY = new Bound(Rational.ZERO, -1, true);
    static final Bound PLUS_INFINITY = new Bound(Rational.ZERO, 1, true);

    static Bound open(Rational value) {
      return new Bound(value, 0, true);
    }

    static Bound closed(Rational value) {
      return new Bound(value, 0, false);
    }

    int signum() {
      return infinity != 0 ? infinity : value.signum();
    }

    Bound negate() {
      return new Bound(value.negate(), -infinity, open);
    }

    Bound plus(Bound other) {
      return infinity != 0
          ? this
          : other.infinity != 0 ? other : new Bound(value.plus(other.value), 0, open || other.open);
    }

    /** A closed 0 is attained whatever the other factor does. */
    Bound times(Bound other) {
      if (isClosedZero() || other.isClosedZero()) {
        return closed(Rational.ZERO);
      }
      if (signum() * other.signum() == 0) {
        return open(Rational.ZERO);
      }
      return infinity != 0 || other.infinity != 0
          ? signum() * other.signum() > 0 ? PLUS_INFINITY : MINUS_INFINITY
          : new Bound(value.times(other.value), 0, open || other.open);
    }

    /** 1/end of a range on the positive side; 0 and infinity change places. */
    Bound reciprocal() {
      if (infinity != 0) {
        return open(Rational.ZERO);
      }
      return value.signum() == 0
          ? PLUS_INFINITY
          : new Bound(Rational.ONE.dividedBy(value), 0, open);
    }

    private boolean isClosedZero() {
      return signum() == 0 && !open;
    }

    private int compare(Bound other) {
      return infinity != other.infinity
          ? Integer.compare(infinity, other.infinity)
          : value.compareTo(other.value);
    }

    private boolean wide() {
      return value.numerator().bitLength() + value.denominator().bitLength() > WIDEST_BITS;
    }
  }

  public Range {
    nonzero = nonzero || low.signum() > 0 || high.signum() < 0;
    nonzero = nonzero || (low.signum() == 0 && low.open()) || (high.signum() == 0 && high.open());
    if (low.wide()) {
      low = low.signum() > 0 ? Bound.open(Rational.ZERO) : Bound.MINUS_INFINITY;
    }
    if (high.wide()) {
      high = high.signum() < 0 ? Bound.open(Rational.ZERO) : Bound.PLUS_INFINITY;
    }
  }

  static Range point(Rational value) {
    return new Range(Bound.closed(value), Bound.closed(value), value.signum() != 0);
  }

  static Range open(long low, long high) {
    return new Range(Bound.open(Rational.of(low)), Bound.open(Rational.of(high)), false);
  }

  static Range closed(long low, long high) {
    return new Range(Bound.closed(Rational.of(low)), Bound.closed(Rational.of(high)), false);
  }

  static Range atLeast(long low) {
    return new Range(Bound.closed(Rational.of(low)), Bound.PLUS_INFINITY, false);
  }

  static Range above(long low) {
    return new Range(Bound.open(Rational.of(low)), Bound.PLUS_INFINITY, false);
  }

  boolean positive() {
    return nonnegative() && nonzero;
  }

  boolean nonnegative() {
    return low.signum() >= 0;
  }

  boolean nonpositive() {
    return high.signum() <= 0;
  }

  boolean negative() {
    return high.signum() <= 0 && nonzero;
  }

  /** Whether every value is at least 1. */
  boolean atLeastOne() {
    return low.infinity() == 0 && low.value().compareTo(Rational.ONE) >= 0;
  }

  /** Whether every value lies in the other range too. */
  boolean within(Range other) {
    int below = low.compare(other.low);
    int above = high.compare(other.high);
    return (below > 0 || (below == 0 && (low.open() || !other.low.open())))
        && (above < 0 || (above == 0 && (high.open() || !other.high.open())));
  }

  Range withoutZero() {
    return new Range(low, high, true);
  }

  Range negate() {
    return new Range(high.negate(), low.negate(), nonzero);
  }

  Range plus(Range other) {
    return new Range(low.plus(other.low), high.plus(other.high), false);
  }

  Range times(Range other) {
    Bound[] ends = {
      low.times(other.low), low.times(other.high), high.times(other.low), high.times(other.high)
    };
    return new Range(least(ends), greatest(ends), nonzero && other.nonzero);
  }

  /** The values of u^n for n ≥ 1. */
  Range power(int n) {
    if (n > 64) {
      return n % 2 == 0 ? signOnly(true) : signOnly(false);
    }
    Range result = this;
    for (int i = 1; i < n; i++) {
      result = result.times(this);
    }
    return n % 2 == 0 && low.signum() < 0 ? result.meet(signOnly(true)) : result;
  }

  /** The values of 1/u where it is defined. */
  Range reciprocal() {
    if (high.signum() <= 0 && low.signum() < 0) {
      return negate().reciprocal().negate();
    }
    return nonnegative() ? new Range(high.reciprocal(), low.reciprocal(), true) : ALL.withoutZero();
  }

  /** What only the sign of u tells about u, or about |u|. */
  Range signOnly(boolean absolute) {
    Range range =
        absolute || nonnegative() ? NONNEGATIVE : high.signum() <= 0 ? NONNEGATIVE.negate() : ALL;
    return nonzero ? range.withoutZero().strict() : range;
  }

  Range meet(Range other) {
    Bound l = low.compare(other.low) >= 0 ? low : other.low;
    Bound h = high.compare(other.high) <= 0 ? high : other.high;
    return new Range(l, h, nonzero || other.nonzero);
  }

  Range hull(Range other) {
    Bound[] lows = {low, other.low};
    Bound[] highs = {high, other.high};
    return new Range(least(lows), greatest(highs), nonzero && other.nonzero);
  }

  private Range strict() {
    return low.signum() == 0 ? POSITIVE : high.signum() == 0 ? POSITIVE.negate() : this;
  }

  private static Bound least(Bound... ends) {
    Bound best = ends[0];
    for (Bound end : ends) {
      int order = end.compare(best);
      best = order < 0 || (order == 0 && !end.open()) ? end : best;
    }
    return best;
  }

  private static Bound greatest(Bound... ends) {
    Bound best = ends[0];
    for (Bound end : ends) {
      int order = end.compare(best);
      best = order > 0 || (order == 0 && !end.open()) ? end : best;
    }
    return best;
  }
}
