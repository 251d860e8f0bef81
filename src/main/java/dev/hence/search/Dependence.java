package dev.hence.search;

import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.Set;

/** Tells whether formulas depend on a name, also through what is defined by it. */
public final class Dependence {
  private final Name name;
  private final Scope scope;
  private final Set<String> seen = new HashSet<>();

  private Dependence(Name name, Scope scope) {
    this.name = name;
    this.scope = scope;
  }

  /** Whether a formula speaks of the name, or of what is defined through it. */
  public static boolean of(Expr expr, Name name, Scope scope) {
    return new Dependence(name, scope).of(expr);
  }

  private boolean of(Expr expr) {
    return Trees.any(
        expr,
        e ->
            switch (e) {
              case Expr.Ref r ->
                  r.name().equals(name) || behind(e, r.name().key(r.indices().size()));
              case Expr.Call c -> behind(e, c.function().key(c.indices().size()));
              default -> false;
            });
  }

  private boolean behind(Expr node, String key) {
    return scope
        .definition(node)
        .filter(d -> seen.add(key))
        .filter(d -> of(d.lambda().body()))
        .isPresent();
  }
}
