package dev.hence.read.role;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * {@code \frac{\partial g(a)}{\partial x}}: the derivative of g by its own argument, taken at a; to
 * those who have x move, g(a) is a constant.
 */
final class Elsewhere {
  private Elsewhere() {}

  /** The reading in which such derivatives are 0. */
  static Optional<Statement.Otherwise> constant(Outcome.Read<Sides> read) {
    List<Expr.Call> derivatives = read.notes().elsewhere();
    if (derivatives.isEmpty()) {
      return Optional.empty();
    }
    String function = derivatives.getLast().function().latex();
    return Optional.of(
        new Statement.Otherwise(
            without(read.value().left(), derivatives),
            without(read.value().right(), derivatives),
            "false if the derivative of "
                + function
                + " at another point is meant to be taken there (\\nabla "
                + function
                + " says so), and not refuted if it is the derivative of a constant, which is 0"));
  }

  private static Expr without(Expr side, List<Expr.Call> derivatives) {
    if (derivatives.stream().anyMatch(d -> d == side)) {
      return Expr.zero(side.shape());
    }
    List<Expr> parts =
        Trees.children(side).stream().map(part -> without(part, derivatives)).toList();
    return Trees.rebuilt(side, parts);
  }
}
