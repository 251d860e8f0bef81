package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import dev.hence.time.Deadline;
import java.util.Map;
import java.util.Optional;

/**
 * Shows that terms are nowhere negative: by their structure, or by completing squares once they are
 * expanded. Sound, far from complete.
 */
final class SquareSums {
  private static final int MOST_MONOMIALS = 400;
  private static final int MOST_SQUARES = 60;

  private final Terms terms;
  private final Deadline deadline;

  SquareSums(Terms terms, Deadline deadline) {
    this.terms = terms;
    this.deadline = deadline;
  }

  /** How it was seen that a term is nowhere negative. */
  Optional<String> nonnegative(Term term) {
    if (term.range().nonnegative()) {
      return Optional.of("sum of squares");
    }
    return byExpansion(term) ? Optional.of("sum of squares, after expansion") : Optional.empty();
  }

  private boolean byExpansion(Term term) {
    try {
      Factored factored = Factored.of(terms, term, deadline);
      Fraction fraction = factored.fraction();
      AtomRing ring = factored.canonical().ring();
      return fraction.coefficient().signum() >= 0
          && fraction.monomial().factors().stream().allMatch(SquareSums::nonnegative)
          && fraction.powers().entrySet().stream()
              .allMatch(p -> p.getValue() % 2 == 0 || isSquareSum(p.getKey(), ring));
    } catch (TooLarge | Undefined e) {
      return false;
    }
  }

  private static boolean nonnegative(Monomial.Factor factor) {
    return factor.exponent() % 2 == 0 || factor.symbol().range().nonnegative();
  }

  private static boolean isSquareSum(Polynomial polynomial, AtomRing ring) {
    Polynomial rest = polynomial;
    for (int k = 0; k < MOST_SQUARES && rest.size() <= MOST_MONOMIALS; k++) {
      if (rest.range().nonnegative()) {
        return true;
      }
      Optional<Polynomial> next = withoutOneSquare(rest, ring);
      if (next.isEmpty()) {
        return false;
      }
      rest = next.get();
    }
    return false;
  }

  /** The polynomial less c·(m + Σ nₖ bₖ/2c)² for a square c·m² in it and products bₖ·m·nₖ. */
  private static Optional<Polynomial> withoutOneSquare(Polynomial polynomial, AtomRing ring) {
    for (Map.Entry<Monomial, Rational> entry : polynomial.terms().entrySet()) {
      Optional<Monomial> half = half(entry.getKey());
      if (half.isPresent() && entry.getValue().signum() > 0) {
        Polynomial root = root(polynomial, half.get(), entry.getValue());
        if (root.size() > 1) {
          Polynomial square = ring.times(root, root).times(entry.getValue(), Monomial.ONE);
          return Optional.of(polynomial.plus(square.negate()));
        }
      }
    }
    return Optional.empty();
  }

  private static Polynomial root(Polynomial polynomial, Monomial half, Rational coefficient) {
    Polynomial root = Polynomial.of(Rational.ONE, half);
    Rational twice = coefficient.times(Rational.of(2));
    for (Map.Entry<Monomial, Rational> entry : polynomial.terms().entrySet()) {
      Monomial other = entry.getKey().times(half.power(-1));
      boolean pairs =
          !other.equals(half)
              && !other.hasNegative()
              && polynomial.terms().containsKey(other.power(2));
      if (pairs) {
        root = root.plus(Polynomial.of(entry.getValue().dividedBy(twice), other));
      }
    }
    return root;
  }

  private static Optional<Monomial> half(Monomial monomial) {
    boolean even = monomial.factors().stream().allMatch(f -> f.exponent() % 2 == 0);
    return even
        ? Optional.of(
            new Monomial(
                monomial.factors().stream()
                    .map(f -> new Monomial.Factor(f.symbol(), f.exponent() / 2))
                    .toList()))
        : Optional.empty();
  }
}
