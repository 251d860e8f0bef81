package dev.hence.read.elaborate;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** On what expressions depend, also through the definitions that they use. */
final class Dependence {
  private final Scope scope;

  Dependence(Scope scope) {
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
                || scope
                    .definition(node)
                    .filter(d -> seen.add(key(d)))
                    .filter(d -> any(d.lambda().body(), predicate, seen))
                    .isPresent());
  }

  private static String key(Definition definition) {
    return definition.name().key(definition.lambda().indices().size());
  }

  boolean mentions(Expr expr, Name name) {
    return any(expr, node -> node instanceof Expr.Ref r && r.name().equals(name));
  }

  boolean onState(Expr expr) {
    return any(expr, node -> node instanceof Expr.Ref r && scope.isState(r.name()));
  }

  /**
   * Whether the value can change with a name. Unlike a mention, a parameter of the same name is
   * another.
   */
  boolean on(Expr expr, Name name, int indices) {
    return on(expr, name, indices, new HashSet<>());
  }

  private boolean on(Expr expr, Name name, int indices, Set<String> seen) {
    if (binds(expr, name, indices)) {
      List<Expr> all = Trees.children(expr);
      List<Expr> outside =
          expr instanceof Expr.Substituted s ? List.of(s.value()) : all.subList(0, all.size() - 1);
      return outside.stream().anyMatch(e -> on(e, name, indices, seen));
    }
    if (expr instanceof Expr.Ref r && r.name().equals(name) && r.indices().size() == indices) {
      return true;
    }
    List<Expr> parts = expr instanceof Expr.Derivative d ? List.of(d.body()) : Trees.children(expr);
    return parts.stream().anyMatch(e -> on(e, name, indices, seen))
        || scope
            .definition(expr)
            .filter(
                d ->
                    indices > 0
                        || d.lambda().parameters().stream().noneMatch(p -> p.name().equals(name)))
            .filter(d -> seen.add(key(d)))
            .filter(d -> on(d.lambda().body(), name, indices, seen))
            .isPresent();
  }

  private static boolean binds(Expr expr, Name name, int indices) {
    return switch (expr) {
      case Expr.Substituted s ->
          s.variable().name().equals(name) && s.variable().indices().size() == indices;
      case Expr.Integral i -> i.variable().equals(name) && indices == 0;
      case Expr.Expectation e -> e.variable().equals(name) && indices == 0;
      default -> false;
    };
  }

  /** Whether an index letter occurs and is not bound. */
  static boolean mentionsLetter(Expr expr, String letter) {
    return dev.hence.expr.FreeLetters.of(List.of(expr)).contains(letter);
  }
}
