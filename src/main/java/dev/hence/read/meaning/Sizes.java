package dev.hence.read.meaning;

import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.Set;

/** The named sizes that a scope speaks of. */
final class Sizes {
  private Sizes() {}

  static Set<String> of(Scope scope) {
    Set<String> names = new HashSet<>();
    scope.variables().values().forEach(v -> add(names, v.shape()));
    scope
        .functions()
        .values()
        .forEach(
            f -> {
              add(names, f.shape());
              f.parameters().stream().map(Parameter::shape).forEach(s -> add(names, s));
            });
    for (Range range : scope.ranges().values()) {
      add(names, range.lower());
      add(names, range.upper());
    }
    return names;
  }

  private static void add(Set<String> names, Expr expr) {
    Trees.walk(
        expr,
        node -> {
          if (node instanceof Expr.SizeOf s) {
            add(names, s.size());
          }
        });
  }

  private static void add(Set<String> names, Shape shape) {
    switch (shape) {
      case Shape.Scalar s -> {}
      case Shape.Vector v -> add(names, v.size());
      case Shape.Row r -> add(names, r.size());
      case Shape.Matrix m -> {
        add(names, m.rows());
        add(names, m.columns());
      }
    }
  }

  private static void add(Set<String> names, Size size) {
    if (!size.isFixed()) {
      names.add(size.name());
    }
  }
}
