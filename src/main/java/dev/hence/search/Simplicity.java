package dev.hence.search;

import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.math.BigInteger;
import java.util.Collection;

/** The simplicity of numbers to a reader: 0, 1, −1, 2, −2, 1/2, … */
final class Simplicity {
  private Simplicity() {}

  /** Negative if the first point is simpler: by the sum over its entries. */
  static int compare(Point a, Point b) {
    return weight(a).compareTo(weight(b));
  }

  private static BigInteger weight(Point point) {
    return point.values().values().stream()
        .flatMap(Collection::stream)
        .map(Simplicity::weight)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Small integers first, a positive number just before its negative, fractions by their size. */
  static BigInteger weight(Rational value) {
    BigInteger size = value.numerator().abs().multiply(BigInteger.TWO);
    BigInteger sign = value.signum() < 0 ? BigInteger.ONE : BigInteger.ZERO;
    BigInteger fraction =
        value.isInteger() ? BigInteger.ZERO : value.denominator().multiply(BigInteger.valueOf(3));
    return size.add(sign).add(fraction);
  }

  /** The nearest multiple of 1/grid. */
  static Rational rounded(Rational value, long grid) {
    Rational scaled = value.times(Rational.of(grid)).plus(Rational.of(1, 2));
    BigInteger[] parts = scaled.numerator().divideAndRemainder(scaled.denominator());
    BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    return new Rational(floor, BigInteger.valueOf(grid));
  }
}
