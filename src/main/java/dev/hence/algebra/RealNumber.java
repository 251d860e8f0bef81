package dev.hence.algebra;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A real number that is known exactly, for others to look at.
 *
 * @param polynomial the coefficients of an integer polynomial, that of the power k at place k, of
 *     which it is the only root between the bounds; empty for a rational number, which the bounds
 *     both are
 */
public record RealNumber(List<BigInteger> polynomial, Rational lower, Rational upper) {
  private static final int BITS = 40;

  public RealNumber {
    polynomial = List.copyOf(polynomial);
  }

  static RealNumber of(Place place) {
    return switch (place) {
      case Place.Exact n -> new RealNumber(List.of(), n.value(), n.value());
      case Place.Root r -> {
        Interval near = r.near(BITS);
        yield new RealNumber(r.polynomial().coefficients(), near.lower(), near.upper());
      }
    };
  }

  /** The number, if it is rational. */
  public Optional<Rational> rational() {
    return polynomial.isEmpty() ? Optional.of(lower) : Optional.empty();
  }

  /** How long it is written. */
  int size() {
    return polynomial.isEmpty()
        ? lower.numerator().bitLength() + lower.denominator().bitLength()
        : 1000 + polynomial.size();
  }
}
