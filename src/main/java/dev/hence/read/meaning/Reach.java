package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.List;
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

  /**
   * Whether the value can change with a name. Unlike a mention, a parameter of the same name is
   * another: L(ŵ) does not depend on w where L is defined as L(w).
   */
  boolean depends(Expr expr, Name name) {
    return depends(expr, name, new HashSet<>());
  }

  /**
   * The same for a variable: a θ that is declared beside a family θ_s is another than its members.
   */
  boolean depends(Expr expr, Expr.Ref variable) {
    boolean beside = variable.indices().isEmpty() && scope.variable(variable.name(), 0).isPresent();
    Expr without =
        beside
            ? Trees.map(
                expr,
                e ->
                    e instanceof Expr.Ref r
                            && r.name().equals(variable.name())
                            && !r.indices().isEmpty()
                        ? new Expr.Filled(Rational.ONE, r.shape())
                        : e)
            : expr;
    return depends(without, variable.name());
  }

  private boolean depends(Expr expr, Name name, Set<String> seen) {
    boolean bound =
        switch (expr) {
          case Expr.Substituted s -> s.variable().name().equals(name);
          case Expr.Integral i -> i.variable().equals(name);
          case Expr.Expectation e -> e.variable().equals(name);
          default -> false;
        };
    if (bound) {
      List<Expr> all = Trees.children(expr);
      List<Expr> outside =
          expr instanceof Expr.Substituted s ? List.of(s.value()) : all.subList(0, all.size() - 1);
      return outside.stream().anyMatch(e -> depends(e, name, seen));
    }
    if (expr instanceof Expr.Ref r && r.name().equals(name)) {
      return true;
    }
    List<Expr> parts = expr instanceof Expr.Derivative d ? List.of(d.body()) : Trees.children(expr);
    return parts.stream().anyMatch(e -> depends(e, name, seen))
        || definition(expr)
            .filter(d -> d.lambda().parameters().stream().noneMatch(p -> p.name().equals(name)))
            .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
            .filter(d -> depends(d.lambda().body(), name, seen))
            .isPresent();
  }

  /** Whether the value depends on the state. */
  boolean mentionsState(Expr expr) {
    return any(expr, node -> node instanceof Expr.Ref r && scope.isState(r.name()));
  }
}
