package dev.hence.eval;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides whether an interpretation says enough to evaluate an expression with its definitions
 * unfolded.
 */
final class Coverage {
  private final Interpretation interpretation;
  private final Set<String> unfolded = new HashSet<>();

  Coverage(Interpretation interpretation) {
    this.interpretation = interpretation;
  }

  boolean covers(Expr expr) {
    return !Trees.any(expr, this::lacks);
  }

  private boolean lacks(Expr expr) {
    return switch (expr) {
      case Expr.Ref r -> lacks(r.shape()) || lacksPart(r.name().key(r.indices().size()), false);
      case Expr.Call c -> lacksPart(c.function().key(c.indices().size()), true);
      case Expr.SizeOf s -> lacks(s.size());
      case Expr.Identity i -> lacks(i.shape());
      case Expr.Filled f -> lacks(f.shape());
      default -> false;
    };
  }

  private boolean lacksPart(String key, boolean required) {
    Lambda lambda = interpretation.definitions().get(key);
    return lambda == null ? required : unfolded.add(key) && !covers(lambda.body());
  }

  private boolean lacks(Shape shape) {
    return switch (shape) {
      case Shape.Scalar s -> false;
      case Shape.Vector v -> lacks(v.size());
      case Shape.Row r -> lacks(r.size());
      case Shape.Matrix m -> lacks(m.rows()) || lacks(m.columns());
    };
  }

  private boolean lacks(Size size) {
    return !interpretation.sizes().keySet().containsAll(size.keys());
  }
}
