package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cancels common factors of quotients: u·v^(−1)·v becomes u. That loses the condition v ≠ 0, which
 * must have been read off before.
 */
final class Cancellation {
  private final Terms terms;
  private final Map<Term, Term> known = new HashMap<>();

  Cancellation(Terms terms) {
    this.terms = terms;
  }

  Term in(Term term) {
    Term result = known.get(term);
    if (result == null) {
      result = compute(term);
      known.put(term, result);
    }
    return result;
  }

  private List<Term> in(List<Term> list) {
    return list.stream().map(this::in).toList();
  }

  private Term compute(Term term) {
    return switch (term) {
      case Term.Constant c -> c;
      case Term.Pi pi -> pi;
      case Term.Symbol s -> s;
      case Term.Sum s -> terms.sum(terms.sum(in(s.addends())), terms.constant(s.constant()));
      case Term.Product p ->
          cancelled(terms.product(terms.product(in(p.factors())), terms.constant(p.coefficient())));
      case Term.Power p -> terms.power(in(p.base()), p.exponent());
      case Term.OddRoot r -> terms.oddRoot(in(r.base()), r.index());
      case Term.Apply a -> terms.apply(a.function(), in(a.argument()));
      case Term.Select s -> terms.select(in(s.on()), in(s.above()), in(s.below()));
      case Term.Opaque o -> terms.opaque(o.name(), o.orders(), in(o.arguments()));
    };
  }

  private Term cancelled(Term term) {
    if (!(term instanceof Term.Product product)) {
      return term;
    }
    Map<Term, Rational> exponents = new LinkedHashMap<>();
    boolean cancels = false;
    for (Term factor : product.factors()) {
      Term base = factor instanceof Term.Power p ? p.base() : factor;
      Rational exponent = factor instanceof Term.Power p ? p.exponent() : Rational.ONE;
      if (!exponent.isInteger()) {
        base = factor;
        exponent = Rational.ONE;
      }
      cancels |= exponents.containsKey(base);
      exponents.merge(base, exponent, Rational::plus);
    }
    if (!cancels) {
      return term;
    }
    List<Term> factors = new ArrayList<>(List.of(terms.constant(product.coefficient())));
    exponents.forEach(
        (base, exponent) -> {
          if (exponent.signum() != 0) {
            factors.add(terms.power(base, exponent));
          }
        });
    return terms.product(factors);
  }
}
