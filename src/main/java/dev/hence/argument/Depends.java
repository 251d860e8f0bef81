package dev.hence.argument;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.claim.ScopeNotation;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Decides whether a formula changes with a name, or along the flow. Definitions are followed. */
final class Depends {
  private final Scope scope;
  private final ScopeNotation notation;

  Depends(Scope scope) {
    this.scope = scope;
    this.notation = new ScopeNotation(scope);
  }

  /** Whether it moves with the state. */
  boolean onTime(Expr expr) {
    return switch (expr) {
      case Expr.At at -> false;
      case Expr.TimeDerivative t -> true;
      case Expr.Ref r -> !notation.isFixed(r.name(), r.indices().size());
      case Expr.Call c ->
          !notation.isFixed(c.function(), c.indices().size())
              || c.arguments().stream().anyMatch(this::onTime);
      default -> Trees.children(expr).stream().anyMatch(this::onTime);
    };
  }

  /** Whether it changes with a name or a member of a family of that name. */
  boolean on(Expr expr, Expr.Ref variable) {
    return on(expr, variable, new HashSet<>());
  }

  private boolean on(Expr expr, Expr.Ref variable, Set<String> met) {
    return switch (expr) {
      case Expr.Ref r when isOf(r, variable) -> true;
      case Expr.Ref r -> behind(r, variable, met);
      case Expr.Call c ->
          behind(c, variable, met)
              || c.arguments().stream().anyMatch(a -> on(a, variable, met))
              || c.indices().stream().anyMatch(a -> on(a, variable, met));
      default -> Trees.children(expr).stream().anyMatch(part -> on(part, variable, met));
    };
  }

  private static boolean isOf(Expr.Ref r, Expr.Ref variable) {
    return r.name().equals(variable.name()) && r.indices().size() == variable.indices().size();
  }

  private boolean behind(Expr node, Expr.Ref variable, Set<String> met) {
    Optional<Definition> definition = scope.definition(node);
    if (definition.isEmpty() || !met.add(key(node))) {
      return false;
    }
    boolean hidden =
        definition.get().lambda().parameters().stream()
            .map(Parameter::name)
            .anyMatch(variable.name()::equals);
    return !hidden && on(definition.get().lambda().body(), variable, met);
  }

  private static String key(Expr node) {
    return switch (node) {
      case Expr.Ref r -> r.name().key(r.indices().size());
      case Expr.Call c -> c.function().key(c.indices().size());
      default -> "";
    };
  }

  /** Whether the name has a formula. */
  boolean isDefined(Name name, int indices) {
    return scope.definition(name, indices).isPresent();
  }
}
