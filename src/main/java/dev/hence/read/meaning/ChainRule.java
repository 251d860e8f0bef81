package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.read.math.Operator;
import java.util.Optional;

/**
 * {@code \frac{df}{d\theta} \frac{d\theta}{dt}}: a derivative by a column, beside the velocity of
 * that very column. However the derivative is laid out, the chain rule has the sum over the
 * entries.
 */
final class ChainRule {
  private ChainRule() {}

  /** The inner product that is meant; empty where it is no chain rule of this form. */
  static Optional<Expr> of(Expr left, Expr right, Operator operator, Context context) {
    boolean plain = operator == Operator.JUXTAPOSED || operator == Operator.TIMES;
    boolean columns = left.shape() instanceof Shape.Vector && left.shape().equals(right.shape());
    boolean apart = Shape.product(left.shape(), right.shape()).isEmpty();
    Optional<Expr.Ref> by = plain && (columns || apart) ? by(left) : Optional.empty();
    if (by.isEmpty() || !by.equals(moving(right))) {
      return Optional.empty();
    }
    context
        .ledger()
        .note(
            "the derivative by "
                + by.get().name()
                + " before one of "
                + by.get().name()
                + " is the sum over its entries, as the chain rule has it");
    return Optional.of(before(left, right));
  }

  /** The column by which the last factor is differentiated. */
  private static Optional<Expr.Ref> by(Expr left) {
    return switch (left) {
      case Expr.Derivative d when d.body().shape().isScalar() -> Optional.of(d.variable());
      case Expr.Transpose t when t.body() instanceof Expr.Derivative d -> Optional.of(d.variable());
      case Expr.At a -> by(a.body());
      case Expr.Negate n -> by(n.body());
      case Expr.Multiply m when m.left().shape().isScalar() -> by(m.right());
      default -> Optional.empty();
    };
  }

  /** The column of which this is the derivative by a number, the time or another. */
  private static Optional<Expr.Ref> moving(Expr right) {
    return switch (right) {
      case Expr.TimeDerivative d when d.body() instanceof Expr.Ref r -> Optional.of(r);
      case Expr.Derivative d
          when d.body() instanceof Expr.Ref r && d.variable().shape().isScalar() ->
          Optional.of(r);
      case Expr.At a -> moving(a.body());
      default -> Optional.empty();
    };
  }

  /** The factors before the derivative stay before the inner product. */
  private static Expr before(Expr left, Expr right) {
    return switch (left) {
      case Expr.Negate n -> new Expr.Negate(before(n.body(), right));
      case Expr.Multiply m -> new Expr.Multiply(m.left(), before(m.right(), right));
      case Expr.Transpose t -> new Expr.Multiply(t.body(), right);
      default -> new Expr.Inner(left, right);
    };
  }
}
