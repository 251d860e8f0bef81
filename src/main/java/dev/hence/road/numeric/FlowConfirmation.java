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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Turns a statement about d/dt into one about trajectories: what d/dt is taken of changes, from 0
 * to T, by the integral of what the statement says of d/dt. Automatic differentiation along the
 * flow and integration of the flow are thus held against each other.
 */
final class FlowConfirmation {
  /** No document can contain such a name. */
  private static final Name END = new Name("end of the trajectory");

  private static final Expr.Ref RUNNING =
      new Expr.Ref(new Name("time on the trajectory"), List.of(), Shape.SCALAR);

  private static final Expr.Ref CLOCK = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);

  /** Where trajectories begin that have no beginning at 0. */
  private static final Rational LATER = Rational.ONE;

  private final Instance instance;
  private final Rational start;
  private final Set<String> seen = new HashSet<>();

  private FlowConfirmation(Instance instance, Rational start) {
    this.instance = instance;
    this.start = start;
  }

  /** The statement along trajectories; none without d/dt, or if it speaks of some states only. */
  static Optional<Instance> of(Instance instance) {
    return from(instance, Rational.ZERO);
  }

  /** The same along trajectories that begin later than at 0, where the dynamics may be singular. */
  static Optional<Instance> later(Instance instance) {
    return from(instance, LATER);
  }

  /** The same statement about one state, made about the end of the trajectories. */
  static Optional<Instance> atEnd(Instance instance) {
    FlowConfirmation confirmation = new FlowConfirmation(instance, Rational.ZERO);
    return instance.interpretation().velocities().isEmpty()
            || confirmation.restrictsStates()
            || !confirmation.isKnownHowItMoves(instance.step().left())
            || !confirmation.isKnownHowItMoves(instance.step().right())
        ? Optional.empty()
        : Optional.of(confirmation.alongTrajectories(side -> confirmation.at(side, time(END))));
  }

  /** Whether the instance has formulas for all that moves the states that an expression takes. */
  private boolean isKnownHowItMoves(Expr expr) {
    Interpretation given = instance.interpretation();
    return !Trees.any(
        expr,
        part ->
            switch (part) {
              case Expr.Ref r -> {
                Lambda velocity = given.velocities().get(r.name());
                boolean lost =
                    velocity != null
                        && seen.add("velocity of " + r.name().latex())
                        && !(given.covers(velocity.body()) && isKnownHowItMoves(velocity.body()));
                yield lost || !isKnownBehind(r.name().key(r.indices().size()));
              }
              case Expr.Call c -> !isKnownBehind(c.function().key(c.indices().size()));
              default -> false;
            });
  }

  private boolean isKnownBehind(String key) {
    Lambda definition = instance.interpretation().definitions().get(key);
    return definition == null
        || !seen.add("movers of " + key)
        || isKnownHowItMoves(definition.body());
  }

  private static Optional<Instance> from(Instance instance, Rational start) {
    FlowConfirmation confirmation = new FlowConfirmation(instance, start);
    Statement.Step step = instance.step();
    boolean dynamic =
        !instance.interpretation().velocities().isEmpty()
            && (confirmation.differentiates(step.left())
                || confirmation.differentiates(step.right()));
    return dynamic
            && step.relation() == Relation.EQUAL
            && step.tolerance().isEmpty()
            && !confirmation.restrictsStates()
        ? Optional.of(confirmation.alongTrajectories(confirmation::change))
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

  private Instance alongTrajectories(UnaryOperator<Expr> side) {
    Statement.Step step = instance.step();
    Statement.Step along =
        step.with(side.apply(step.left()), step.relation(), side.apply(step.right()))
            .along(Kind.TRAJECTORY, END);
    Interpretation given = instance.interpretation();
    Interpretation interpretation =
        new Interpretation(
            given.sizes(), given.definitions(), shifted(given.velocities()), Optional.of(END));
    return new Instance(along, interpretation, instance.choices(), instance.assignments());
  }

  /** The dynamics as they are so much later. */
  private Map<Name, Lambda> shifted(Map<Name, Lambda> velocities) {
    if (start.signum() == 0) {
      return velocities;
    }
    Map<Name, Lambda> shifted = new HashMap<>();
    velocities.forEach(
        (name, velocity) ->
            shifted.put(
                name,
                new Lambda(
                    velocity.indices(),
                    velocity.parameters(),
                    new Expr.Substituted(velocity.body(), CLOCK, later(CLOCK)))));
    return shifted;
  }

  private Expr later(Expr moment) {
    return start.signum() == 0 ? moment : new Expr.Add(List.of(new Expr.Literal(start), moment));
  }

  /** The integral of a side from 0 to the end; of dq/dt the change of q. */
  private Expr change(Expr side) {
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
              RUNNING.name(), new Expr.Literal(Rational.ZERO), time(END), at(side, RUNNING));
    };
  }

  /** The state and the time itself, where the formula speaks of it, at one moment. */
  private Expr at(Expr body, Expr moment) {
    return new Expr.Substituted(new Expr.At(body, moment), CLOCK, later(moment));
  }

  private static Expr time(Name name) {
    return new Expr.Ref(name, List.of(), Shape.SCALAR);
  }
}
