package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Symbols of bounded domains by weights at the ends: x = (l·b + u·a)/(a + b) for l ≤ x ≤ u, and x =
 * l + a for l ≤ x, with a, b ≥ 0. So signs show that the ends bring about.
 */
record Ends(Substitution substitution, List<Conditions.Condition> facts) {
  /** Nothing where no symbol has an end other than 0. */
  static Optional<Ends> of(Terms terms, Term term, List<Conditions.Condition> facts) {
    List<Term> all = new ArrayList<>(List.of(term));
    facts.forEach(f -> all.add(f.term()));
    Map<Term.Symbol, Term> values = new LinkedHashMap<>();
    List<Conditions.Condition> more = new ArrayList<>();
    for (Term.Symbol symbol : Symbols.of(all)) {
      Range range = symbol.domain().range();
      Optional<Rational> low = end(range.low());
      Optional<Rational> high = end(range.high());
      if (low.isPresent() && high.isPresent()) {
        values.put(symbol, between(terms, range, low.get(), high.get(), more));
      } else if (low.filter(l -> l.signum() != 0).isPresent()) {
        values.put(symbol, terms.sum(terms.constant(low.get()), part(terms, range.low().open())));
      } else if (high.isPresent()) {
        values.put(
            symbol, terms.minus(terms.constant(high.get()), part(terms, range.high().open())));
      }
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    Substitution substitution = Substitution.of(terms, values);
    more.addAll(Positivity.in(substitution, facts));
    return Optional.of(new Ends(substitution, more));
  }

  private static Optional<Rational> end(Range.Bound bound) {
    return bound.infinity() == 0 ? Optional.of(bound.value()) : Optional.empty();
  }

  private static Term between(
      Terms terms, Range range, Rational low, Rational high, List<Conditions.Condition> facts) {
    Term a = part(terms, range.low().open());
    Term b = part(terms, range.high().open());
    Term whole = terms.sum(a, b);
    facts.add(Positivity.fact(whole, true));
    Term numerator =
        terms.sum(terms.product(terms.constant(high), a), terms.product(terms.constant(low), b));
    return terms.quotient(numerator, whole);
  }

  private static Term part(Terms terms, boolean positive) {
    return terms.fresh(positive ? Domain.POSITIVE : Domain.NONNEGATIVE);
  }

  Term in(Term term) {
    return substitution.in(term);
  }
}
