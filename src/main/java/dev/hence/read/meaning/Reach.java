package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a formula speaks of, also through the definitions that it uses. */
final class Reach {
  private final Scope scope;

  Reach(Scope scope) {
    this.scope = scope;
  }

  /** Whether a node of the formula, or of a definition behind it, satisfies a predicate. */
  boolean any(Expr expr, Predicate<Expr> predicate) {
    return any(expr, predicate, new HashSet<>());
  }

  private boolean any(Expr expr, Predicate<Expr> predicate, Set<String> seen) {
    return Trees.any(
        expr,
        node ->
            predicate.test(node)
                || definition(node)
                    .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
                    .filter(d -> any(d.lambda().body(), predicate, seen))
                    .isPresent());
  }

  /** The definition that a node unfolds to. */
  Optional<Definition> definition(Expr node) {
    return switch (node) {
      case Expr.Ref r -> scope.definition(r.name(), r.indices().size());
      case Expr.Call c -> scope.definition(c.function(), c.indices().size());
      default -> Optional.empty();
    };
  }

  boolean mentions(Expr expr, Name name) {
    return any(expr, node -> node instanceof Expr.Ref r && r.name().equals(name));
  }

  /** Whether the value depends on the state. */
  boolean mentionsState(Expr expr) {
    return any(expr, node -> node instanceof Expr.Ref r && scope.isState(r.name()));
  }
}
