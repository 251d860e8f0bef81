package dev.hence.read.role;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Outcome;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    Set<Expr> own = Collections.newSetFromMap(new IdentityHashMap<>());
    own.addAll(derivatives);
    return Optional.of(
        new Statement.Otherwise(
            without(read.value().left(), own),
            without(read.value().right(), own),
            "false if the derivative of "
                + function
                + " at another point is meant to be taken there (\\nabla "
                + function
                + " says so), and not refuted if it is the derivative of a constant, which is 0"));
  }

  /** The same derivative may stand elsewhere with a ∇: these very nodes are meant. */
  private static Expr without(Expr side, Set<Expr> derivatives) {
    if (derivatives.contains(side)) {
      return Expr.zero(side.shape());
    }
    List<Expr> parts =
        Trees.children(side).stream().map(part -> without(part, derivatives)).toList();
    return Trees.rebuilt(side, parts);
  }
}
