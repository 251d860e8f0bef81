package dev.hence.road.symbolic;

import dev.hence.expr.Rational;

/**
 * What is assumed of a real symbol.
 *
 * @param range where its values lie
 * @param integer whether they are integers
 */
public record Domain(Range range, boolean integer) {
  public static final Domain REAL = new Domain(Range.ALL, false);
  public static final Domain POSITIVE = new Domain(Range.POSITIVE, false);
  public static final Domain NONNEGATIVE = new Domain(Range.NONNEGATIVE, false);
  public static final Domain NEGATIVE = new Domain(Range.POSITIVE.negate(), false);
  public static final Domain NONZERO = new Domain(Range.ALL.withoutZero(), false);
  public static final Domain INTEGER = new Domain(Range.ALL, true);

  /** The closed interval from {@code low} to {@code high}. */
  public static Domain closed(Rational low, Rational high) {
    return new Domain(new Range(Range.Bound.closed(low), Range.Bound.closed(high), false), false);
  }

  /** The open interval from {@code low} to {@code high}. */
  public static Domain open(Rational low, Rational high) {
    return new Domain(new Range(Range.Bound.open(low), Range.Bound.open(high), false), false);
  }
}
