package dev.hence.proof;

import dev.hence.expr.Rational;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A sum of multiples of different monomials, by their keys. */
final class Polynomial {
  private static final int MOST = 4_000;

  static final Polynomial ZERO = new Polynomial();

  /** A monomial with its coefficient. */
  record Summand(Monomial monomial, Rational coefficient) {}

  private final SortedMap<String, Summand> terms = new TreeMap<>();

  static Polynomial of(Monomial monomial, Rational coefficient) {
    Polynomial single = new Polynomial();
    single.add(monomial, coefficient);
    return single;
  }

  /**
   * The same where the key is known.
   *
   * @param key of the monomial
   */
  static Polynomial of(String key, Monomial monomial, Rational coefficient) {
    Polynomial single = new Polynomial();
    single.add(key, monomial, coefficient);
    return single;
  }

  static Polynomial constant(Rational value) {
    return of(Monomial.ONE, value);
  }

  private void add(Monomial monomial, Rational coefficient) {
    add(monomial.key(), monomial, coefficient);
  }

  private void add(String key, Monomial monomial, Rational coefficient) {
    Summand known = terms.get(key);
    Rational sum = known == null ? coefficient : known.coefficient().plus(coefficient);
    if (sum.signum() == 0) {
      terms.remove(key);
    } else {
      terms.put(key, new Summand(monomial, sum));
    }
    if (terms.size() > MOST) {
      throw new Refused(Refused.Reason.TOO_LARGE, "more than " + MOST + " terms");
    }
  }

  static Polynomial sum(Collection<Polynomial> parts) {
    Polynomial sum = new Polynomial();
    parts.forEach(p -> p.terms.forEach((key, s) -> sum.add(key, s.monomial(), s.coefficient())));
    return sum;
  }

  Polynomial times(Rational factor) {
    Polynomial product = new Polynomial();
    terms.forEach((key, s) -> product.add(key, s.monomial(), s.coefficient().times(factor)));
    return product;
  }

  List<Summand> summands() {
    return List.copyOf(terms.values());
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  /** The polynomial as a term, its summands in order. */
  Term term() {
    List<Term> all = terms.values().stream().map(s -> s.monomial().term(s.coefficient())).toList();
    return all.isEmpty() ? Term.ZERO : all.size() == 1 ? all.getFirst() : new Term.Sum(all);
  }
}
