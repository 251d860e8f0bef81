package dev.hence.mutant;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;

/** Steps with other sides. */
final class Steps {
  private Steps() {}

  static Statement.Step with(Statement.Step step, Expr left, Expr right) {
    return new Statement.Step(
        step.id(),
        step.label(),
        step.span(),
        step.kind(),
        step.horizon(),
        left,
        step.relation(),
        right,
        step.conditions(),
        step.scope(),
        step.trial(),
        step.expected());
  }
}
