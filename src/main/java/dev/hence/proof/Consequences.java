package dev.hence.proof;

import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Relation;
import dev.hence.expr.Size;
import dev.hence.proof.Refused.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rules that use the equations under which a statement is said. Each says what is left to be
 * shown at the one point that is spoken of, where the premises hold and so are defined. What is
 * left is multiplied out like any other goal; how the multiples were found does not matter.
 */
final class Consequences {
  private final Translation translation;
  private final NormalForm form;
  private final List<Condition> conditions;

  /** Carries derivatives out. */
  private final UnaryOperator<Term> carriedOut;

  private final Map<Integer, Optional<Lemma>> premises = new HashMap<>();

  Consequences(
      Statement.Step step,
      Translation translation,
      NormalForm form,
      UnaryOperator<Term> carriedOut) {
    this.translation = translation;
    this.form = form;
    this.conditions = step.conditions();
    this.carriedOut = carriedOut;
  }

  /**
   * The difference of the sides of a premise, by the letters that number its entries.
   *
   * @throws Refused if it is no equation, or cannot be put in components
   */
  Lemma premise(int number) {
    Lemma premise = condition(number);
    if (conditions.get(number).relation() != Relation.EQUAL) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "a premise that is no equation");
    }
    return premise;
  }

  /**
   * The same of a condition with any relation.
   *
   * @throws Refused if it cannot be put in components
   */
  Lemma condition(int number) {
    if (number < 0 || number >= conditions.size()) {
      throw new Refused(Reason.NO_SUCH_PLACE, "there is no premise " + number);
    }
    return known(number)
        .orElseThrow(() -> new Refused(Reason.NO_TRANSLATION, "a premise without components"));
  }

  private Optional<Lemma> known(int number) {
    if (!premises.containsKey(number)) {
      premises.put(number, translated(conditions.get(number)));
    }
    return premises.get(number);
  }

  private Optional<Lemma> translated(Condition condition) {
    try {
      Lemma raw = translation.premise(condition);
      return Optional.of(new Lemma(raw.letters(), carriedOut.apply(raw.difference()), List.of()));
    } catch (Refused untranslated) {
      return Optional.empty();
    }
  }

  private List<Lemma> all() {
    List<Lemma> all = new ArrayList<>();
    for (int k = 0; k < conditions.size(); k++) {
      if (conditions.get(k).relation() == Relation.EQUAL) {
        known(k).ifPresent(all::add);
      }
    }
    return all;
  }

  /** A goal less a multiple of a premise, summed over its entries. */
  Goal less(Goal goal, Proof.Move move) {
    Term multiple = premise(number(move)).times(one(move), move.letters());
    requireKnown(multiple, goal);
    return goal.with(Term.minus(goal.term(), multiple));
  }

  /** A goal times what is not 0, which is to be shown by itself. */
  Goal multiplied(Goal goal, Term factor) {
    requireEquation(goal);
    requireKnown(factor, goal);
    return goal.with(Term.times(factor, goal.term()));
  }

  /** Where t² + s is 0 and s is not negative, t is 0. */
  Goal squared(Goal goal, Term more) {
    requireEquation(goal);
    requireKnown(more, goal);
    if (!Intervals.isNonnegative(new Bounds(form).of(more))) {
      throw new Refused(Reason.SIGN_NOT_SHOWN, "a sign that the form does not show");
    }
    return goal.with(new Term.Sum(List.of(new Term.Power(goal.term(), 2), more)));
  }

  /**
   * A goal with one term in place of another that is equal to it where a premise holds. With
   * letters the term is an entry of a variable, and each entry is replaced.
   *
   * @param demands under which the two are equal by the premise
   */
  Goal replaced(Goal goal, Proof.Move move, SequencedSet<Demand> demands) {
    if (move.terms().size() != 3) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "two terms and a multiple are to be named");
    }
    Term old = move.terms().get(0);
    Term value = move.terms().get(1);
    Term multiple = Term.times(move.terms().get(2), premise(number(move)).entry(move.letters()));
    Set<String> letters = new HashSet<>(translation.free().keySet());
    letters.addAll(move.letters());
    for (Term term : List.of(old, value, multiple)) {
      Ordering.requireClosed(term, letters);
      requireDefined(term, goal);
    }
    Term equal = new Term.Sum(List.of(old, Term.negative(value), Term.negative(multiple)));
    Demands.collect(equal, new Bounds(form), demands);
    if (!form.vanishes(equal) || !isEntry(old, move.letters())) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "terms that the premise does not make equal");
    }
    return goal.with(new Replacement(old, value, move.letters()).in(goal.term()));
  }

  /** Whether a term is the entry of a variable that some letters number, or there are none. */
  private static boolean isEntry(Term term, List<String> letters) {
    return letters.isEmpty()
        || (term instanceof Term.Variable v
            && v.entry().equals(letters.stream().map(Size::letter).toList())
            && letters.stream().noneMatch(l -> Size.speaksOf(v.indices(), l)));
  }

  /**
   * Replaces a term.
   *
   * @param letters that stand for any entry of it
   */
  private record Replacement(Term old, Term value, List<String> letters) {
    Term in(Term term) {
      if (letters.isEmpty() && term.equals(old)) {
        return value;
      }
      if (!letters.isEmpty() && term instanceof Term.Variable v && isOf((Term.Variable) old, v)) {
        return entry(v);
      }
      if (term instanceof Term.Derivative || term instanceof Term.Let) {
        return term; // what is differentiated is not spoken of at this point alone
      }
      List<Term> parts = new ArrayList<>(Terms.children(term));
      for (int k = 0; k < parts.size(); k++) {
        if (Terms.binds(term, k).stream().noneMatch(this::isSpokenOf)) {
          parts.set(k, in(parts.get(k)));
        }
      }
      return Terms.rebuilt(term, parts);
    }

    private static boolean isOf(Term.Variable old, Term.Variable v) {
      return v.name().equals(old.name())
          && v.copy() == old.copy()
          && v.indices().equals(old.indices())
          && v.entry().size() == old.entry().size()
          && v.time().equals(old.time());
    }

    private Term entry(Term.Variable v) {
      Map<String, Size> place = new HashMap<>();
      for (int k = 0; k < letters.size(); k++) {
        place.put(letters.get(k), v.entry().get(k));
      }
      return Terms.with(value, place);
    }

    private boolean isSpokenOf(Letter bound) {
      return !letters.contains(bound.name())
          && (Terms.speaksOf(old, bound.name()) || Terms.speaksOf(value, bound.name()));
    }
  }

  private static int number(Proof.Move move) {
    return move.place().size() == 1 ? move.place().getFirst() : -1;
  }

  private static Term one(Proof.Move move) {
    if (move.terms().size() != 1) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "one term is to be named");
    }
    return move.terms().getFirst();
  }

  private static void requireEquation(Goal goal) {
    if (goal.relation() != Relation.EQUAL) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "what holds of an equation alone");
    }
  }

  private void requireKnown(Term term, Goal goal) {
    Ordering.requireClosed(term, translation.free().keySet());
    requireDefined(term, goal);
  }

  /** That a term is defined where the goal is and the premises hold. */
  private void requireDefined(Term term, Goal goal) {
    List<Term> defined = new ArrayList<>(List.of(goal.term()));
    all().forEach(premise -> defined.add(premise.difference()));
    new Ordering(form, translation.free().keySet())
        .requireInTheGoal(term, goal.with(new Term.Sum(defined)));
  }

  /** What the premises ask for, which holds where they do. */
  SequencedSet<Demand> granted() {
    SequencedSet<Demand> granted = new LinkedHashSet<>();
    all().forEach(premise -> Demands.collect(premise.difference(), new Bounds(form), granted));
    return granted;
  }
}
