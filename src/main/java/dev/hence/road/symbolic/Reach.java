package dev.hence.road.symbolic;

import dev.hence.eval.Interpretation;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * The names and index letters that an expression can see, also through definitions and, where it
 * speaks of change, through the dynamics.
 */
record Reach(Set<Name> names, Set<String> letters) {

  static Reach of(Expr expr, Interpretation interpretation) {
    Reach reach = new Reach(new HashSet<>(), new HashSet<>());
    reach.add(expr, interpretation, new Seen(new HashSet<>(), new IdentityHashMap<>()));
    return reach;
  }

  /** Definitions that were unfolded, and nodes that were visited. */
  private record Seen(Set<String> unfolded, IdentityHashMap<Expr, Boolean> nodes) {
    boolean first(Expr expr) {
      return nodes.put(expr, true) == null;
    }
  }

  private void add(Expr expr, Interpretation interpretation, Seen seen) {
    if (!seen.first(expr)) {
      return;
    }
    switch (expr) {
      case Expr.Ref r -> {
        names.add(r.name());
        unfold(r.name().key(r.indices().size()), interpretation, seen);
      }
      case Expr.Call c -> unfold(c.function().key(c.indices().size()), interpretation, seen);
      case Expr.Index i -> letters.add(i.letter());
      case Expr.TimeDerivative t -> {
        for (var velocity : interpretation.velocities().entrySet()) {
          if (seen.unfolded().add("d/dt " + velocity.getKey())) {
            names.add(velocity.getKey());
            add(velocity.getValue().body(), interpretation, seen);
          }
        }
      }
      default -> {}
    }
    Trees.children(expr).forEach(child -> add(child, interpretation, seen));
  }

  private void unfold(String key, Interpretation interpretation, Seen seen) {
    Optional<Lambda> lambda = Optional.ofNullable(interpretation.definitions().get(key));
    if (lambda.isPresent() && seen.unfolded().add(key)) {
      lambda.get().parameters().stream().map(Parameter::name).forEach(names::add);
      add(lambda.get().body(), interpretation, seen);
    }
  }
}
