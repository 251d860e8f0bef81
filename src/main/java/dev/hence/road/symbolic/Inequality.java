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
    boolean strict = relation.isStrict();
    return shown(difference, strict)
        .map(Finding::settled)
        .or(() -> new Convexity(setting, equality, positivity).show(difference, strict))
        .or(() -> alongTrajectory(Rectangle.of(difference), strict))
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

  private Optional<String> shown(Term term, boolean strict) {
    return positivity.show(term, facts, strict);
  }

  private Optional<Finding> alongTrajectory(Rectangle difference, boolean strict) {
    boolean continuous =
        Continuity.everywhere(
            setting.terms(), difference.entries(), setting.trajectory()::moves, setting.deadline());
    if (setting.horizon().isEmpty() || !continuous) {
      return Optional.empty();
    }
    return shown(proof.atStart(difference).number(), strict)
        .flatMap(start -> shown(proof.gradientTimes(difference).number(), false))
        .map(method -> Finding.settled("rising in T from a value ≥ 0: " + method));
  }
}
