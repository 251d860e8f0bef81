package dev.hence.road.symbolic;

import dev.hence.eval.Interpretation;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The names and index letters that an expression can see, also through definitions and, where it
 * speaks of change, through the dynamics.
 */
record Reach(Set<Name> names, Set<String> letters) {

  static Reach of(Expr expr, Interpretation interpretation) {
    Reach reach = new Reach(new HashSet<>(), new HashSet<>());
    reach.add(expr, interpretation, new HashSet<>());
    return reach;
  }

  private void add(Expr expr, Interpretation interpretation, Set<String> unfolded) {
    switch (expr) {
      case Expr.Ref r -> {
        names.add(r.name());
        unfold(r.name().key(r.indices().size()), interpretation, unfolded);
      }
      case Expr.Call c -> unfold(c.function().key(c.indices().size()), interpretation, unfolded);
      case Expr.Index i -> letters.add(i.letter());
      case Expr.TimeDerivative t -> {
        for (var velocity : interpretation.velocities().entrySet()) {
          if (unfolded.add("d/dt " + velocity.getKey())) {
            names.add(velocity.getKey());
            add(velocity.getValue().body(), interpretation, unfolded);
          }
        }
      }
      default -> {}
    }
    Trees.children(expr).forEach(child -> add(child, interpretation, unfolded));
  }

  private void unfold(String key, Interpretation interpretation, Set<String> unfolded) {
    Optional<Lambda> lambda = Optional.ofNullable(interpretation.definitions().get(key));
    if (lambda.isPresent() && unfolded.add(key)) {
      lambda.get().parameters().stream().map(Parameter::name).forEach(names::add);
      add(lambda.get().body(), interpretation, unfolded);
    }
  }
}
