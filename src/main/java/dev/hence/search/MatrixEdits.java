package dev.hence.search;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.UnicodePrinter;
import java.util.Optional;

/** Lost and superfluous transposes, factors in the other order. */
final class MatrixEdits implements Editor {
  private final Pool pool;
  private final UnicodePrinter printer;

  MatrixEdits(Pool pool, UnicodePrinter printer) {
    this.pool = pool;
    this.printer = printer;
  }

  @Override
  public void at(Spot spot, Offers offers) {
    Expr node = spot.node();
    if (node instanceof Expr.Transpose t) {
      offers.offer(Rank.TOKEN, "drop the transpose of " + text(t.body()), t.body());
    }
    if (node instanceof Expr.Multiply(Expr left, Expr right)
        && !left.shape().isScalar()
        && !right.shape().isScalar()) {
      Expr turned = new Expr.Multiply(/* left= */ right, /* right= */ left);
      offers.offer(Rank.NAME, "write " + text(turned) + " for " + text(node), turned);
    }
    if (!(node instanceof Expr.Add)) {
      lost(spot, offers);
    }
    boolean square =
        node.shape() instanceof Shape.Matrix m
            && m.rows().equals(m.columns())
            && !(node instanceof Expr.Transpose)
            && spot.parent().filter(Expr.Transpose.class::isInstance).isEmpty();
    if (square) {
      offers.offer(Rank.EXPONENT, "transpose " + text(node), new Expr.Transpose(node));
    }
  }

  /** A square matrix that was lost in front. */
  private void lost(Spot spot, Offers offers) {
    Expr node = spot.node();
    rows(node.shape())
        .map(n -> Shape.matrix(n, n))
        .ifPresent(
            shape ->
                pool.names(shape, spot)
                    .forEach(
                        m -> {
                          int rank = Rank.FACTOR + (pool.isMentioned(m.name()) ? 0 : Rank.FAR);
                          offers.offer(
                              rank,
                              "multiply " + text(node) + " by " + text(m),
                              new Expr.Multiply(m, node));
                        }));
  }

  private static Optional<Size> rows(Shape shape) {
    return switch (shape) {
      case Shape.Scalar s -> Optional.empty();
      case Shape.Vector v -> Optional.of(v.size());
      case Shape.Row r -> Optional.empty();
      case Shape.Matrix m -> Optional.of(m.rows());
    };
  }

  private String text(Expr expr) {
    return printer.print(expr);
  }
}
