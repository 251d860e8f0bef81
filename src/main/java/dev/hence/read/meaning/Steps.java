package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.problem.ProblemId;
import dev.hence.read.iteration.Step;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;

/** Reads how the steps of iterations are written. */
final class Steps {
  private Steps() {}

  /**
   * Reads a step.
   *
   * @throws Misread if it cannot be solved for one newest iterate
   */
  static Step of(Clause clause, Context context) {
    if (clause.first().isEmpty() || clause.links().size() != 1) {
      throw unclear(clause);
    }
    Syntax.Link link = clause.links().getFirst();
    Expr left = new Formulas(context).expr(clause.first().orElseThrow());
    Expr right = new Formulas(context).expr(link.operand());
    Expr fitted = left instanceof Expr.Ref ? Shapes.fitted(right, left.shape()) : right;
    Step.Outcome outcome =
        switch (link.relation()) {
          case ASSIGNED -> Step.assignment(left, fitted, clause.span());
          case EQUAL, DEFINES -> Step.equation(left, fitted, clause.span());
          default -> throw unclear(clause);
        };
    return switch (outcome) {
      case Step.Outcome.Made m -> fitted(m.step(), clause);
      case Step.Outcome.Unclear u -> throw unclear(clause);
      case Step.Outcome.NotLinear n -> throw notLinear(clause.span());
    };
  }

  private static Step fitted(Step step, Clause clause) {
    Expr value = step.next().lambda().body();
    Expr like = new Expr.Filled(dev.hence.expr.Rational.ZERO, step.next().shape());
    Shapes.requireSame(like, value, "a step", clause.span());
    return step;
  }

  private static Misread unclear(Clause clause) {
    return new Misread(
        ProblemId.HEADER_BAD_ENTRY,
        clause.span(),
        "a step must be one equation for the newest iterate",
        "write x_{k+1} = … or w \\leftarrow …");
  }

  static Misread notLinear(dev.hence.text.Span span) {
    return new Misread(
        ProblemId.NOT_LINEAR,
        span,
        "this is not linear in what it is to be solved for, with a number or a square matrix before"
            + " it as the coefficient",
        "solve it for the newest iterate, or for the highest derivative");
  }
}
