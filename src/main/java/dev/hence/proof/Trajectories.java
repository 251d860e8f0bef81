package dev.hence.proof;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Relation;
import dev.hence.proof.Refused.Reason;
import java.util.List;
import java.util.Set;

/** The fundamental theorem of calculus, along a trajectory and on an interval. */
final class Trajectories {
  private Trajectories() {}

  /**
   * A smooth function of T that is 0 at T = 0 and has derivative 0 is 0; one that is not negative
   * there and does not fall is not negative for T > 0. Smooth is what holds no quotient, root or
   * kink of something that changes with T, unless its bounds show that it cannot break off.
   *
   * @param forward whether T is known to be positive
   */
  static void check(Goal goal, boolean forward, Bounds bounds) {
    if (goal.relation().isInequality() && !forward) {
      throw new Refused(Reason.WRONG_TIME, "an end of time that may come before the start");
    }
    if (Terms.any(goal.term(), t -> t instanceof Term.Derivative || t instanceof Term.Let)) {
      throw new Refused(Reason.OPEN_DERIVATIVE, "a derivative is still to be taken");
    }
    requireSmooth(goal.term(), bounds);
  }

  /**
   * That a term does not break off between the start and T, whatever the trajectory.
   *
   * @param bounds of times from the start on
   */
  static void requireSmooth(Term term, Bounds bounds) {
    if (Terms.any(term, t -> mayBreak(t, bounds))) {
      throw new Refused(Reason.WRONG_TIME, "something that may break off before T");
    }
  }

  /** What is to be shown of the derivative in T. */
  static Goal change(Goal goal) {
    return new Goal(
        new Term.Derivative(goal.term(), new Term.EndOfTime()),
        goal.relation() == Relation.EQUAL ? Relation.EQUAL : Relation.GREATER_OR_EQUAL);
  }

  /**
   * G(b) − G(a) − ∫ₐᵇ G' ds for a G that is smooth in s and speaks of nothing else that is bound.
   */
  static Term ofAntiderivative(Term.Integral i, Set<String> free) {
    Time running = new Time.Running(i.variable());
    Term g = i.body();
    boolean known = free.containsAll(Terms.free(i)) && !Terms.any(i, t -> isStrange(t, running));
    boolean open =
        Terms.any(g, t -> t instanceof Term.Integral || isMovingState(t, running))
            || Terms.speaksOf(i.lower(), running)
            || Terms.speaksOf(i.upper(), running);
    if (!known || open) {
      throw new Refused(Reason.CAPTURE, "an antiderivative that speaks of what is bound");
    }
    if (Terms.any(g, t -> isInverse(t) || (Ordering.isPartial(t) && Terms.speaksOf(t, running)))) {
      throw new Refused(Reason.WRONG_TIME, "an antiderivative that may break off");
    }
    Term slope = new Term.Derivative(g, new Term.Inside(i.variable()));
    return new Term.Sum(
        List.of(
            inside(g, running, i.upper()),
            Term.negative(inside(g, running, i.lower())),
            Term.negative(new Term.Integral(i.variable(), i.lower(), i.upper(), slope))));
  }

  private static boolean isInverse(Term term) {
    return term instanceof Term.Function f && f.isInverse();
  }

  private static Term inside(Term g, Time running, Term value) {
    Term clock = new Term.Clock(running);
    return Terms.leaves(g, leaf -> leaf.equals(clock) ? value : leaf, Terms.free(value));
  }

  private static boolean isMovingState(Term term, Time running) {
    return term instanceof Term.Variable v && v.time().equals(running);
  }

  /** What only the translation and the rules may bring in. */
  private static boolean isStrange(Term term, Time running) {
    return term instanceof Term.Derivative
        || term instanceof Term.Let
        || (term instanceof Term.Clock c
            && c.time() instanceof Time.Running
            && !c.time().equals(running))
        || (term instanceof Term.Variable v && (v.copy() != 0 || v.time() instanceof Time.Running));
  }

  private static boolean mayBreak(Term term, Bounds bounds) {
    return Ordering.isPartial(term)
        && (Terms.speaksOf(term, Time.END) || Terms.any(term, Term.Integral.class::isInstance))
        && !isSafe(term, bounds);
  }

  /** Whether what is not defined everywhere is so for the values that its parts can have. */
  static boolean isSafe(Term term, Bounds bounds) {
    return switch (term) {
      case Term.Power p -> bounds.isNonzero(p.base());
      case Term.Elementary e when e.function() == ElementaryFunction.SQRT ->
          Intervals.isPositive(bounds.of(e.argument()));
      case Term.Elementary e when e.function() == ElementaryFunction.LOG ->
          Intervals.isPositive(bounds.of(e.argument()));
      case Term.Opaque o
          when o.kind().equals("power") && o.parts().getLast() instanceof Term.Whole w ->
          Intervals.isNonnegative(bounds.of(w)) || bounds.isNonzero(o.parts().getFirst());
      default -> false;
    };
  }

  /** The term at T = 0, where integrals from 0 to T are 0. */
  static Term atTheStart(Term term) {
    Term end = new Term.Clock(Time.END);
    if (term instanceof Term.Clock c && c.equals(end)) {
      return Term.ZERO;
    }
    if (term instanceof Term.Integral i && i.upper().equals(end) && i.lower().equals(Term.ZERO)) {
      return Term.ZERO;
    }
    List<Term> parts = Terms.children(term).stream().map(Trajectories::atTheStart).toList();
    return parts.isEmpty() ? Terms.at(term, Time.END, Time.START) : Terms.rebuilt(term, parts);
  }
}
