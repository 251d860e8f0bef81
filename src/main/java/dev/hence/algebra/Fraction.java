package dev.hence.algebra;

import dev.hence.expr.Rational;

/** A quotient of polynomials in the variable and in radicals. */
record Fraction(Multinomial numerator, Multinomial denominator) {
  static Fraction of(Rational value) {
    return new Fraction(Multinomial.of(value), Multinomial.ONE);
  }

  static Fraction of(Multinomial value) {
    return new Fraction(value, Multinomial.ONE);
  }

  Fraction plus(Fraction b) {
    return denominator.equals(b.denominator)
        ? new Fraction(numerator.plus(b.numerator), denominator)
        : new Fraction(
            numerator.times(b.denominator).plus(b.numerator.times(denominator)),
            denominator.times(b.denominator));
  }

  Fraction negate() {
    return new Fraction(numerator.negate(), denominator);
  }

  Fraction times(Fraction b) {
    return new Fraction(numerator.times(b.numerator), denominator.times(b.denominator));
  }

  /** One over it. */
  Fraction inverse() {
    return new Fraction(denominator, numerator);
  }

  Fraction power(int exponent) {
    return new Fraction(numerator.power(exponent), denominator.power(exponent));
  }
}
