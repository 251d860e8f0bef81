package dev.hence.mutant;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;

/** Steps with other sides. */
final class Steps {
  private Steps() {}

  static Statement.Step with(Statement.Step step, Expr left, Expr right) {
    return step.with(left, step.relation(), right);
  }
}
