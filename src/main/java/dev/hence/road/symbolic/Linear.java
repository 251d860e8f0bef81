package dev.hence.road.symbolic;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A term that is linear in a symbol: rest + coefficient·symbol.
 *
 * @param isCertain whether the coefficient is known not to be 0
 */
record Linear(Term term, Term.Symbol symbol, Term coefficient, Term rest, boolean isCertain) {
  /** Of so many it is looked whether the coefficient is not 0. */
  private static final int MOST_LOOKED_AT = 16;

  /** What the symbol is equal to where the term is 0 and the coefficient is not. */
  Term value(Terms terms) {
    return terms.negate(terms.quotient(rest, coefficient));
  }

  /**
   * The term and the symbol in it that are best to be solved for: with a number as coefficient,
   * else with one that is known not to be 0, else with one in which few symbols occur.
   */
  static Optional<Linear> best(
      Setting setting, List<Term> residuals, List<Conditions.Condition> facts) {
    List<Linear> all =
        residuals.stream()
            .flatMap(
                term ->
                    Symbols.of(List.of(term)).stream()
                        .flatMap(symbol -> of(setting, term, symbol).stream()))
            .sorted(
                Comparator.comparing((Linear l) -> !l.isCertain())
                    .thenComparingInt(l -> Symbols.of(List.of(l.coefficient())).size()))
            .toList();
    return all.stream()
        .limit(MOST_LOOKED_AT)
        .filter(l -> l.isCertain() || isNonzero(setting, l.coefficient(), facts))
        .findFirst()
        .map(l -> new Linear(l.term(), l.symbol(), l.coefficient(), l.rest(), true))
        .or(() -> all.stream().findFirst());
  }

  private static Optional<Linear> of(Setting setting, Term term, Term.Symbol symbol) {
    Terms terms = setting.terms();
    if (hides(setting, term, symbol)) {
      return Optional.empty();
    }
    Term slope = Differentiation.derivative(terms, term, symbol);
    Term bend = Differentiation.derivative(terms, slope, symbol);
    Map<Term.Symbol, Term> none = Map.of(symbol, terms.zero());
    Term coefficient = Substitution.of(terms, none).in(slope);
    if (!bend.equals(terms.zero()) || coefficient.equals(terms.zero())) {
      return Optional.empty();
    }
    Term rest = Substitution.of(terms, none).in(term);
    return Optional.of(
        new Linear(term, symbol, coefficient, rest, coefficient instanceof Term.Constant));
  }

  /** Whether a symbol occurs inside another, such as one for an integral. */
  private static boolean hides(Setting setting, Term term, Term.Symbol symbol) {
    return Symbols.of(List.of(term)).stream()
        .anyMatch(
            outer ->
                !outer.equals(symbol)
                    && setting.trajectory().deepSymbols(List.of(outer)).contains(symbol));
  }

  static boolean isNonzero(Setting setting, Term term, List<Conditions.Condition> facts) {
    return term.range().nonzero()
        || AtomForm.holds(setting.terms(), PremiseCase.nonzero(term), facts, setting.deadline());
  }
}
