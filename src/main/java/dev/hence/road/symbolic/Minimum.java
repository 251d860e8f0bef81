package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function of one variable that falls until a place and rises behind it is least there: its slope
 * times the way from there is nowhere negative. So e^u ≥ 1 + u, and Jensen's inequality of two
 * points.
 */
final class Minimum {
  private static final int MOST_SYMBOLS = 6;

  private final Positivity positivity;
  private final Terms terms;

  Minimum(Positivity positivity, Terms terms) {
    this.positivity = positivity;
    this.terms = terms;
  }

  Optional<String> show(Positivity.Goal goal, int depth) {
    List<Term.Symbol> symbols = List.copyOf(Symbols.of(List.of(goal.term())));
    if (symbols.size() > MOST_SYMBOLS || !goal.term().total()) {
      return Optional.empty();
    }
    for (Term.Symbol symbol : symbols) {
      if (isInterval(symbol.domain())) {
        Optional<String> shown = in(symbol, symbols, goal, depth);
        if (shown.isPresent()) {
          return shown;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isInterval(Domain domain) {
    Range range = domain.range();
    boolean whole = !range.nonzero() || range.positive() || range.negative();
    return whole && !domain.integer();
  }

  private Optional<String> in(
      Term.Symbol symbol, List<Term.Symbol> symbols, Positivity.Goal goal, int depth) {
    Term slope = Differentiation.derivative(terms, goal.term(), symbol);
    if (!slope.total()) {
      return Optional.empty();
    }
    List<Conditions.Condition> others = Positivity.without(symbol, goal.facts());
    for (Term place : places(symbol, symbols)) {
      Term there = Positivity.in(terms, goal.term(), Map.of(symbol, place));
      Positivity.Goal least = new Positivity.Goal(there, others, goal.strict());
      Term rising = terms.product(slope, terms.minus(symbol, place));
      List<Conditions.Condition> onTheWay = onTheWay(symbol, place, goal.facts());
      Positivity.Goal rises = new Positivity.Goal(rising, onTheWay, false);
      if (!Sampling.looksNegative(there, others)
          && !Sampling.looksNegative(rising, onTheWay)
          && positivity.decide(least, depth - 1).isPresent()
          && positivity.decide(rises, 0).isPresent()) {
        return Optional.of("least at " + symbol.name() + " = " + place);
      }
    }
    return Optional.empty();
  }

  /**
   * The facts that hold between the place and any value for which they hold: those without the
   * symbol, and those that are linear in it and hold at the place.
   */
  private List<Conditions.Condition> onTheWay(
      Term.Symbol symbol, Term place, List<Conditions.Condition> facts) {
    return facts.stream()
        .filter(
            f ->
                !Symbols.any(f.term(), symbol::equals)
                    || (f.relation() == Conditions.Relation.NONNEGATIVE
                        && isLinear(f.term(), symbol)
                        && Positivity.in(terms, f.term(), Map.of(symbol, place))
                            .range()
                            .nonnegative()))
        .toList();
  }

  private boolean isLinear(Term term, Term.Symbol symbol) {
    Term slope = Differentiation.derivative(terms, term, symbol);
    return slope.total() && !Symbols.any(slope, symbol::equals);
  }

  private List<Term> places(Term.Symbol symbol, List<Term.Symbol> symbols) {
    List<Term> places = new ArrayList<>();
    for (long number : new long[] {0, 1, -1}) {
      places.add(terms.constant(number));
    }
    symbols.stream().filter(other -> !other.equals(symbol)).forEach(places::add);
    return places.stream().filter(p -> p.range().within(symbol.domain().range())).toList();
  }
}
