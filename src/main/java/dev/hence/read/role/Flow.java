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
import dev.hence.read.elaborate.Rates.Rate;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An equation that says how something moves.
 *
 * @param order of the highest derivative in time, 1 or 2
 * @param left where the equation is to be solved for that derivative; empty where it is the left
 *     side
 */
record Flow(LeftSide state, Shape shape, int order, Optional<Tree> left, Tree right, Span span) {
  /** The equation that a statement is, if what it moves is declared. */
  static Optional<Flow> of(Clause clause, Context context) {
    Optional<Rate> explicit = left(clause).flatMap(l -> Rates.of(l, context));
    return explicit
        .flatMap(r -> of(clause, r, Optional.empty(), context))
        .or(
            () ->
                highest(clause, context)
                    .filter(r -> r.order() == 2)
                    .flatMap(r -> of(clause, r, left(clause), context)));
  }

  /** The equation that an entry of the dynamics is: there a prime is a rate too. */
  static Optional<Flow> entry(Clause clause, Context context) {
    return of(clause, context)
        .or(
            () ->
                left(clause)
                    .flatMap(l -> Rates.primed(l, context))
                    .flatMap(r -> of(clause, r, Optional.empty(), context)))
        .or(() -> highest(clause, context).flatMap(r -> of(clause, r, left(clause), context)))
        .or(() -> inside(clause, context).flatMap(r -> of(clause, r, left(clause), context)));
  }

  private static Optional<Tree> left(Clause clause) {
    return clause.says("=") && clause.names().isEmpty() ? clause.first() : Optional.empty();
  }

  private static Optional<Flow> of(Clause clause, Rate rate, Optional<Tree> left, Context context) {
    return LeftSide.of(rate.state(), context)
        .map(LeftSide::alone)
        .flatMap(
            s ->
                shape(s, rate, context)
                    .map(x -> new Flow(s, x, rate.order(), left, clause.right(), clause.span())));
  }

  /** The one name of which the equation has the highest derivative in time. */
  private static Optional<Rate> highest(Clause clause, Context context) {
    List<Rate> all =
        left(clause).isEmpty()
            ? List.of()
            : clause.trees().stream().flatMap(t -> Rates.in(t, context).stream()).toList();
    int order = all.stream().mapToInt(Rate::order).max().orElse(0);
    List<Rate> top = all.stream().filter(r -> r.order() == order).toList();
    return top.stream().map(r -> key(r.state(), context)).distinct().count() == 1
        ? Optional.of(top.getFirst())
        : Optional.empty();
  }

  /** The one variable in a formula whose rate is given: {@code d/dt ∇ψ(x) = −g}. */
  private static Optional<Rate> inside(Clause clause, Context context) {
    List<Tree> variables =
        left(clause).flatMap(Rates::moved).stream()
            .flatMap(t -> Names.in(t).stream())
            .filter(t -> isVariable(t, context))
            .toList();
    return variables.stream().map(t -> key(t, context)).distinct().count() == 1
        ? Optional.of(new Rate(variables.getFirst(), 1))
        : Optional.empty();
  }

  private static boolean isVariable(Tree tree, Context context) {
    Scope scope = context.scope();
    return LeftSide.of(tree, context)
        .filter(s -> scope.variable(s.name(), s.indices().size()).isPresent())
        .filter(s -> scope.definition(s.name(), s.indices().size()).isEmpty())
        .isPresent();
  }

  private static Optional<String> key(Tree state, Context context) {
    return LeftSide.of(state, context).map(s -> s.name().key(s.indices().size()));
  }

  /** The shape of what moves; a plain letter of which nothing is known is a number. */
  private static Optional<Shape> shape(LeftSide state, Rate rate, Context context) {
    int indices = state.indices().size();
    Optional<Shape> declared =
        context.scope().variable(state.name(), indices).map(Declaration.Variable::shape);
    boolean assumed =
        declared.isEmpty()
            && indices == 0
            && Names.isPlain(rate.state())
            && IntStream.range(0, 3).noneMatch(k -> context.knows(state.name(), k));
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

  private Expr.Ref now(Name name) {
    return new Expr.Ref(name, indices(), shape);
  }

  private Lambda lambda(Expr body) {
    return new Lambda(state.indices(), List.of(), body);
  }

  /** The name with a prime as another name of the velocity, where the equation is written so. */
  Optional<Definition> prime(Clause clause, Context context) {
    boolean written =
        order == 1 && clause.first().filter(f -> Rates.primed(f, context).isPresent()).isPresent();
    return written
        ? LeftSide.of(clause.first().orElseThrow(), context)
            .map(s -> new Definition(s.name(), lambda(now(velocity())), shape, span))
        : Optional.empty();
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
      if (velocities.remove(f.state.name()) != null) {
        velocities.remove(f.first());
        known = f.resting(known);
      }
      known = f.declared(known);
      if (f.order == 2) {
        known =
            known.with(
                new Declaration.Variable(
                    f.first(), f.state.indices(), f.shape, Domain.REALS, false, f.span));
        velocities.put(f.state.name(), f.lambda(f.now(f.first())));
        velocities.put(f.first(), f.lambda(f.now(f.velocity())));
      } else {
        velocities.put(f.state.name(), f.lambda(f.now(f.first())));
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

  /** Dynamics that take the place of others leave nothing of them behind. */
  private Scope resting(Scope scope) {
    int letters = state.indices().size();
    Name second = new Name("\\ddot{" + state.name().latex() + "}");
    return scope.without(first().key(letters)).without(second.key(letters));
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
    Outcome<Expr> formula =
        left.isPresent()
            ? new SolvedRate(now(state.name()), now(first()), order, span)
                .formula(left.get(), right, context)
            : Elaboration.value(right, shape, context);
    return switch (formula) {
      case Outcome.Read<Expr> r ->
          new Outcome.Read<>(
              new Definition(velocity(), lambda(r.value()), shape, span), r.inferred());
      case Outcome.Refused<Expr> r -> new Outcome.Refused<>(r.refusals());
    };
  }
}
