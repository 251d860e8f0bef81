package dev.hence.road.general;

import dev.hence.expr.Rational;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A polynomial with rational coefficients, its largest monomial last. */
final class RingElement {
  private static final int MOST_TERMS = 400;

  static final RingElement ZERO = new RingElement(new TreeMap<>());

  private final SortedMap<Exponents, Rational> terms;

  private RingElement(SortedMap<Exponents, Rational> terms) {
    this.terms = terms;
  }

  static RingElement of(Exponents monomial, Rational coefficient) {
    SortedMap<Exponents, Rational> single = new TreeMap<>();
    if (coefficient.signum() != 0) {
      single.put(monomial, coefficient);
    }
    return new RingElement(single);
  }

  SortedMap<Exponents, Rational> terms() {
    return terms;
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  boolean isConstant() {
    return terms.size() == 1 && terms.firstKey().degree() == 0;
  }

  Exponents leading() {
    return terms.lastKey();
  }

  Rational leadingCoefficient() {
    return terms.get(terms.lastKey());
  }

  RingElement plus(RingElement other) {
    return new RingElement(sum(other, Exponents.one(0), Rational.ONE));
  }

  /** This and a multiple of another. */
  RingElement plus(Exponents monomial, Rational coefficient, RingElement other) {
    return new RingElement(sum(other, monomial, coefficient));
  }

  private SortedMap<Exponents, Rational> sum(
      RingElement other, Exponents monomial, Rational coefficient) {
    SortedMap<Exponents, Rational> sum = new TreeMap<>(terms);
    for (Map.Entry<Exponents, Rational> e : other.terms.entrySet()) {
      Exponents key = monomial.degree() == 0 ? e.getKey() : e.getKey().times(monomial);
      Rational value = e.getValue().times(coefficient).plus(sum.getOrDefault(key, Rational.ZERO));
      if (value.signum() == 0) {
        sum.remove(key);
      } else {
        sum.put(key, value);
      }
    }
    if (sum.size() > MOST_TERMS) {
      throw new ArithmeticException("more than " + MOST_TERMS + " terms");
    }
    return sum;
  }

  RingElement times(RingElement other) {
    RingElement product = ZERO;
    for (Map.Entry<Exponents, Rational> e : terms.entrySet()) {
      product = product.plus(e.getKey(), e.getValue(), other);
    }
    return product;
  }
}
