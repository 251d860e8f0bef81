package dev.hence.road.symbolic;

import dev.hence.eval.Interpretation;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Trees;
import java.util.ArrayDeque;
import java.util.Deque;
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
    Deque<Expr> open = new ArrayDeque<>();
    IdentityHashMap<Expr, Boolean> seen = new IdentityHashMap<>();
    open.push(expr);
    while (!open.isEmpty()) {
      Expr next = open.pop();
      if (seen.put(next, true) == null) {
        reach.visit(next, interpretation, open);
        Trees.children(next).forEach(open::push);
      }
    }
    return reach;
  }

  private void visit(Expr expr, Interpretation interpretation, Deque<Expr> open) {
    switch (expr) {
      case Expr.Ref r -> {
        names.add(r.name());
        unfold(r.name().key(r.indices().size()), interpretation, open);
      }
      case Expr.Call c -> unfold(c.function().key(c.indices().size()), interpretation, open);
      case Expr.Index i -> letters.add(i.letter());
      case Expr.Identity i -> letters.addAll(i.size().letters());
      case Expr.Filled f -> f.shape().sizes().forEach(size -> letters.addAll(size.letters()));
      case Expr.TimeDerivative t ->
          interpretation
              .velocities()
              .forEach(
                  (name, velocity) -> {
                    names.add(name);
                    open.push(velocity.body());
                  });
      default -> {}
    }
  }

  private void unfold(String key, Interpretation interpretation, Deque<Expr> open) {
    Optional<Lambda> lambda = Optional.ofNullable(interpretation.definitions().get(key));
    lambda.ifPresent(
        l -> {
          l.parameters().stream().map(Parameter::name).forEach(names::add);
          open.push(l.body());
        });
  }
}
