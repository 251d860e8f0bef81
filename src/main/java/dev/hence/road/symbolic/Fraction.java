package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.Map;

/**
 * coefficient · monomial · Π P^k: a rational function, factored as far as its making shows.
 *
 * <p>The monomial has symbols without relations only. Each P has coprime integer coefficients, the
 * first positive, and no monomial to divide out; or it is one symbol that has a relation, and then
 * k is positive and below the degree of the relation. Zero is the coefficient 0 alone.
 */
record Fraction(Rational coefficient, Monomial monomial, Map<Polynomial, Integer> powers) {
  static final Fraction ZERO = of(Rational.ZERO);
  static final Fraction ONE = of(Rational.ONE);

  static Fraction of(Rational value) {
    return new Fraction(value, Monomial.ONE, Map.of());
  }

  boolean isZero() {
    return coefficient.signum() == 0;
  }

  /** Whether this has no symbol. */
  boolean isConstant() {
    return monomial.isOne() && powers.isEmpty();
  }

  Fraction negate() {
    return new Fraction(coefficient.negate(), monomial, powers);
  }
}
