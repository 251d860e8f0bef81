package dev.hence.road.numeric;

import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.eval.Interpretation;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Restriction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a statement about d/dt into one about trajectories: what d/dt is taken of changes, from 0
 * to T, by the integral of what the statement says of d/dt. Automatic differentiation along the
 * flow and integration of the flow are thus held against each other.
 */
final class FlowConfirmation {
  /** No document can contain such a name. */
  private static final Name END = new Name("end of the trajectory");

  private final Instance instance;
  private final Set<String> seen = new HashSet<>();

  private FlowConfirmation(Instance instance) {
    this.instance = instance;
  }

  /** The statement along trajectories; none without d/dt, or if it speaks of some states only. */
  static Optional<Instance> of(Instance instance) {
    FlowConfirmation confirmation = new FlowConfirmation(instance);
    Statement.Step step = instance.step();
    boolean dynamic =
        !instance.interpretation().velocities().isEmpty()
            && (confirmation.differentiates(step.left())
                || confirmation.differentiates(step.right()));
    return dynamic
            && step.relation() == Relation.EQUAL
            && step.tolerance().isEmpty()
            && !confirmation.restrictsStates()
        ? Optional.of(confirmation.alongTrajectories())
        : Optional.empty();
  }

  /** Whether d/dt occurs, also in the definitions of names that occur. */
  private boolean differentiates(Expr expr) {
    return Trees.any(
        expr,
        part ->
            switch (part) {
              case Expr.TimeDerivative t -> true;
              case Expr.Ref r -> defined(r.name().key(r.indices().size()));
              case Expr.Call c -> defined(c.function().key(c.indices().size()));
              default -> false;
            });
  }

  private boolean defined(String key) {
    Lambda definition = instance.interpretation().definitions().get(key);
    return definition != null && seen.add(key) && differentiates(definition.body());
  }

  /** A condition on the state, or on the trajectory, would have to hold all along. */
  private boolean restrictsStates() {
    Interpretation interpretation = instance.interpretation();
    return Restriction.of(instance).stream()
        .map(restriction -> Speaking.of(interpretation, restriction))
        .anyMatch(
            speaking -> speaking.isEmpty() || speaking.get().speaksOf(interpretation::isState));
  }

  private Instance alongTrajectories() {
    Statement.Step step = instance.step();
    Statement.Step along =
        step.with(change(step.left()), step.relation(), change(step.right()))
            .along(Kind.TRAJECTORY, END);
    Interpretation given = instance.interpretation();
    Interpretation interpretation =
        new Interpretation(
            given.sizes(), given.definitions(), given.velocities(), Optional.of(END));
    return new Instance(along, interpretation, instance.choices(), instance.assignments());
  }

  /** The integral of a side from 0 to the end; of dq/dt the change of q. */
  private static Expr change(Expr side) {
    return switch (side) {
      case Expr.TimeDerivative t ->
          new Expr.Add(
              List.of(
                  at(t.body(), time(END)),
                  new Expr.Negate(at(t.body(), new Expr.Literal(Rational.ZERO)))));
      case Expr.Negate n -> new Expr.Negate(change(n.body()));
      case Expr.Multiply m when m.left() instanceof Expr.Literal ->
          new Expr.Multiply(m.left(), change(m.right()));
      default ->
          new Expr.Integral(
              Name.TIME,
              new Expr.Literal(Rational.ZERO),
              time(END),
              new Expr.At(side, time(Name.TIME)));
    };
  }

  /** The state and the time itself, where the formula speaks of it, at one moment. */
  private static Expr at(Expr body, Expr moment) {
    Expr.Ref clock = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);
    return new Expr.Substituted(new Expr.At(body, moment), clock, moment);
  }

  private static Expr time(Name name) {
    return new Expr.Ref(name, List.of(), Shape.SCALAR);
  }
}
