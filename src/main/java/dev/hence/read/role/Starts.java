package dev.hence.read.role;

import dev.hence.claim.Beginnings;
import dev.hence.claim.Declaration;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values with which trajectories begin: {@code w(0) = w_0}, {@code f(x; \theta_0) = 0}. They are
 * said of what speaks of trajectories, and of nothing else.
 */
final class Starts {
  static final Expr START = new Expr.Literal(Rational.ZERO);

  private final Scope scope;
  private final Span span;

  Starts(Scope scope, Span span) {
    this.scope = scope;
    this.span = span;
  }

  /** What a left side gives a value: a state at the start, or a function without a formula. */
  Optional<Name> name(Expr left) {
    if (scope.dynamics().isEmpty()) {
      return Optional.empty();
    }
    return switch (left) {
      case Expr.At a when a.time().equals(START) && a.body() instanceof Expr.Ref r ->
          Optional.of(r.name()).filter(n -> scope.isState(n) && areLetters(r.indices()));
      case Expr.At a when a.time().equals(START) && a.body() instanceof Expr.Call c -> function(c);
      case Expr.Call c -> function(c);
      default -> Optional.empty();
    };
  }

  private Optional<Name> function(Expr.Call c) {
    List<Expr.Ref> slots = c.arguments().stream().flatMap(a -> slot(a).stream()).toList();
    boolean plain =
        c.slots().isEmpty()
            && areLetters(c.indices())
            && slots.stream().distinct().count() == c.arguments().size()
            && slots.stream().anyMatch(r -> scope.isState(r.name()));
    return scope
        .function(c.function(), c.indices().size())
        .filter(f -> plain)
        .map(Declaration.Function::name);
  }

  private static boolean areLetters(List<Expr> indices) {
    return indices.stream().allMatch(Expr.Index.class::isInstance)
        && indices.stream().distinct().count() == indices.size();
  }

  /** The bare name that stands in a slot, or the state at the start. */
  private static Optional<Expr.Ref> slot(Expr argument) {
    Expr value = argument instanceof Expr.At a && a.time().equals(START) ? a.body() : argument;
    return value instanceof Expr.Ref r && r.indices().isEmpty() ? Optional.of(r) : Optional.empty();
  }

  /** Whether an equation is the first that gives a name a value, and a value it has. */
  boolean begins(Sides sides) {
    return name(sides.left())
        .filter(n -> !scope.dynamics().orElseThrow().starts().containsKey(n))
        .filter(n -> !sides.left().equals(sides.right()))
        .filter(n -> isGiven(n, sides.right()))
        .isPresent();
  }

  /** What is known with the value. */
  Outcome<Scope> with(Name name, Sides sides) {
    Dynamics dynamics = scope.dynamics().orElseThrow();
    if (sides.left().equals(sides.right())) {
      return new Outcome.Read<>(scope, List.of());
    }
    if (dynamics.starts().containsKey(name)) {
      return refused(ProblemId.DECLARED_TWICE, name.latex() + " is given two values at the start.");
    }
    if (!isGiven(name, sides.right())) {
      return refused(
          ProblemId.NOT_YET_SUPPORTED,
          "Values at the start must follow from the data, and be of what moves forwards.");
    }
    Map<Name, Lambda> starts = new HashMap<>(dynamics.starts());
    starts.put(name, lambda(sides.left(), sides.right()));
    return new Outcome.Read<>(scope.with(dynamics.starting(starts)), List.of());
  }

  private Outcome<Scope> refused(ProblemId id, String message) {
    return new Outcome.Refused<>(List.of(new Refusal.Unparsed(span, id, message)));
  }

  private static Lambda lambda(Expr left, Expr value) {
    Expr body = left instanceof Expr.At a ? a.body() : left;
    return body instanceof Expr.Call c
        ? new Lambda(
            letters(c.indices()),
            c.arguments().stream()
                .map(a -> slot(a).orElseThrow())
                .map(r -> new Parameter(r.name(), r.shape()))
                .toList(),
            value)
        : new Lambda(letters(((Expr.Ref) body).indices()), List.of(), value);
  }

  private static List<String> letters(List<Expr> indices) {
    return indices.stream().map(i -> ((Expr.Index) i).letter()).toList();
  }

  /** Whether a value needs no more than what is known at the start, and not the name itself. */
  private boolean isGiven(Name name, Expr value) {
    Dynamics dynamics = scope.dynamics().orElseThrow();
    Set<Name> met = new HashSet<>();
    boolean later = speaksOfLater(value, met, new HashSet<>());
    boolean circular = follows(met, dynamics).contains(name);
    boolean other =
        dynamics.parameters().containsKey(name)
            || dynamics.arbitrary().contains(name)
            || !dynamics.endings().isEmpty()
            || (!dynamics.moves(name) && scope.function(Beginnings.arbitrary(name), 0).isPresent());
    return !later && !circular && !other;
  }

  /** The states that a value takes at the start are kept. */
  private boolean speaksOfLater(Expr value, Set<Name> met, Set<String> seen) {
    boolean here =
        switch (value) {
          case Expr.At a when a.time().equals(START) -> {
            Trees.walk(a.body(), e -> keep(e, met));
            yield false;
          }
          case Expr.At a -> true;
          case Expr.TimeDerivative t -> true;
          case Expr.Ref r -> scope.isState(r.name()) || r.name().equals(Name.TIME);
          default -> false;
        };
    boolean behind =
        scope
            .definition(value)
            .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
            .filter(d -> speaksOfLater(d.lambda().body(), met, seen))
            .isPresent();
    boolean inside =
        !(value instanceof Expr.At)
            && Trees.children(value).stream().anyMatch(e -> speaksOfLater(e, met, seen));
    return here || behind || inside;
  }

  private void keep(Expr e, Set<Name> met) {
    if (e instanceof Expr.Ref r && scope.isState(r.name())) {
      met.add(r.name());
    }
    scope.definition(e).ifPresent(d -> Trees.walk(d.lambda().body(), x -> keep(x, met)));
  }

  /** The states, and those from which their own values at the start follow. */
  private Set<Name> follows(Set<Name> states, Dynamics dynamics) {
    Set<Name> all = new HashSet<>();
    List<Name> open = new ArrayList<>(states);
    while (!open.isEmpty()) {
      Name next = open.removeLast();
      if (all.add(next) && dynamics.starts().containsKey(next)) {
        Set<Name> more = new HashSet<>();
        Trees.walk(dynamics.starts().get(next).body(), e -> keep(e, more));
        open.addAll(more);
      }
    }
    return all;
  }
}
