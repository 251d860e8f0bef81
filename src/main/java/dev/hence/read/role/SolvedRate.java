package dev.hence.read.role;

import dev.hence.claim.Dependence;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Context;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.iteration.LinearEquation;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * An equation that is solved for the highest derivative in time of a state, in which it is linear:
 * {@code M \ddot\theta + \dot\theta = -\nabla L}, {@code d/dt \nabla\psi(x) = -g}.
 *
 * @param first the name of the first derivative; of second order that is a state itself
 */
record SolvedRate(Expr.Ref state, Expr.Ref first, int order, Span span) {
  private static final Expr NOW = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);

  /** What the derivative is. */
  Outcome<Expr> formula(Tree left, Tree right, Context context) {
    return switch (Elaboration.sides(left, right, context)) {
      case Outcome.Refused<Sides> r -> new Outcome.Refused<>(r.refusals());
      case Outcome.Read<Sides> r -> {
        Scope scope = context.scope();
        Expr rate = new Expr.TimeDerivative(order == 1 ? state : first);
        Optional<Expr> solved =
            new LinearEquation(rate)
                .solved(chained(r.value().left(), scope), chained(r.value().right(), scope));
        yield solved.isPresent()
            ? new Outcome.Read<>(solved.get(), r.inferred())
            : new Outcome.Refused<>(
                List.of(
                    new Refusal.Unparsed(
                        span,
                        ProblemId.NOT_LINEAR,
                        "This cannot be solved for the derivative in time.")));
      }
    };
  }

  /**
   * A side at the present; of first order what moves with the state alone moves by the chain rule.
   */
  private Expr chained(Expr side, Scope scope) {
    Expr rate = new Expr.TimeDerivative(state);
    return Trees.map(
        Moments.stripped(side, NOW),
        part ->
            switch (part) {
              case Expr.TimeDerivative t when order == 2 && t.body().equals(state) -> first;
              case Expr.TimeDerivative t when order == 1 && movesAlone(t.body(), scope) ->
                  new Expr.Multiply(new Expr.Derivative(t.body(), state), rate);
              default -> part;
            });
  }

  /** Whether an expression of the state's shape changes with the state, and with no other. */
  private boolean movesAlone(Expr body, Scope scope) {
    Dependence reach = new Dependence(scope);
    return !body.equals(state)
        && !(body.shape() instanceof Shape.Matrix)
        && body.shape().equals(state.shape())
        && scope.dynamics().stream()
            .flatMap(d -> d.velocities().keySet().stream())
            .allMatch(name -> name.equals(state.name()) || !reach.depends(body, name));
  }
}
