package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the set on which some equations hold: symbols that have a value there, and what is
 * known besides.
 *
 * @param solved the symbols and what they are equal to; none of them occurs in a value or a fact
 * @param facts what holds there
 * @param place the part in words, as {@code y ≠ 0}; empty for the whole
 */
record PremiseCase(
    Map<Term.Symbol, Term> solved, List<Conditions.Condition> facts, List<String> place) {
  PremiseCase {
    solved = Map.copyOf(solved);
    facts = List.copyOf(facts);
    place = List.copyOf(place);
  }

  static PremiseCase whole(List<Conditions.Condition> facts) {
    return new PremiseCase(Map.of(), facts, List.of());
  }

  /** A rectangle with the symbols replaced. */
  Rectangle in(Trajectory trajectory, Rectangle rectangle) {
    return solved.isEmpty() ? rectangle : trajectory.substituted(rectangle, solved);
  }

  Term in(Trajectory trajectory, Term term) {
    return in(trajectory, Rectangle.of(term)).number();
  }

  /** Where a fact holds besides. */
  PremiseCase where(Conditions.Condition fact, String text) {
    return new PremiseCase(solved, with(facts, fact), with(place, text));
  }

  /** The part, as it is called when it is found to be cut from a larger one. */
  PremiseCase called(String text) {
    return new PremiseCase(solved, facts, with(place, text));
  }

  private static <E> List<E> with(List<E> list, E last) {
    List<E> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /**
   * Where a symbol has a value besides, in which it does not occur.
   *
   * @return empty if a fact, or the domain of the symbol, contradicts it
   */
  Optional<PremiseCase> with(Trajectory trajectory, Term.Symbol symbol, Term value) {
    Map<Term.Symbol, Term> one = Map.of(symbol, value);
    Map<Term.Symbol, Term> more = new LinkedHashMap<>();
    solved.forEach((s, v) -> more.put(s, trajectory.substituted(Rectangle.of(v), one).number()));
    more.put(symbol, value);
    List<Conditions.Condition> known = new ArrayList<>();
    for (Conditions.Condition fact : facts) {
      Term term = trajectory.substituted(Rectangle.of(fact.term()), one).number();
      known.add(new Conditions.Condition(term, fact.relation(), fact.reason()));
    }
    known.addAll(domain(symbol, value));
    return known.stream().allMatch(PremiseCase::isPossible)
        ? Optional.of(new PremiseCase(more, open(known), place))
        : Optional.empty();
  }

  private static List<Conditions.Condition> domain(Term.Symbol symbol, Term value) {
    Range range = symbol.domain().range();
    List<Conditions.Condition> facts = new ArrayList<>();
    if (range.nonnegative()) {
      facts.add(
          new Conditions.Condition(
              value,
              range.positive() ? Conditions.Relation.POSITIVE : Conditions.Relation.NONNEGATIVE,
              Conditions.Reason.DIVISOR));
    } else if (range.nonzero()) {
      facts.add(nonzero(value));
    }
    return facts;
  }

  static Conditions.Condition nonzero(Term term) {
    return new Conditions.Condition(term, Conditions.Relation.NONZERO, Conditions.Reason.DIVISOR);
  }

  private static List<Conditions.Condition> open(List<Conditions.Condition> facts) {
    return facts.stream().filter(f -> !(f.term() instanceof Term.Constant)).toList();
  }

  private static boolean isPossible(Conditions.Condition fact) {
    if (!(fact.term() instanceof Term.Constant c)) {
      return true;
    }
    return switch (fact.relation()) {
      case NONZERO -> c.value().signum() != 0;
      case POSITIVE -> c.value().signum() > 0;
      case NONNEGATIVE -> c.value().signum() >= 0;
    };
  }
}
