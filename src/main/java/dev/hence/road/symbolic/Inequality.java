package dev.hence.road.symbolic;

import dev.hence.expr.Relation;
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
  private final SquareSums squares;

  Inequality(Setting setting, Velocities velocities, Equality equality) {
    this.setting = setting;
    this.proof = new TrajectoryProof(setting, velocities, equality);
    this.equality = equality;
    this.squares = new SquareSums(setting.terms(), setting.deadline());
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
    Term difference = rising ? setting.terms().minus(l, r) : setting.terms().minus(r, l);
    if (relation == Relation.GREATER || relation == Relation.LESS) {
      return difference.range().positive()
          ? Finding.settled("a sum of positive terms")
          : new Finding.Open("not seen to be a sum of positive terms");
    }
    return squares
        .nonnegative(difference)
        .map(Finding::settled)
        .or(() -> new Convexity(setting, equality, squares).nonnegative(difference))
        .or(() -> alongTrajectory(Rectangle.of(difference)))
        .orElseGet(() -> new Finding.Open("not seen to be a sum of squares"));
  }

  private Optional<Finding> alongTrajectory(Rectangle difference) {
    boolean continuous =
        Continuity.everywhere(
            setting.terms(), difference.entries(), setting.trajectory()::moves, setting.deadline());
    if (setting.horizon().isEmpty() || !continuous) {
      return Optional.empty();
    }
    return squares
        .nonnegative(proof.atStart(difference).number())
        .flatMap(start -> squares.nonnegative(proof.gradientTimes(difference).number()))
        .map(method -> Finding.settled("rising in T from a value ≥ 0: " + method));
  }
}
