package dev.hence.claim;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A step about names whose values are given at the end of the trajectory, as an adjoint's is: the
 * same step with the time running backwards. What was given at the end is given at the start then,
 * and what was free at the start is free at the end, for the flow takes one to the other and back.
 *
 * <p>With τ = T − t the velocities and all derivatives in time change their sign, values at 0 and
 * at T change places, and integrals over [0, T] stay. A function f(u, t) becomes f(u, T − τ): the
 * reader sees to it that the time enters only through arbitrary functions of it, of which f(u, T −
 * τ) is one again.
 *
 * <p>A name λ that begins with c is written c(0) + μ − μ(0), with μ free.
 */
public final class Backwards {
  private static final Expr START = new Expr.Literal(Rational.ZERO);

  private final Dynamics dynamics;
  private final Expr end;

  private Backwards(Dynamics dynamics, Name time) {
    this.dynamics = dynamics;
    this.end = new Expr.Ref(time, List.of(), Shape.SCALAR);
  }

  /** The step as it is looked at: itself, if nothing in it has a value at the end. */
  public static Statement.Step of(Statement.Step step) {
    Set<Name> ended = ended(step.scope(), List.of(step.left(), step.right()));
    if (ended.isEmpty()) {
      return step;
    }
    Dynamics dynamics = step.scope().dynamics().orElseThrow();
    Name time = dynamics.endings().get(ended.iterator().next()).time();
    Backwards backwards = new Backwards(dynamics, time);
    Scope scope = backwards.reversed(step.scope());
    return step.horizon().isPresent()
        ? step.along(step.kind(), time)
            .within(backwards.reversed(step.left()), backwards.reversed(step.right()), scope)
        : step.along(Kind.TRAJECTORY, time)
            .within(backwards.anytime(step.left()), backwards.anytime(step.right()), scope);
  }

  /** The names with a value at the end on which formulas depend, also through what moves. */
  public static Set<Name> ended(Scope scope, List<Expr> formulas) {
    Optional<Dynamics> dynamics = scope.dynamics().filter(d -> !d.endings().isEmpty());
    Set<Name> met = new LinkedHashSet<>();
    List<Expr> open = new ArrayList<>(dynamics.isPresent() ? formulas : List.of());
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Trees.walk(
          open.removeLast(),
          e -> {
            if (e instanceof Expr.Ref r && dynamics.get().moves(r.name()) && met.add(r.name())) {
              open.add(dynamics.get().velocities().get(r.name()).body());
            }
            scope
                .definition(e)
                .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
                .ifPresent(d -> open.add(d.lambda().body()));
          });
    }
    met.retainAll(dynamics.map(d -> d.endings().keySet()).orElse(Set.of()));
    return met;
  }

  /** A claim about every moment: it is some time before the end. */
  private Expr anytime(Expr side) {
    return new Expr.At(reversed(side), end);
  }

  private Expr reversed(Expr formula) {
    return Trees.map(
        formula,
        e ->
            switch (e) {
              case Expr.At a when a.time().equals(START) -> new Expr.At(a.body(), end);
              case Expr.At a when a.time().equals(end) -> new Expr.At(a.body(), START);
              case Expr.TimeDerivative t -> new Expr.Negate(t);
              default -> e;
            });
  }

  private Scope reversed(Scope scope) {
    Scope turned = scope;
    for (Definition d : scope.definitions().values()) {
      Lambda old = d.lambda();
      Lambda lambda = new Lambda(old.indices(), old.parameters(), reversed(old.body()));
      turned = turned.with(new Definition(d.name(), lambda, d.shape(), d.span()));
    }
    Map<Name, Lambda> velocities = new HashMap<>();
    dynamics
        .velocities()
        .forEach(
            (name, v) ->
                velocities.put(
                    name,
                    new Lambda(v.indices(), v.parameters(), new Expr.Negate(reversed(v.body())))));
    for (Map.Entry<Name, Dynamics.Ending> e : dynamics.endings().entrySet()) {
      turned = beginning(turned, e.getKey(), e.getValue(), velocities);
    }
    return turned.with(dynamics.moving(velocities, dynamics.endings().keySet(), dynamics.span()));
  }

  private Scope beginning(
      Scope scope, Name name, Dynamics.Ending ending, Map<Name, Lambda> velocities) {
    Declaration.Variable declared = scope.variable(name, 0).orElseThrow();
    Name free = new Name("\\tilde{" + name.latex() + "}");
    Expr mu = new Expr.Ref(free, List.of(), declared.shape());
    Expr value =
        new Expr.Add(
            List.of(
                new Expr.At(reversed(ending.value()), START),
                mu,
                new Expr.Negate(new Expr.At(mu, START))));
    velocities.put(free, velocities.remove(name));
    return scope
        .without(name.key(0))
        .with(
            new Declaration.Variable(
                free, List.of(), declared.shape(), Domain.REALS, false, declared.span()))
        .with(new Definition(name, Lambda.constant(value), declared.shape(), declared.span()));
  }
}
