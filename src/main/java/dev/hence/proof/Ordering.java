package dev.hence.proof;

import dev.hence.claim.Domain.Interval;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Relation;
import dev.hence.expr.Size;
import dev.hence.proof.Refused.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rule by which an order is shown: a term that equals the goal has the sign by its form. Roots,
 * logarithms and quotients in it must be those of the goal, or it would say that √a² ≥ 0 of any a.
 */
final class Ordering {
  private final NormalForm form;
  private final Set<String> free;

  Ordering(NormalForm form, Set<String> free) {
    this.form = form;
    this.free = free;
  }

  /**
   * What is left to be 0 of a goal.
   *
   * @throws Refused if the term has not the sign of the goal, or speaks of what the goal does not
   */
  Goal rest(Goal goal, Term term) {
    if (!goal.relation().isInequality()) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "a sign where an equation is to be shown");
    }
    requireClosed(term, free);
    requireInTheGoal(term, goal);
    Interval bounds = new Bounds(form).of(term);
    boolean shown =
        goal.relation() == Relation.GREATER
            ? Intervals.isPositive(bounds)
            : Intervals.isNonnegative(bounds);
    if (!shown) {
      throw new Refused(Reason.SIGN_NOT_SHOWN, "a sign that the form does not show");
    }
    return Goal.zero(Term.minus(goal.term(), term));
  }

  /**
   * That a term that a move names speaks of nothing that is bound outside of it.
   *
   * @param letters of which it may speak
   */
  static void requireClosed(Term term, Set<String> letters) {
    if (Terms.any(term, t -> t instanceof Term.Derivative || t instanceof Term.Let)) {
      throw new Refused(Reason.OPEN_DERIVATIVE, "a derivative is still to be taken");
    }
    boolean strange =
        !letters.containsAll(Terms.free(term))
            || !isClosedInTime(term, Set.of())
            || Terms.any(term, t -> t instanceof Term.Variable v && v.copy() != 0);
    if (strange) {
      throw new Refused(Reason.CAPTURE, "a term that speaks of what is bound");
    }
  }

  /** That a term is defined wherever the goal is. */
  void requireInTheGoal(Term term, Goal goal) {
    if (!partials(goal.term()).containsAll(partials(term))) {
      throw new Refused(Reason.NOT_IN_THE_GOAL, "a quotient or root that is not in the goal");
    }
  }

  /** Whether it speaks of no time but the start, the end and those of its own integrals. */
  private static boolean isClosedInTime(Term term, Set<Time> bound) {
    boolean here =
        switch (term) {
          case Term.Clock c -> isBound(c.time(), bound);
          case Term.Variable v -> isBound(v.time(), bound);
          default -> true;
        };
    if (term instanceof Term.Integral i) {
      Set<Time> inside = new HashSet<>(bound);
      inside.add(new Time.Running(i.variable()));
      return isClosedInTime(i.lower(), bound)
          && isClosedInTime(i.upper(), bound)
          && isClosedInTime(i.body(), inside);
    }
    return here && Terms.children(term).stream().allMatch(t -> isClosedInTime(t, bound));
  }

  private static boolean isBound(Time time, Set<Time> bound) {
    return !(time instanceof Time.Running) || bound.contains(time);
  }

  // What is not defined everywhere

  /** The nodes under which something stands that binds a letter or a time. */
  private record Binders(Map<String, Letter> letters, Map<String, Term.Integral> times) {
    static final Binders NONE = new Binders(Map.of(), Map.of());

    Binders inside(Term term, int part) {
      Map<String, Letter> more = new HashMap<>(letters);
      Terms.binds(term, part).forEach(l -> more.put(l.name(), l));
      Map<String, Term.Integral> running = new HashMap<>(times);
      if (term instanceof Term.Integral i && part == 2) {
        running.put(i.variable(), i);
      }
      return new Binders(more, running);
    }
  }

  private Set<String> partials(Term term) {
    Set<String> found = new HashSet<>();
    partials(term, Binders.NONE, found);
    return found;
  }

  private void partials(Term term, Binders binders, Set<String> found) {
    if (isPartial(term)) {
      Term own = term instanceof Term.Power p ? new Term.Power(p.base(), -1) : term;
      found.add(text(own, binders));
    }
    List<Term> parts = Terms.children(term);
    for (int k = 0; k < parts.size(); k++) {
      partials(parts.get(k), binders.inside(term, k), found);
    }
  }

  /** A term, what is bound around it told by what it runs through and by its order alone. */
  private String text(Term term, Binders binders) {
    Term masked = term;
    List<String> ranges = new ArrayList<>();
    for (Map.Entry<String, Term.Integral> e : new TreeMap<>(binders.times()).entrySet()) {
      Time time = new Time.Running(e.getKey());
      if (Terms.speaksOf(masked, time)) {
        masked = Terms.at(masked, time, new Time.Running("●" + ranges.size()));
        ranges.add(end(e.getValue().lower(), binders) + ".." + end(e.getValue().upper(), binders));
      }
    }
    Map<String, Size> masks = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(Terms.free(term));
    List<Letter> letters = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      Letter letter = binders.letters().get(names.get(k));
      if (letter != null && !masks.containsKey(letter.name())) {
        masks.put(letter.name(), Size.letter("●" + masks.size()));
        letters.add(letter);
        names.addAll(letter.lower().letters());
        names.addAll(letter.upper().letters());
      }
    }
    letters.forEach(l -> ranges.add(l.with(masks).lower() + ".." + l.with(masks).upper()));
    return ranges + form.text(Terms.with(masked, masks));
  }

  private static Term end(Term end, Binders binders) {
    boolean depends =
        Terms.free(end).stream().anyMatch(binders.letters()::containsKey)
            || binders.times().keySet().stream()
                .anyMatch(name -> Terms.speaksOf(end, new Time.Running(name)));
    if (depends) {
      throw new Refused(Reason.NOT_IN_THE_GOAL, "an integral with ends that are bound");
    }
    return end;
  }

  /** Whether it is undefined, or not smooth, for some of its parts. */
  static boolean isPartial(Term term) {
    return switch (term) {
      case Term.Power p -> p.exponent() < 0;
      case Term.Opaque o -> !o.parts().isEmpty();
      case Term.Function f -> f.isInverse();
      case Term.Elementary e -> !isEntire(e.function());
      default -> false;
    };
  }

  private static boolean isEntire(ElementaryFunction function) {
    return switch (function) {
      case EXP, SIN, COS, ARCTAN, SINH, COSH, TANH, ARSINH, ERF -> true;
      case LOG, SQRT, TAN, ARCSIN, ARCCOS, ARCOSH, ARTANH -> false;
    };
  }
}
