package dev.hence.search;

import dev.hence.expr.Expr;
import dev.hence.expr.UnicodePrinter;

/** Lost, doubled and misplaced signs. */
final class SignEdits implements Editor {
  private final UnicodePrinter printer;
  private final boolean ofItsOwn;

  /**
   * @param ofItsOwn whether a sign before the left side is another edit than one before the right
   */
  SignEdits(UnicodePrinter printer, boolean ofItsOwn) {
    this.ofItsOwn = ofItsOwn;
    this.printer = printer;
  }

  @Override
  public void at(Spot spot, Offers offers) {
    Expr node = spot.node();
    if (Forms.isZero(node)) {
      return;
    }
    String of = spot.isSide() ? "the " + spot.side() : printer.print(node);
    if (Forms.isNegative(node)) {
      offers.offer(Rank.LOST_MINUS, "change the sign of " + of, Forms.negated(node));
    } else if (spot.isSide() && (spot.right() || ofItsOwn)) {
      offers.offer(
          node instanceof Expr.Add ? Rank.INNER_SIGN + 5 : Rank.SIGN,
          "change the sign of " + of,
          minus(node));
    } else if (spot.isTerm()) {
      int rank = spot.part() > 0 ? Rank.RELATION : Rank.INNER_SIGN;
      offers.offer(rank, "change the sign of " + of, minus(node));
    } else if (!spot.isSide() && !spot.isFactor() && isSigned(spot)) {
      offers.offer(Rank.INNER_SIGN, "change the sign of " + of, minus(node));
    }
    moved(node, offers);
  }

  private static Expr minus(Expr node) {
    return Forms.negated(node);
  }

  /** Arguments, exponents and values of cases; a norm has none. */
  private static boolean isSigned(Spot spot) {
    return switch (spot.parent().orElseThrow()) {
      case Expr.Norm n -> false;
      case Expr.Abs a -> false;
      case Expr.Root r -> false;
      case Expr.Determinant d -> false;
      case Expr.Power p -> spot.part() == 1 || p.base().shape().isScalar();
      default -> true;
    };
  }

  /** −exp(x) where exp(−x) is meant, and the other way. */
  private void moved(Expr node, Offers offers) {
    if (node instanceof Expr.Negate(Expr.Apply(var function, Expr argument))) {
      Expr inside = new Expr.Apply(function, Forms.negated(argument));
      offers.offer(
          Rank.MOVED, "write " + printer.print(inside) + " for " + printer.print(node), inside);
    }
    if (node instanceof Expr.Apply(var function, Expr.Negate(Expr argument))) {
      Expr outside = new Expr.Negate(new Expr.Apply(function, argument));
      offers.offer(
          Rank.MOVED, "write " + printer.print(outside) + " for " + printer.print(node), outside);
    }
  }
}
