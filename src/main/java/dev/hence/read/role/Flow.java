package dev.hence.read.role;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.read.elaborate.Context;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.LeftSide;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Rates;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An equation that says how something moves: its left side is a derivative in time. */
record Flow(LeftSide state, Shape shape, int order, Tree right, Span span) {
  /** The equation that a statement is, if what it moves is declared. */
  static Optional<Flow> of(Clause clause, Context context) {
    boolean equation = clause.says("=") && clause.first().isPresent() && clause.names().isEmpty();
    Optional<Rates.Rate> rate =
        equation ? Rates.of(clause.first().get(), context) : Optional.empty();
    return rate.flatMap(
        r ->
            LeftSide.of(r.state(), context)
                .map(LeftSide::alone)
                .flatMap(
                    s ->
                        shape(s, r, context)
                            .map(x -> new Flow(s, x, r.order(), clause.right(), clause.span()))));
  }

  /** The shape of what moves; a plain letter of which nothing is known is a number. */
  private static Optional<Shape> shape(LeftSide state, Rates.Rate rate, Context context) {
    int indices = state.indices().size();
    Optional<Shape> declared =
        context.scope().variable(state.name(), indices).map(Declaration.Variable::shape);
    boolean assumed =
        declared.isEmpty()
            && indices == 0
            && Names.isPlain(rate.state())
            && !context.knows(state.name(), 0);
    return assumed ? Optional.of(Shape.SCALAR) : declared;
  }

  Name velocity() {
    return order == 1 ? first() : new Name("\\ddot{" + state.name().latex() + "}");
  }

  private Name first() {
    return new Name("\\dot{" + state.name().latex() + "}");
  }

  private List<Expr> indices() {
    return state.indices().stream().<Expr>map(Expr.Index::new).toList();
  }

  private Lambda reference(Name name) {
    return new Lambda(state.indices(), List.of(), new Expr.Ref(name, indices(), shape));
  }

  /** The scope in which the names of these equations move. */
  static Scope moving(Scope scope, List<Flow> flows) {
    if (flows.isEmpty()) {
      return scope;
    }
    Map<Name, Lambda> velocities = new HashMap<>();
    scope.dynamics().ifPresent(d -> velocities.putAll(d.velocities()));
    Scope known = scope;
    for (Flow f : flows) {
      known = f.declared(known);
      if (f.order == 2) {
        known =
            known.with(
                new Declaration.Variable(
                    f.first(), f.state.indices(), f.shape, Domain.REALS, false, f.span));
        velocities.put(f.state.name(), f.reference(f.first()));
        velocities.put(f.first(), f.reference(f.velocity()));
      } else {
        velocities.put(f.state.name(), f.reference(f.first()));
      }
    }
    Span span = flows.getFirst().span;
    Set<Name> given = Set.copyOf(flows.stream().map(f -> f.state.name()).distinct().toList());
    return known.with(
        scope
            .dynamics()
            .map(d -> d.moving(velocities, given, span))
            .orElseGet(() -> new Dynamics(velocities, span)));
  }

  private Scope declared(Scope scope) {
    return scope.variable(state.name(), state.indices().size()).isPresent()
        ? scope
        : scope.with(
            new Declaration.Variable(
                state.name(), state.indices(), shape, Domain.REALS, true, span));
  }

  /** The formula of the velocity. */
  Outcome<Definition> formula(Context context) {
    return switch (Elaboration.value(right, shape, context)) {
      case Outcome.Read<Expr> r ->
          new Outcome.Read<>(
              new Definition(
                  velocity(), new Lambda(state.indices(), List.of(), r.value()), shape, span),
              r.inferred());
      case Outcome.Refused<Expr> r -> new Outcome.Refused<>(r.refusals());
    };
  }
}
