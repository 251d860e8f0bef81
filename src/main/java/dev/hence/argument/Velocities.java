package dev.hence.argument;

import dev.hence.claim.Definition;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The derivatives of states, as they are named and as the dynamics give them. */
final class Velocities {
  private static final String DOT = "\\dot{";

  private final Scope scope;
  private final Dynamics dynamics;
  private final Replacing replacing;

  Velocities(Scope scope, Dynamics dynamics) {
    this.scope = scope;
    this.dynamics = dynamics;
    this.replacing = new Replacing(scope);
  }

  /** Whether it is a name such as θ̇, which the dynamics define. */
  static boolean isDotted(Expr expr) {
    return expr instanceof Expr.Ref r && r.name().latex().startsWith(DOT);
  }

  /** The name θ̇ if the dynamics have one, else dθ/dt. */
  static Expr of(Expr.Ref state, Scope scope) {
    Name dotted = new Name(DOT + state.name().latex() + "}");
    boolean known = scope.definition(dotted, state.indices().size()).isPresent();
    return known
        ? new Expr.Ref(dotted, state.indices(), state.shape())
        : new Expr.TimeDerivative(state);
  }

  /** A formula with the dynamics put in. */
  Expr in(Expr expr) {
    if (expr instanceof Expr.Derivative d) {
      return new Expr.Derivative(in(d.body()), d.variable());
    }
    return velocity(expr)
        .orElseGet(() -> Trees.rebuilt(expr, Trees.children(expr).stream().map(this::in).toList()));
  }

  private Optional<Expr> velocity(Expr expr) {
    return switch (expr) {
      case Expr.TimeDerivative t when t.body() instanceof Expr.Ref r && dynamics.moves(r.name()) ->
          ofState(r);
      case Expr.Ref r when isDotted(r) -> replacing.unfolded(r);
      default -> Optional.empty();
    };
  }

  private Optional<Expr> ofState(Expr.Ref state) {
    Lambda velocity = dynamics.velocities().get(state.name());
    List<String> letters = velocity.indices();
    if (letters.size() != state.indices().size()) {
      return Optional.empty();
    }
    Map<String, Expr> values = new HashMap<>();
    for (int k = 0; k < letters.size(); k++) {
      values.put(letters.get(k), state.indices().get(k));
    }
    Expr body = replacing.in(velocity.body(), values, Map.of());
    return Optional.of(isDotted(body) ? replacing.unfolded(body).orElse(body) : body);
  }

  /** Gradient flow if every velocity is minus a gradient by what moves. */
  String name() {
    boolean gradient =
        dynamics.velocities().entrySet().stream()
            .allMatch(e -> isDescent(e.getKey(), formula(e.getValue().body())));
    return gradient ? "gradient flow" : "the dynamics";
  }

  private Expr formula(Expr velocity) {
    return isDotted(velocity)
        ? scope.definition(velocity).map(Definition::lambda).map(Lambda::body).orElse(velocity)
        : velocity;
  }

  private static boolean isDescent(Name state, Expr velocity) {
    return velocity instanceof Expr.Negate n
        && switch (n.body()) {
          case Expr.Derivative d -> d.variable().name().equals(state);
          case Expr.Call c -> c.slots().equals(List.of(0));
          default -> false;
        };
  }
}
