package dev.hence.road.symbolic;

import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.eval.Interpretation;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.verdict.Instance;
import java.util.List;
import java.util.Optional;

/**
 * A statement about the current state that speaks of the time t itself, such as {@code d/dt e^{−Kt}
 * = −K e^{−Kt}}: the same said of the end of a trajectory that ends at t.
 */
final class ExplicitTime {
  private static final Expr.Ref TIME = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);

  private ExplicitTime() {}

  /** The instance itself, or as one about the end of a trajectory if t stands in it. */
  static Instance placed(Instance instance) {
    Statement.Step step = instance.step();
    boolean explicit =
        step.horizon().isEmpty()
            && step.scope().dynamics().isPresent()
            && step.scope().variable(Name.TIME, 0).isEmpty()
            && (Trees.any(step.left(), TIME::equals) || Trees.any(step.right(), TIME::equals));
    if (!explicit) {
      return instance;
    }
    Statement.Step placed =
        new Statement.Step(
            step.id(),
            step.label(),
            step.span(),
            step.kind() == Kind.POINTWISE ? Kind.TRAJECTORY : step.kind(),
            Optional.of(Name.TIME),
            new Expr.At(step.left(), TIME),
            step.relation(),
            new Expr.At(step.right(), TIME),
            step.conditions(),
            step.scope(),
            step.trial(),
            step.expected());
    Interpretation given = instance.interpretation();
    Interpretation interpretation =
        new Interpretation(
            given.sizes(), given.definitions(), given.velocities(), Optional.of(Name.TIME));
    return new Instance(placed, interpretation, instance.choices(), instance.assignments());
  }
}
