package dev.hence.read.role;

import dev.hence.claim.Approach;
import dev.hence.claim.Backwards;
import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Trees;
import dev.hence.read.elaborate.Sensitivities;
import dev.hence.read.role.Moments.Timed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is said of solutions with parameters, and of named times, and cannot be checked so far. */
final class Unchecked {
  private final Scope scope;
  private final Dependence reach;
  private final Sensitivities sensitivities;
  private final Set<Name> instants = new HashSet<>(Set.of(Name.TIME));
  private final Map<String, Boolean> slots = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private boolean bare;

  private Unchecked(Scope scope) {
    this.scope = scope;
    this.reach = new Dependence(scope);
    this.sensitivities = new Sensitivities(scope);
  }

  /** What it is that cannot be checked; empty if all can. */
  static Optional<String> in(Timed timed, List<Condition> conditions, Scope scope) {
    List<Expr> sides = List.of(timed.sides().left(), timed.sides().right());
    Unchecked unchecked = new Unchecked(scope);
    return scope.dynamics().isEmpty()
        ? Optional.empty()
        : unchecked
            .held(sides)
            .or(() -> unchecked.otherEnd(sides, timed))
            .or(() -> unchecked.someStates(sides, conditions))
            .or(() -> unchecked.time(sides, timed.horizon()))
            .or(() -> unchecked.limit(sides, timed.approach()));
  }

  // Parameters of solutions

  private Optional<String> limit(List<Expr> sides, Optional<Approach> approach) {
    return approach
        .filter(a -> sides.stream().anyMatch(s -> sensitivities.moves(s, a.parameter().name())))
        .map(a -> "a limit in a parameter on which a solution depends");
  }

  /** {@code G(2p)}, a mean over p: a parameter at another value, the solutions left as they are. */
  private Optional<String> held(List<Expr> sides) {
    return sides.stream().anyMatch(s -> Trees.any(s, this::holds))
        ? Optional.of("a parameter at another value than its own, on which a solution depends")
        : Optional.empty();
  }

  private boolean holds(Expr e) {
    return switch (e) {
      case Expr.Integral i -> sensitivities.moves(e, i.variable());
      case Expr.Expectation m -> sensitivities.moves(e, m.variable());
      case Expr.Substituted s -> sensitivities.moves(s.body(), s.variable().name());
      case Expr.Call c ->
          scope
              .definition(c)
              .filter(d -> isElsewhere(c, d.lambda().parameters(), d.lambda().body()))
              .isPresent();
      default -> false;
    };
  }

  private boolean isElsewhere(Expr.Call c, List<Parameter> parameters, Expr body) {
    for (int k = 0; k < parameters.size(); k++) {
      Name name = parameters.get(k).name();
      boolean itself =
          c.slots().isEmpty()
              && c.arguments().get(k) instanceof Expr.Ref r
              && r.name().equals(name)
              && r.indices().isEmpty();
      if (!itself && sensitivities.moves(body, name)) {
        return true;
      }
    }
    return false;
  }

  // Times

  /** A claim about what has a value at the end, at another time or in a limit. */
  private Optional<String> otherEnd(List<Expr> sides, Timed timed) {
    Dynamics dynamics = scope.dynamics().orElseThrow();
    boolean other =
        timed
            .horizon()
            .filter(h -> dynamics.endings().values().stream().anyMatch(e -> !e.time().equals(h)))
            .isPresent();
    return (other || timed.approach().isPresent()) && !Backwards.ended(scope, sides).isEmpty()
        ? Optional.of("a claim about another time than the end, at which a value is given")
        : Optional.empty();
  }

  private Optional<String> someStates(List<Expr> sides, List<Condition> conditions) {
    boolean restricted =
        Stream.concat(scope.assumptions().stream(), conditions.stream())
            .flatMap(c -> Stream.of(c.left(), c.right()))
            .anyMatch(reach::mentionsState);
    return restricted && !Backwards.ended(scope, sides).isEmpty()
        ? Optional.of("a claim about what has a value at the end, for some states alone")
        : Optional.empty();
  }

  /**
   * Times are counted from t_0, or from the end. That loses nothing where the time enters only
   * through arbitrary functions of it: f(u, t + t_0) is one as well, if every f takes the time in
   * the same place. Where a time is a number in a formula, it would.
   */
  private Optional<String> time(List<Expr> sides, Optional<Name> end) {
    Dynamics dynamics = scope.dynamics().orElseThrow();
    if (dynamics.clock().isEmpty() && Backwards.ended(scope, sides).isEmpty()) {
      return Optional.empty();
    }
    dynamics.clock().ifPresent(c -> instants.add(c.start()));
    dynamics.clock().ifPresent(c -> instants.addAll(c.ends()));
    dynamics.endings().values().forEach(e -> instants.add(e.time()));
    end.ifPresent(instants::add);
    sides.forEach(this::look);
    dynamics.velocities().values().forEach(v -> look(v.body()));
    return bare
        ? Optional.of("a time in a formula, where the start or a value at the end has a name")
        : Optional.empty();
  }

  private void look(Expr e) {
    switch (e) {
      case Expr.At a -> look(a.body());
      case Expr.Integral i when new Times(scope).isAlong(i) -> {
        instants.add(i.variable());
        look(i.body());
      }
      case Expr.Ref r when r.indices().isEmpty() && instants.contains(r.name()) -> bare = true;
      case Expr.Derivative d when instants.contains(d.variable().name()) -> bare = true;
      case Expr.Call c when function(c).isPresent() -> arguments(c);
      default -> Trees.children(e).forEach(this::look);
    }
    reach
        .definition(e)
        .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
        .ifPresent(d -> look(d.lambda().body()));
  }

  private Optional<Declaration.Function> function(Expr.Call c) {
    return scope.function(c.function(), c.indices().size());
  }

  private void arguments(Expr.Call c) {
    for (int k = 0; k < c.arguments().size(); k++) {
      Expr argument = c.arguments().get(k);
      boolean time = argument instanceof Expr.Ref r && instants.contains(r.name());
      String slot = c.function().key(c.indices().size()) + "/" + k;
      bare |= slots.computeIfAbsent(slot, s -> time) != time;
      bare |= time && c.slots().contains(k);
      if (!time) {
        look(argument);
      }
    }
  }
}
