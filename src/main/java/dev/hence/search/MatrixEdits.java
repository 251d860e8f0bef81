package dev.hence.search;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.UnicodePrinter;

/** Lost and superfluous transposes, factors in the other order. */
final class MatrixEdits implements Editor {
  private final UnicodePrinter printer;

  MatrixEdits(UnicodePrinter printer) {
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
      Expr turned = new Expr.Multiply(right, left);
      offers.offer(Rank.NAME, "write " + text(turned) + " for " + text(node), turned);
    }
    boolean square =
        node.shape() instanceof Shape.Matrix m
            && m.rows().equals(m.columns())
            && !(node instanceof Expr.Transpose);
    if (square) {
      offers.offer(Rank.MOVED, "transpose " + text(node), new Expr.Transpose(node));
    }
  }

  private String text(Expr expr) {
    return printer.print(expr);
  }
}
