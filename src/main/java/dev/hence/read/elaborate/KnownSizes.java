package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.Set;

/** The named sizes that declarations speak of. */
final class KnownSizes {
  private final Set<String> keys = new HashSet<>();

  private KnownSizes() {}

  static Set<String> of(Scope scope) {
    KnownSizes sizes = new KnownSizes();
    scope.variables().values().forEach(sizes::add);
    for (Declaration.Function f : scope.functions().values()) {
      sizes.add(f.shape());
      f.parameters().stream().map(Parameter::shape).forEach(sizes::add);
    }
    scope.ranges().values().forEach(sizes::add);
    return sizes.keys;
  }

  private void add(Declaration.Variable variable) {
    add(variable.shape());
    if (variable.domain() instanceof Domain.Labels labels) {
      add(labels.range());
    }
  }

  private void add(Shape shape) {
    shape.sizes().forEach(size -> keys.addAll(size.keys()));
  }

  private void add(Range range) {
    add(range.lower());
    add(range.upper());
  }

  private void add(Expr end) {
    Trees.walk(
        end,
        node -> {
          if (node instanceof Expr.SizeOf s) {
            keys.addAll(s.size().keys());
          }
        });
  }
}
