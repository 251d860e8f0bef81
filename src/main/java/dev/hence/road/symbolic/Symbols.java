package dev.hence.road.symbolic;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which symbols occur in terms. */
final class Symbols {
  private Symbols() {}

  /** The symbols of some terms, in the order in which they are met. */
  static Set<Term.Symbol> of(List<? extends Term> terms) {
    Set<Term.Symbol> symbols = new LinkedHashSet<>();
    Set<Term> seen = new HashSet<>();
    terms.forEach(term -> collect(term, seen, symbols));
    return symbols;
  }

  static boolean any(Term term, Predicate<Term.Symbol> wanted) {
    return of(List.of(term)).stream().anyMatch(wanted);
  }

  private static void collect(Term term, Set<Term> seen, Set<Term.Symbol> symbols) {
    if (seen.add(term)) {
      if (term instanceof Term.Symbol symbol) {
        symbols.add(symbol);
      }
      term.children().forEach(child -> collect(child, seen, symbols));
    }
  }
}
