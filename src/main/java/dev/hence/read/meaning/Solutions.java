package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Solutions {@code u(t, p)} that depend on parameters. Their sensitivity S = ∂u/∂p moves too: by
 * the variational equation S' = (∂f/∂u) S + ∂f/∂p (P. Hartman, Ordinary Differential Equations,
 * theorem V.3.1). The initial value of u is any smooth function of p, so that at one p both it and
 * its derivative are free.
 */
final class Solutions {
  private final Scope scope;

  Solutions(Scope scope) {
    this.scope = scope;
  }

  /** The name of the derivative of a state by a parameter. */
  static Name sensitivity(Name state, Name parameter) {
    return new Name("\\partial_{" + parameter.latex() + "}{" + state.latex() + "}");
  }

  /**
   * The scope in which solutions depend on their parameters, and sensitivities move.
   *
   * @param declared the parameters of each moving name
   */
  static Scope declared(
      Scope scope,
      List<Flows.Equation> equations,
      Map<Name, List<Name>> declared,
      Optional<Dynamics.Clock> clock) {
    Dynamics known = scope.dynamics().orElseThrow();
    Map<Name, List<Name>> all = new HashMap<>(known.parameters());
    Scope more = scope;
    Map<Name, Lambda> velocities = new HashMap<>(known.velocities());
    for (Flows.Equation e : equations) {
      List<Name> parameters = declared.getOrDefault(e.state().name(), List.of());
      if (!parameters.isEmpty()) {
        all.put(e.state().name(), parameters);
      }
    }
    Solutions solutions = new Solutions(scope);
    for (Name state : all.keySet()) {
      for (Name parameter : all.get(state)) {
        boolean together =
            all.entrySet().stream()
                .filter(e -> e.getValue().contains(parameter))
                .allMatch(e -> solutions.sensitivity(e.getKey(), parameter, equations).isPresent());
        Optional<Expr.Ref> s =
            solutions.sensitivity(state, parameter, equations).filter(x -> together);
        velocities.remove(sensitivity(state, parameter));
        if (s.isPresent()) {
          more = more.with(variable(s.get(), known.span()));
          Expr velocity = velocities.get(state).body();
          Expr.Ref p = solutions.plain(parameter).orElseThrow();
          velocities.put(
              s.get().name(),
              Lambda.constant(Sensitivities.chain(velocity, p, solutions.movers(all, parameter))));
        }
      }
    }
    Optional<Dynamics.Clock> times = clock.isPresent() ? clock : known.clock();
    return more.with(
        new Dynamics(
            velocities,
            all,
            known.arbitrary(),
            known.starts(),
            known.endings(),
            times,
            known.span()));
  }

  private static Declaration.Variable variable(Expr.Ref s, Span span) {
    return new Declaration.Variable(s.name(), List.of(), s.shape(), Domain.REALS, false, span);
  }

  /** States of first order and parameters, each a number or a vector, have a sensitivity. */
  private Optional<Expr.Ref> sensitivity(
      Name state, Name parameter, List<Flows.Equation> equations) {
    boolean first =
        equations.stream().noneMatch(e -> e.order() == 2 && e.state().name().equals(state))
            && !scope.isState(new Name("\\dot{" + state.latex() + "}"));
    return plain(state)
        .filter(u -> first)
        .flatMap(
            u ->
                plain(parameter)
                    .filter(p -> !scope.isState(p.name()))
                    .flatMap(p -> Shape.derivative(u.shape(), p.shape()))
                    .map(shape -> new Expr.Ref(sensitivity(state, parameter), List.of(), shape)));
  }

  private Optional<Expr.Ref> plain(Name name) {
    return scope
        .variable(name, 0)
        .filter(v -> v.shape().isScalar() || v.shape() instanceof Shape.Vector)
        .map(v -> new Expr.Ref(name, List.of(), v.shape()));
  }

  /** The states that depend on a parameter. */
  private List<Expr.Ref> movers(Map<Name, List<Name>> parameters, Name parameter) {
    List<Expr.Ref> movers = new ArrayList<>();
    parameters.forEach(
        (state, names) -> {
          if (names.contains(parameter)) {
            plain(state).ifPresent(movers::add);
          }
        });
    movers.sort(java.util.Comparator.comparing(r -> r.name().latex()));
    return movers;
  }

  /** Whether a formula speaks of a solution that depends on a parameter. */
  boolean moves(Expr body, Name parameter, Dependence reach) {
    return movers(parameter).stream().anyMatch(u -> reach.mentions(body, u.name()));
  }

  /** The same in the scope as it is. */
  List<Expr.Ref> movers(Name parameter) {
    return scope.dynamics().map(d -> movers(d.parameters(), parameter)).orElse(List.of());
  }
}
