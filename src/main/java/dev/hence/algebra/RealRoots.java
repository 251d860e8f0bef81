package dev.hence.algebra;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The real roots of a square-free polynomial, each between bounds of its own: by Descartes' rule of
 * signs and bisection (Collins and Akritas, Polynomial real root isolation, 1976).
 */
final class RealRoots {
  private static final Rational HALF = Rational.of(1, 2);

  private final IntegerPolynomial polynomial;
  private final List<Place> found = new ArrayList<>();

  private RealRoots(IntegerPolynomial polynomial) {
    this.polynomial = polynomial;
  }

  /** In ascending order. */
  static List<Place> of(IntegerPolynomial squareFree) {
    if (squareFree.degree() < 1) {
      return List.of();
    }
    RealRoots roots = new RealRoots(squareFree);
    Rational bound = roots.bound();
    roots.between(bound.negate(), bound);
    return roots.found.stream().map(Place::exact).toList();
  }

  /** A power of two above the size of all roots: 1 + the largest coefficient over the lead. */
  private Rational bound() {
    int bits = 0;
    for (BigInteger c : polynomial.coefficients()) {
      bits = Math.max(bits, c.abs().bitLength());
    }
    int shift = Math.max(bits - polynomial.lead().abs().bitLength() + 2, 1);
    return new Rational(BigInteger.ONE.shiftLeft(shift + 1), BigInteger.ONE);
  }

  private void between(Rational lower, Rational upper) {
    int changes = changes(lower, upper);
    if (changes == 0) {
      return;
    }
    if (changes == 1) {
      found.add(new Place.Root(polynomial, lower, upper));
      return;
    }
    Rational middle = lower.plus(upper).times(HALF);
    between(lower, middle);
    if (polynomial.sign(middle) == 0) {
      found.add(new Place.Exact(middle));
    }
    between(middle, upper);
  }

  /** An upper bound of how many roots lie strictly between, exact if 0 or 1. */
  private int changes(Rational lower, Rational upper) {
    BigInteger[] c = moved(lower, upper.minus(lower));
    // (1 + x)^n p(1 / (1 + x)): reversed, then moved by 1.
    BigInteger[] reversed = new BigInteger[c.length];
    for (int k = 0; k < c.length; k++) {
      reversed[k] = c[c.length - 1 - k];
    }
    shiftByOne(reversed);
    int changes = 0;
    int last = 0;
    for (BigInteger each : reversed) {
      if (each.signum() != 0) {
        changes += last != 0 && each.signum() != last ? 1 : 0;
        last = each.signum();
      }
    }
    return changes;
  }

  /** A positive multiple of p(lower + width·x). */
  private BigInteger[] moved(Rational lower, Rational width) {
    int n = polynomial.degree();
    Rational[] c =
        polynomial.coefficients().stream()
            .map(b -> new Rational(b, BigInteger.ONE))
            .toArray(Rational[]::new);
    for (int i = 0; i < n; i++) {
      for (int j = n - 1; j >= i; j--) {
        c[j] = c[j].plus(lower.times(c[j + 1]));
      }
    }
    Rational power = Rational.ONE;
    for (int k = 0; k <= n; k++) {
      c[k] = c[k].times(power);
      power = power.times(width);
    }
    List<BigInteger> whole = IntegerPolynomial.of(Arrays.asList(c)).coefficients();
    BigInteger[] moved = new BigInteger[n + 1];
    for (int k = 0; k <= n; k++) {
      moved[k] = k < whole.size() ? whole.get(k) : BigInteger.ZERO;
    }
    return moved;
  }

  private static void shiftByOne(BigInteger[] c) {
    for (int i = 0; i < c.length - 1; i++) {
      for (int j = c.length - 2; j >= i; j--) {
        c[j] = c[j].add(c[j + 1]);
      }
    }
  }
}
