package dev.hence.road.symbolic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replaces terms by terms, all at once, everywhere; replaced terms are not looked into. */
public final class Substitution {
  private final Terms terms;
  private final Map<Term, Term> known;

  private Substitution(Terms terms, Map<Term, Term> replacements) {
    this.terms = terms;
    this.known = new HashMap<>(replacements);
  }

  /** The substitution that sends each key to its value. */
  public static Substitution of(Terms terms, Map<? extends Term, ? extends Term> replacements) {
    return new Substitution(terms, new HashMap<>(replacements));
  }

  /** The term with everything replaced; results are remembered. */
  public Term in(Term term) {
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
          terms.product(terms.product(in(p.factors())), terms.constant(p.coefficient()));
      case Term.Power p -> terms.power(in(p.base()), p.exponent());
      case Term.OddRoot r -> terms.oddRoot(in(r.base()), r.index());
      case Term.Apply a -> terms.apply(a.function(), in(a.argument()));
      case Term.Select s -> terms.select(in(s.on()), in(s.above()), in(s.below()));
      case Term.Opaque o -> terms.opaque(o.name(), o.orders(), in(o.arguments()));
    };
  }
}
