package dev.hence.read.role;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is declared with the time, {@code \lambda(t)}, beside dynamics that do not move it: any
 * smooth function of the time. It moves with an arbitrary velocity from an arbitrary value.
 */
final class Arbitrary {
  private Arbitrary() {}

  /** The scope in which some names move arbitrarily, if nothing else says how. */
  static Scope moving(Scope scope, Set<Name> names) {
    Dynamics dynamics = scope.dynamics().orElseThrow();
    Map<Name, Lambda> velocities = new HashMap<>(dynamics.velocities());
    Set<Name> arbitrary = new HashSet<>(dynamics.arbitrary());
    Scope more = scope;
    for (Declaration.Variable v : List.copyOf(scope.variables().values())) {
      if (names.contains(v.name()) && v.indices().isEmpty() && !dynamics.moves(v.name())) {
        Name velocity = new Name("\\dot{" + v.name().latex() + "}");
        Parameter time = new Parameter(Name.TIME, Shape.SCALAR);
        Expr now = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);
        Expr rate = new Expr.Call(velocity, List.of(), List.of(now), List.of(), v.shape());
        more =
            more.with(
                new Declaration.Function(velocity, List.of(), List.of(time), v.shape(), v.span()));
        velocities.put(v.name(), Lambda.constant(rate));
        arbitrary.add(v.name());
      }
    }
    return more.with(
        new Dynamics(
            velocities,
            dynamics.parameters(),
            arbitrary,
            dynamics.starts(),
            dynamics.endings(),
            dynamics.clock(),
            dynamics.span()));
  }
}
