package dev.hence.argument;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Formulas in which names with a formula, and derivatives of them, are names of which nothing is
 * known: what is equal then is equal by rearranging alone.
 */
final class Atoms {
  private final Scope scope;
  private final Replacing replacing;
  private final Differentiation differentiation;
  private final Map<String, Name> names = new LinkedHashMap<>();
  private Scope opaque;

  Atoms(Scope scope) {
    this.scope = scope;
    this.replacing = new Replacing(scope);
    this.differentiation = new Differentiation(scope);
    this.opaque = withoutDefinitions(scope);
  }

  /** Where the names are declared. */
  Scope scope() {
    return opaque;
  }

  /** The derivatives in it that become names, by what tells them apart. */
  Set<String> keys(Expr expr) {
    Set<String> keys = new LinkedHashSet<>();
    collect(expr, keys);
    return keys;
  }

  private void collect(Expr expr, Set<String> keys) {
    if (isAtom(expr)) {
      keys.add(key(expr));
    } else {
      Trees.children(expr).forEach(part -> collect(part, keys));
    }
  }

  /** The formula with names for the derivatives. */
  Expr of(Expr expr) {
    return isAtom(expr)
        ? named(expr)
        : Trees.rebuilt(expr, Trees.children(expr).stream().map(this::of).toList());
  }

  private boolean isAtom(Expr expr) {
    return Slope.Open.of(expr)
        .filter(
            open ->
                Trees.any(open.body(), e -> scope.definition(e).isPresent())
                    || differentiation.step(open.slope(), open.body()).isPresent())
        .isPresent();
  }

  private Expr named(Expr expr) {
    List<String> letters = free(expr);
    Name name =
        names.computeIfAbsent(key(expr), k -> new Name("\\mathrm{D}_{" + names.size() + "}"));
    if (opaque.variable(name, letters.size()).isEmpty()) {
      opaque =
          opaque.with(
              new Declaration.Variable(
                  name, letters, expr.shape(), Domain.REALS, true, dev.hence.text.Span.at(0)));
    }
    return new Expr.Ref(name, letters.stream().<Expr>map(Expr.Index::new).toList(), expr.shape());
  }

  /** Alike for all letters. */
  private String key(Expr expr) {
    Map<String, Expr> places = new HashMap<>();
    free(expr).forEach(letter -> places.put(letter, new Expr.Index("#" + places.size())));
    return Key.of(replacing.in(expr, places, Map.of()));
  }

  private static List<String> free(Expr expr) {
    return switch (expr) {
      case Expr.Index i -> List.of(i.letter());
      case Expr.Sum s -> without(parts(s), List.of(s.letter()));
      case Expr.Family f -> without(parts(f), f.letters());
      default -> parts(expr);
    };
  }

  private static List<String> parts(Expr expr) {
    return Trees.children(expr).stream().flatMap(part -> free(part).stream()).distinct().toList();
  }

  private static List<String> without(List<String> letters, List<String> bound) {
    List<String> left = new ArrayList<>(letters);
    left.removeAll(bound);
    return left;
  }

  private static Scope withoutDefinitions(Scope scope) {
    Scope open = scope;
    for (Map.Entry<String, Definition> entry : scope.definitions().entrySet()) {
      open = open.without(entry.getKey()).with(declared(entry.getValue()));
    }
    return open;
  }

  private static Declaration declared(Definition d) {
    return d.lambda().parameters().isEmpty()
        ? new Declaration.Variable(
            d.name(), d.lambda().indices(), d.shape(), Domain.REALS, true, d.span())
        : new Declaration.Function(
            d.name(), d.lambda().indices(), d.lambda().parameters(), d.shape(), d.span());
  }
}
