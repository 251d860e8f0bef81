package dev.hence.argument;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chain rule through a name between: {@code ∇_W L = ∇_z L xᵀ} where {@code z = W x}. The
 * document must give {@code ∇_z L} a name, as backpropagation does.
 */
final class Through {
  private final Scope scope;
  private final Replacing replacing;
  private final Depends depends;
  private final Adjoint adjoint;

  Through(Scope scope, Replacing replacing) {
    this.scope = scope;
    this.replacing = replacing;
    this.depends = new Depends(scope);
    this.adjoint = new Adjoint(depends);
  }

  /** A formula after the chain rule, and the definition of the name between. */
  record Chained(Expr expr, Definition between) {}

  List<Chained> of(Expr expr) {
    List<Chained> found = new ArrayList<>();
    for (Definition named : scope.definitions().values()) {
      if (named.lambda().body() instanceof Expr.Derivative d) {
        scope.definition(d.variable()).flatMap(m -> chained(expr, d, m)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** All derivatives of what d differentiates, led through the variable of d. */
  private Optional<Chained> chained(Expr expr, Expr.Derivative d, Definition between) {
    Expr after = Tidy.of(Trees.map(expr, e -> chained(e, d)));
    return after.equals(expr) ? Optional.empty() : Optional.of(new Chained(after, between));
  }

  private Expr chained(Expr node, Expr.Derivative d) {
    boolean fits =
        node instanceof Expr.Derivative open
            && open.body().equals(d.body())
            && open.body().shape().isScalar()
            && !open.variable().equals(d.variable())
            && depends.on(d.variable(), open.variable());
    if (!fits) {
      return node;
    }
    Expr.Ref variable = ((Expr.Derivative) node).variable();
    Expr between = replacing.unfolded(d.variable()).map(e -> open(e, variable)).orElse(node);
    return adjoint.pulled(variable, between, d).orElse(node);
  }

  /** With the names unfolded that hide the variable. */
  private Expr open(Expr expr, Expr.Ref variable) {
    boolean hides = expr instanceof Expr.Ref r && !r.equals(variable) && depends.on(r, variable);
    Optional<Expr> value = hides ? replacing.unfolded(expr) : Optional.empty();
    return value
        .map(v -> open(v, variable))
        .orElseGet(
            () ->
                Trees.rebuilt(
                    expr, Trees.children(expr).stream().map(p -> open(p, variable)).toList()));
  }
}
