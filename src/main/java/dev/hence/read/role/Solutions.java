package dev.hence.read.role;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.read.elaborate.Sensitivities;
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
  private final Sensitivities sensitivities;
  private final Map<Name, List<Name>> parameters;

  private Solutions(Scope scope, Map<Name, List<Name>> parameters) {
    this.scope = scope;
    this.sensitivities = new Sensitivities(scope);
    this.parameters = parameters;
  }

  /**
   * The scope in which solutions depend on their parameters, and sensitivities move.
   *
   * @param declared the parameters of each moving name
   */
  static Scope declared(
      Scope scope, Map<Name, List<Name>> declared, Optional<Dynamics.Clock> clock) {
    Dynamics known = scope.dynamics().orElseThrow();
    Map<Name, List<Name>> all = new HashMap<>(known.parameters());
    declared.forEach(
        (name, on) -> Optional.of(name).filter(known::moves).ifPresent(n -> all.put(n, on)));
    return new Solutions(scope, all).moving(known, clock);
  }

  private Scope moving(Dynamics known, Optional<Dynamics.Clock> clock) {
    Scope more = scope;
    Map<Name, Lambda> velocities = new HashMap<>(known.velocities());
    for (Name state : parameters.keySet()) {
      for (Name parameter : parameters.get(state)) {
        boolean together =
            parameters.entrySet().stream()
                .filter(e -> e.getValue().contains(parameter))
                .allMatch(e -> sensitivity(e.getKey(), parameter).isPresent());
        Optional<Expr.Ref> s = sensitivity(state, parameter).filter(x -> together);
        velocities.remove(Sensitivities.name(state, parameter));
        if (s.isPresent()) {
          more =
              more.with(
                  new Declaration.Variable(
                      s.get().name(),
                      List.of(),
                      s.get().shape(),
                      Domain.REALS,
                      false,
                      known.span()));
          Expr.Ref p = sensitivities.plain(parameter).orElseThrow();
          Expr rate = velocities.get(state).body();
          List<Expr.Ref> movers = sensitivities.movers(parameters, parameter);
          velocities.put(s.get().name(), Lambda.constant(Sensitivities.chain(rate, p, movers)));
        }
      }
    }
    return more.with(
        new Dynamics(
            velocities,
            parameters,
            known.arbitrary(),
            known.starts(),
            known.endings(),
            clock.or(known::clock),
            known.span()));
  }

  /** States of first order and parameters, each a number or a vector, have a sensitivity. */
  private Optional<Expr.Ref> sensitivity(Name state, Name parameter) {
    boolean first = !scope.isState(new Name("\\dot{" + state.latex() + "}"));
    return sensitivities
        .plain(state)
        .filter(u -> first && !scope.isState(parameter))
        .flatMap(
            u ->
                sensitivities
                    .plain(parameter)
                    .flatMap(p -> Shape.derivative(u.shape(), p.shape()))
                    .map(
                        shape ->
                            new Expr.Ref(Sensitivities.name(state, parameter), List.of(), shape)));
  }
}
