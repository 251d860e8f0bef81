package dev.hence.road.symbolic;

import dev.hence.expr.Relation;
import java.util.List;
import java.util.Optional;

/**
 * Shows inequalities by squares: the difference of the sides is nowhere negative, by itself or
 * where it is least; or, along a trajectory, it is not at T = 0, and its derivative in T is nowhere
 * negative.
 */
final class Inequality {
  private final Setting setting;
  private final TrajectoryProof proof;
  private final Equality equality;
  private final List<Conditions.Condition> facts;
  private final Positivity positivity;

  Inequality(
      Setting setting, Velocities velocities, Equality equality, List<Conditions.Condition> facts) {
    this.facts = List.copyOf(facts);
    this.setting = setting;
    this.proof = new TrajectoryProof(setting, velocities, equality);
    this.equality = equality;
    this.positivity = new Positivity(setting.terms(), setting.deadline());
  }

  /** Whether left and right, two numbers, stand in the relation of the step. */
  Finding decide(Rectangle left, Rectangle right) {
    if (setting.horizon().isPresent()) {
      proof.requireTimes(left, right);
    }
    Relation relation = setting.step().relation();
    boolean rising = relation == Relation.GREATER || relation == Relation.GREATER_OR_EQUAL;
    Cancellation cancellation = new Cancellation(setting.terms());
    Term l = cancellation.in(left.number());
    Term r = cancellation.in(right.number());
    if (relation == Relation.NOT_EQUAL) {
      return apart(setting.terms().minus(l, r));
    }
    Term difference = rising ? setting.terms().minus(l, r) : setting.terms().minus(r, l);
    String name = rising ? "the left side less the right one" : "the right side less the left one";
    boolean strict = relation.isStrict();
    return shown(difference, strict)
        .map(how -> settled(name, difference, strict, how))
        .or(() -> new Convexity(setting, equality, positivity).show(difference, strict))
        .or(() -> alongTrajectory(name, Rectangle.of(difference), strict))
        .orElseGet(
            () ->
                new Finding.Open(
                    strict ? "not seen to be positive" : "not seen to be nowhere negative"));
  }

  private Finding apart(Term difference) {
    return shown(difference, true)
        .or(() -> shown(setting.terms().negate(difference), true))
        .map(how -> Finding.settled("left − right has one sign: " + how))
        .orElseGet(() -> new Finding.Open("not seen to differ"));
  }

  /** Of a term with a name, as a product of factors too where their signs tell. */
  private Finding settled(String name, Term term, boolean strict, String how) {
    return new Finding.Settled(List.of(how), List.of(given(term, strict, how).named(name)));
  }

  private Given given(Term term, boolean strict, String how) {
    Term form = how.equals(Positivity.BY_FACTORS) ? factors(term) : term;
    return Given.nonnegative(term, form, strict, how);
  }

  private Term factors(Term term) {
    try {
      return Factored.of(setting.terms(), term, setting.deadline()).product(setting.terms());
    } catch (TooLarge | Undefined e) {
      return term;
    }
  }

  private Optional<String> shown(Term term, boolean strict) {
    return positivity.show(term, facts, strict);
  }

  private Optional<Finding> alongTrajectory(String name, Rectangle difference, boolean strict) {
    boolean continuous =
        Continuity.everywhere(
            setting.terms(), difference.entries(), setting.trajectory()::moves, setting.deadline());
    if (setting.horizon().isEmpty() || !continuous) {
      return Optional.empty();
    }
    Term start = proof.atStart(difference).number();
    Term slope = proof.gradientTimes(difference).number();
    return shown(start, strict)
        .flatMap(
            below ->
                shown(slope, false)
                    .map(how -> rising(name, start, slope, strict, List.of(below, how))));
  }

  private Finding rising(String name, Term start, Term slope, boolean strict, List<String> how) {
    List<Given> given =
        List.of(
            given(start, strict, how.getFirst()).named(name + " at $T = 0$"),
            given(slope, false, how.getLast()).named("its derivative in $T$"));
    return new Finding.Settled(List.of("rising in T from a value ≥ 0: " + how.getLast()), given);
  }
}
