package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects factors: products flattened, constants folded, powers of one base added up where that
 * loses no point of the domain (x·x^(−1) stays).
 */
final class ProductBuilder {
  private final Terms terms;
  private final Map<Group, Rational> exponents = new LinkedHashMap<>();
  private Rational coefficient = Rational.ONE;

  /** Powers of one base that may be added up. */
  private record Group(Term base, Kind kind) {}

  private enum Kind {
    ANY,
    POSITIVE,
    NEGATIVE
  }

  ProductBuilder(Terms terms) {
    this.terms = terms;
  }

  /** coefficient · term for a term that is no sum to be scaled inside. */
  static Term scaled(Terms terms, Rational coefficient, Term term) {
    if (coefficient.equals(Rational.ONE)) {
      return term;
    }
    if (coefficient.signum() == 0) {
      return terms.product(terms.zero(), term);
    }
    return term instanceof Term.Product p
        ? terms.rawProduct(coefficient.times(p.coefficient()), p.factors())
        : terms.rawProduct(coefficient, List.of(term));
  }

  /** The product without its coefficient. */
  static Term monic(Terms terms, Term.Product product) {
    if (product.coefficient().equals(Rational.ONE)) {
      return product;
    }
    return product.factors().size() == 1
        ? product.factors().getFirst()
        : terms.rawProduct(Rational.ONE, product.factors());
  }

  ProductBuilder multiplyAll(List<Term> factors) {
    factors.forEach(this::multiply);
    return this;
  }

  private void multiply(Term factor) {
    switch (factor) {
      case Term.Constant c -> coefficient = coefficient.times(c.value());
      case Term.Product p -> {
        coefficient = coefficient.times(p.coefficient());
        p.factors().forEach(this::multiply);
      }
      case Term.Power p -> raise(p.base(), p.exponent());
      case Term other -> raise(other, Rational.ONE);
    }
  }

  private void raise(Term base, Rational exponent) {
    boolean rising = exponent.signum() > 0;
    boolean free = base.range().positive() || (base.range().nonnegative() && rising);
    if (base.total() && (free || (base.range().nonzero() && exponent.isInteger()))) {
      add(base, Kind.ANY, exponent);
    } else if (exponent.isInteger()) {
      add(base, rising ? Kind.POSITIVE : Kind.NEGATIVE, exponent);
    } else {
      add(terms.rawPower(base, exponent), Kind.POSITIVE, Rational.ONE);
    }
  }

  private void add(Term base, Kind kind, Rational exponent) {
    exponents.merge(new Group(base, kind), exponent, Rational::plus);
  }

  Term build() {
    List<Term> factors = new ArrayList<>();
    exponents.forEach((group, exponent) -> factors.add(terms.power(group.base(), exponent)));
    if (factors.stream().anyMatch(f -> f instanceof Term.Constant || f instanceof Term.Product)) {
      factors.add(terms.constant(coefficient));
      return new ProductBuilder(terms).multiplyAll(factors).build();
    }
    factors.sort(Comparator.comparingInt(Term::id));
    if (coefficient.signum() == 0) {
      factors.removeIf(Term::total);
    }
    if (factors.isEmpty()) {
      return terms.constant(coefficient);
    }
    return factors.size() == 1 && coefficient.equals(Rational.ONE)
        ? factors.getFirst()
        : terms.rawProduct(coefficient, List.copyOf(factors));
  }
}
