package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A growing basis, over the rationals, of the space that arguments span. Every argument is a
 * rational combination of basis vectors in one way only, so exp and the sines of basis vectors can
 * serve as atoms: exp(a + b) = exp(a)·exp(b).
 */
final class LinearBasis {
  private static final int MOST_COMPARED = 12;

  private final Canonical canonical;
  private final Map<Direction, Integer> indices = new HashMap<>();
  private final List<Map<Direction, Rational>> vectors = new ArrayList<>();

  /** monomial / Π P^k, one coordinate of an argument. */
  record Direction(Monomial monomial, Map<Polynomial, Integer> divisors) {}

  /** The coordinates of an argument in the basis, by the number of the basis vector. */
  record Combination(Map<Integer, Rational> coefficients) {}

  LinearBasis(Canonical canonical) {
    this.canonical = canonical;
  }

  /** The coordinates of a term over atoms. */
  Map<Direction, Rational> vector(Term term) {
    Map<Direction, Rational> vector = new LinkedHashMap<>();
    add(vector, Rational.ONE, term);
    return vector;
  }

  private void add(Map<Direction, Rational> vector, Rational scale, Term term) {
    switch (term) {
      case Term.Sum s -> {
        put(vector, new Direction(Monomial.ONE, Map.of()), scale.times(s.constant()));
        s.addends().forEach(a -> add(vector, scale, a));
      }
      case Term.Product p when p.factors().size() == 1 ->
          add(vector, scale.times(p.coefficient()), p.factors().getFirst());
      case Term other -> addFraction(vector, scale, other);
    }
  }

  private void addFraction(Map<Direction, Rational> vector, Rational scale, Term term) {
    Fraction fraction = canonical.fraction(term);
    Map<Polynomial, Integer> divisors = new LinkedHashMap<>(fraction.powers());
    divisors.values().removeIf(k -> k > 0);
    Map<Polynomial, Integer> multipliers = new LinkedHashMap<>(fraction.powers());
    multipliers.values().removeIf(k -> k < 0);
    Fraction numerator = new Fraction(fraction.coefficient(), fraction.monomial(), multipliers);
    try {
      canonical
          .ring()
          .expand(numerator)
          .terms()
          .forEach((m, c) -> put(vector, new Direction(m, divisors), scale.times(c)));
    } catch (TooLarge | ArithmeticException e) {
      Monomial whole = Monomial.of(canonical.abbreviation(term), 1);
      put(vector, new Direction(whole, Map.of()), scale);
    }
  }

  private void put(Map<Direction, Rational> vector, Direction direction, Rational coefficient) {
    indices.putIfAbsent(direction, indices.size());
    vector.merge(direction, coefficient, Rational::plus);
    vector.remove(direction, Rational.ZERO);
  }

  /** The term with these coordinates. */
  Term term(Map<Direction, Rational> vector) {
    Terms terms = canonical.terms();
    List<Term> addends = new ArrayList<>();
    vector.forEach(
        (d, c) -> addends.add(canonical.term(new Fraction(c, d.monomial(), d.divisors()))));
    return terms.sum(addends);
  }

  Map<Direction, Rational> basisVector(int number) {
    return vectors.get(number);
  }

  /** The coefficients of an argument; what the basis does not span yet becomes a basis vector. */
  Map<Integer, Rational> coefficients(Map<Direction, Rational> vector) {
    Map<Direction, Rational> rest = new LinkedHashMap<>(vector);
    Map<Integer, Rational> coefficients = new LinkedHashMap<>();
    for (int i = 0; i < vectors.size() && !rest.isEmpty(); i++) {
      Map<Direction, Rational> basis = vectors.get(i);
      Direction pivot = pivot(basis);
      Rational c = rest.getOrDefault(pivot, Rational.ZERO).dividedBy(basis.get(pivot));
      if (c.signum() != 0) {
        coefficients.put(i, c);
        basis.forEach((d, b) -> put(rest, d, c.times(b).negate()));
      }
    }
    if (!rest.isEmpty()) {
      Optional<Map<Integer, Rational>> hidden = hidden(rest);
      if (hidden.isPresent()) {
        hidden.get().forEach((i, c) -> coefficients.merge(i, c, Rational::plus));
        coefficients.values().removeIf(c -> c.signum() == 0);
      } else {
        coefficients.put(vectors.size(), Rational.ONE);
        vectors.add(rest);
      }
    }
    return coefficients;
  }

  /**
   * The coefficients of a vector that the basis spans although its coordinates do not show it: x/(1
   * + x) and 1/(1 + x) together are 1. Over a common denominator that is seen.
   */
  private Optional<Map<Integer, Rational>> hidden(Map<Direction, Rational> vector) {
    boolean divided =
        Stream.concat(vectors.stream(), Stream.of(vector))
            .flatMap(v -> v.keySet().stream())
            .anyMatch(d -> !d.divisors().isEmpty());
    if (!divided || vectors.isEmpty() || vectors.size() > MOST_COMPARED) {
      return Optional.empty();
    }
    try {
      return CommonDenominator.combination(
          canonical.ring(),
          canonical.fraction(term(vector)),
          vectors.stream().map(v -> canonical.fraction(term(v))).toList());
    } catch (TooLarge | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private Direction pivot(Map<Direction, Rational> vector) {
    return vector.keySet().stream().min(java.util.Comparator.comparing(indices::get)).orElseThrow();
  }
}
