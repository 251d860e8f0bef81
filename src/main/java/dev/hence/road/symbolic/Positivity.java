package dev.hence.road.symbolic;

import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Shows that a term is nowhere negative, or positive, wherever it is defined and some facts hold.
 * Sound, far from complete; the ways that it knows are tried one after the other, each on what the
 * one before left.
 */
final class Positivity {
  static final String BY_FACTORS = "signs of its factors";

  private static final int DEEPEST = 3;
  private static final int MOST_CASES = 7;

  private final Terms terms;
  private final Deadline deadline;

  Positivity(Terms terms, Deadline deadline) {
    this.terms = terms;
    this.deadline = deadline;
  }

  /**
   * How it was seen, for people.
   *
   * @param facts what may be taken to hold
   * @param strict whether the term is to be positive
   */
  Optional<String> show(Term term, List<Conditions.Condition> facts, boolean strict) {
    Goal goal = Cases.withAbsolutes(terms, new Goal(term, facts, strict));
    Optional<String> shown = decide(goal, DEEPEST);
    return shown.isPresent()
        ? shown
        : Ends.of(terms, goal.term(), goal.facts())
            .flatMap(ends -> decide(new Goal(ends.in(goal.term()), ends.facts(), strict), DEEPEST));
  }

  /** What is to be shown under what. */
  record Goal(Term term, List<Conditions.Condition> facts, boolean strict) {
    Goal with(Term other) {
      return new Goal(other, facts, strict);
    }

    Goal under(List<Conditions.Condition> more) {
      List<Conditions.Condition> all = new ArrayList<>(facts);
      all.addAll(more);
      return new Goal(term, all, strict);
    }

    Conditions.Relation relation() {
      return strict ? Conditions.Relation.POSITIVE : Conditions.Relation.NONNEGATIVE;
    }
  }

  Optional<String> decide(Goal goal, int depth) {
    if (deadline.passed()) {
      return Optional.empty();
    }
    Range range = goal.term().range();
    if (goal.strict() ? range.positive() : range.nonnegative()) {
      return Optional.of(goal.strict() ? "sum of positive terms" : "sum of squares");
    }
    Optional<Term> undecided = Cases.first(goal);
    if (undecided.isPresent()) {
      return cases(goal, undecided.get(), depth);
    }
    try {
      return byForm(goal)
          .or(() -> new Groups(this, terms).show(goal, depth))
          .or(() -> new Atomic(this, terms, deadline).show(goal, depth))
          .or(
              () ->
                  depth == 0 ? Optional.empty() : new Exponentiated(this, terms).show(goal, depth))
          .or(() -> depth == 0 ? Optional.empty() : new Minimum(this, terms).show(goal, depth));
    } catch (TooLarge | Undefined e) {
      return Optional.empty();
    }
  }

  /** By the signs of its factors. */
  private Optional<String> byForm(Goal goal) {
    Conditions.Condition condition =
        new Conditions.Condition(goal.term(), goal.relation(), Conditions.Reason.DIVISOR);
    return AtomForm.holds(terms, condition, goal.facts(), deadline)
        ? Optional.of(BY_FACTORS)
        : Optional.empty();
  }

  /** Whatever the sign of a term is. */
  private Optional<String> cases(Goal goal, Term on, int depth) {
    if (Cases.count(goal) > MOST_CASES) {
      return Optional.empty();
    }
    SequencedSet<String> methods = new LinkedHashSet<>();
    for (boolean above : new boolean[] {true, false}) {
      Goal chosen = Cases.chosen(terms, goal, on, above);
      Optional<String> shown = decide(chosen, depth).or(() -> contradiction(chosen));
      if (shown.isEmpty()) {
        return Optional.empty();
      }
      methods.add(shown.get());
    }
    return Optional.of(
        "in every case of |·| and max: "
            + String.join(", ", methods).replace("in every case of |·| and max: ", ""));
  }

  /** Whether the facts exclude each other. */
  private Optional<String> contradiction(Goal goal) {
    Goal absurd = new Goal(terms.constant(-1), goal.facts(), false);
    return new Atomic(this, terms, deadline).show(absurd, 0);
  }

  /** A fact that is known by heart. */
  static Conditions.Condition fact(Term term, boolean strict) {
    return new Conditions.Condition(
        term,
        strict ? Conditions.Relation.POSITIVE : Conditions.Relation.NONNEGATIVE,
        Conditions.Reason.DIVISOR);
  }

  /** Facts in which a symbol does not occur. */
  static List<Conditions.Condition> without(Term.Symbol symbol, List<Conditions.Condition> facts) {
    return facts.stream().filter(f -> !Symbols.any(f.term(), symbol::equals)).toList();
  }

  /** The facts with symbols replaced. */
  static List<Conditions.Condition> in(
      Substitution substitution, List<Conditions.Condition> facts) {
    return facts.stream()
        .map(f -> new Conditions.Condition(substitution.in(f.term()), f.relation(), f.reason()))
        .filter(f -> !(f.term() instanceof Term.Constant))
        .toList();
  }

  /** A term with symbols replaced. */
  static Term in(Terms terms, Term term, Map<Term.Symbol, Term> values) {
    return Substitution.of(terms, values).in(term);
  }
}
