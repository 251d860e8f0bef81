package dev.hence.claim;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a formula speaks of and changes with, also through the definitions that it uses. */
public final class Dependence {
  private static final int MOST_INDICES = 5;

  private final Scope scope;

  /** What formulas speak of in a scope. */
  public Dependence(Scope scope) {
    this.scope = scope;
  }

  /** Whether a node of the formula, or of a definition behind it, satisfies a predicate. */
  public boolean any(Expr expr, Predicate<Expr> predicate) {
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
  public Optional<Definition> definition(Expr node) {
    return scope.definition(node);
  }

  /** Whether a name occurs. */
  public boolean mentions(Expr expr, Name name) {
    return any(expr, node -> node instanceof Expr.Ref r && r.name().equals(name));
  }

  /** Whether the value can change with a name, or with a member of a family of that name. */
  public boolean depends(Expr expr, Name name) {
    return IntStream.range(0, MOST_INDICES).anyMatch(indices -> depends(expr, name, indices));
  }

  /**
   * Whether the value can change with a name. Unlike a mention, a parameter of the same name is
   * another: L(ŵ) does not depend on w where L is defined as L(w). Nor does θ_s change with a plain
   * θ.
   *
   * @param indices how many indices the name has
   */
  public boolean depends(Expr expr, Name name, int indices) {
    return depends(expr, name, indices, new HashSet<>());
  }

  private boolean depends(Expr expr, Name name, int indices, Set<String> seen) {
    boolean bound =
        switch (expr) {
          case Expr.Substituted s ->
              s.variable().name().equals(name) && s.variable().indices().size() == indices;
          case Expr.Integral i -> i.variable().equals(name) && indices == 0;
          case Expr.Expectation e -> e.variable().equals(name) && indices == 0;
          default -> false;
        };
    if (bound) {
      List<Expr> all = Trees.children(expr);
      List<Expr> outside =
          expr instanceof Expr.Substituted s ? List.of(s.value()) : all.subList(0, all.size() - 1);
      return outside.stream().anyMatch(e -> depends(e, name, indices, seen));
    }
    if (expr instanceof Expr.Ref r && r.name().equals(name) && r.indices().size() == indices) {
      return true;
    }
    List<Expr> parts = expr instanceof Expr.Derivative d ? List.of(d.body()) : Trees.children(expr);
    return parts.stream().anyMatch(e -> depends(e, name, indices, seen))
        || definition(expr)
            .filter(
                d ->
                    d.lambda().parameters().stream()
                        .noneMatch(p -> indices == 0 && p.name().equals(name)))
            .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
            .filter(d -> depends(d.lambda().body(), name, indices, seen))
            .isPresent();
  }

  /** Whether the value depends on the state. */
  public boolean mentionsState(Expr expr) {
    return any(expr, node -> node instanceof Expr.Ref r && scope.isState(r.name()));
  }
}
