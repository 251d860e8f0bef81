package dev.hence.search;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.UnicodePrinter;
import java.util.List;

/** Lost squares and roots, inverses, exponents that are off by one. */
final class PowerEdits implements Editor {
  private final UnicodePrinter printer;

  PowerEdits(UnicodePrinter printer) {
    this.printer = printer;
  }

  @Override
  public void at(Spot spot, Offers offers) {
    switch (spot.node()) {
      case Expr.Power p -> exponents(p, offers);
      case Expr.Root r -> offers.offer(Rank.NAME, "drop the root of " + text(r.body()), r.body());
      case Expr.Apply a when a.function() == ElementaryFunction.SQRT ->
          offers.offer(Rank.NAME, "drop the root of " + text(a.argument()), a.argument());
      case Expr.Divide d -> {
        fractions(d, offers);
        if (!isBase(spot)) {
          grown(Rank.FUNCTION, d, offers);
        }
      }
      case Expr.Multiply m when !isBase(spot) && !m.left().shape().isScalar() ->
          grown(Rank.MOVED, m, offers);
      case Expr.Norm n when !isBase(spot) -> squared(Rank.TWO, n, offers);
      case Expr.Ref r when !isBase(spot) -> grown(Rank.MOVED, r, offers);
      case Expr.Call c when !isBase(spot) -> grown(Rank.MOVED, c, offers);
      case Expr.Apply a when !isBase(spot) -> grown(Rank.NAME, a, offers);
      case Expr.Entry e when !isBase(spot) -> grown(Rank.NAME, e, offers);
      case Expr.Inner i when !isBase(spot) -> squared(Rank.FUNCTION, i, offers);
      case Expr.Add a when !isBase(spot) -> grown(Rank.FUNCTION, a, offers);
      case Expr.SizeOf s when !isBase(spot) -> squared(Rank.FUNCTION, s, offers);
      default -> {}
    }
    inverse(spot, offers);
  }

  private static boolean isBase(Spot spot) {
    return spot.parent().filter(Expr.Power.class::isInstance).isPresent() && spot.part() == 0;
  }

  private void exponents(Expr.Power p, Offers offers) {
    boolean square = p.exponent().equals(Forms.TWO);
    offers.offer(
        square ? Rank.TOKEN : Rank.OTHER_NAME, "drop the power of " + text(p.base()), p.base());
    for (int by : List.of(1, -1)) {
      NameEdits.moved(p.exponent(), by)
          .filter(e -> !e.equals(Forms.ONE) && !Forms.isZero(e))
          .ifPresent(
              e -> {
                Expr other = new Expr.Power(p.base(), e);
                offers.offer(Rank.EXPONENT, "write " + text(other) + " for " + text(p), other);
              });
    }
  }

  private void fractions(Expr.Divide d, Offers offers) {
    if (d.numerator().shape().isScalar()) {
      Expr turned =
          new Expr.Divide(/* numerator= */ d.denominator(), /* denominator= */ d.numerator());
      offers.offer(Rank.FUNCTION, "write " + text(turned) + " for " + text(d), turned);
    }
  }

  private void grown(int rank, Expr node, Offers offers) {
    if (node.shape().isScalar()) {
      squared(rank, node, offers);
      Expr root = new Expr.Root(node, 2);
      offers.offer(Rank.SUM, "take the root of " + text(node), root);
    }
  }

  private void squared(int rank, Expr node, Offers offers) {
    offers.offer(
        rank, "square " + text(node), new Expr.Power(node, new Expr.Literal(Rational.of(2))));
  }

  private void inverse(Spot spot, Offers offers) {
    Expr node = spot.node();
    boolean square = node.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns());
    if (square && !(node instanceof Expr.Power) && !isBase(spot) && isName(node)) {
      Expr inverse = new Expr.Power(node, new Expr.Literal(Rational.of(-1)));
      offers.offer(Rank.SUM, "write " + text(inverse) + " for " + text(node), inverse);
    }
  }

  private static boolean isName(Expr node) {
    return node instanceof Expr.Ref || node instanceof Expr.Call || node instanceof Expr.Add;
  }

  private String text(Expr expr) {
    return printer.print(expr);
  }
}
