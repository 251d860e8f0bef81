package dev.hence.road.numeric;

import dev.hence.expr.Rational;
import java.util.List;
import java.util.function.DoubleFunction;

/** Ways to make a double a simple number, the simplest first. */
final class Rounding {
  /** To multiples of 1/g, and to the fraction of least denominator that is close enough. */
  static final List<DoubleFunction<Rational>> ALL =
      List.of(
          x -> grid(x, 1),
          x -> simplest(x, 1e-2),
          x -> grid(x, 64),
          x -> simplest(x, 1e-5),
          x -> grid(x, 1L << 20),
          Rational::of);

  private static final double LARGEST = 1e12;

  private Rounding() {}

  private static Rational grid(double x, long grid) {
    return Math.abs(x) < LARGEST ? Rational.of(Math.round(x * grid), grid) : Rational.of(x);
  }

  /** By continued fractions. */
  private static Rational simplest(double x, double error) {
    if (!(Math.abs(x) < LARGEST)) {
      return Rational.of(x);
    }
    double rest = x;
    long p = 1;
    long q = 0;
    long lastP = 0;
    long lastQ = 1;
    while (true) {
      long whole = (long) Math.floor(rest);
      long nextP = whole * p + lastP;
      long nextQ = whole * q + lastQ;
      lastP = p;
      lastQ = q;
      p = nextP;
      q = nextQ;
      if (Math.abs(x - (double) p / q) <= error * Math.max(1, Math.abs(x)) || q > 1_000_000) {
        return Rational.of(p, q);
      }
      rest = 1 / (rest - whole);
    }
  }
}
