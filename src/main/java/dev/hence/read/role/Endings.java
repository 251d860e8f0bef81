package dev.hence.read.role;

import dev.hence.claim.Dependence;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.read.elaborate.Elaboration.Sides;
import java.util.Optional;

/** Values at the end of trajectories: {@code \lambda(T) = 0} among the dynamics. */
final class Endings {
  private Endings() {}

  /** The scope with such a value; empty where it is none. */
  static Optional<Scope> with(Scope scope, Sides sides) {
    Dynamics dynamics = scope.dynamics().orElse(null);
    if (dynamics == null
        || !(sides.left() instanceof Expr.At at)
        || !(at.body() instanceof Expr.Ref state)
        || !(at.time() instanceof Expr.Ref time)) {
      return Optional.empty();
    }
    boolean moves =
        state.indices().isEmpty()
            && dynamics.moves(state.name())
            && !dynamics.parameters().containsKey(state.name());
    Expr value = Moments.stripped(sides.right(), time);
    boolean oneEnd =
        dynamics.endings().values().stream().allMatch(e -> e.time().equals(time.name()));
    boolean known = !new Dependence(scope).any(value, e -> isUnknown(e, state.name(), time.name()));
    return moves && oneEnd && known
        ? Optional.of(
            scope.with(dynamics.ending(state.name(), new Dynamics.Ending(time.name(), value))))
        : Optional.empty();
  }

  /** Whether a value speaks of other times, of the time itself or of what it says. */
  private static boolean isUnknown(Expr e, Name state, Name time) {
    return e instanceof Expr.At
        || e instanceof Expr.Integral
        || (e instanceof Expr.Ref r && (r.name().equals(state) || r.name().equals(time)));
  }

  /** Whether a time is one at which values are given. */
  static boolean isEnd(Expr time, Scope scope) {
    return time instanceof Expr.Ref r
        && scope.dynamics().stream()
            .flatMap(d -> d.endings().values().stream())
            .anyMatch(e -> e.time().equals(r.name()));
  }
}
