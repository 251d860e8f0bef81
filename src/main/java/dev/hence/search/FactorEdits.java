package dev.hence.search;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Lost and superfluous factors: numbers first, then sizes, names and parts of the step. */
final class FactorEdits implements Editor {
  /** A decimal fraction with more digits was not written down by a person. */
  private static final int MOST_DIGITS = 12;

  private final Pool pool;
  private final UnicodePrinter printer;

  FactorEdits(Pool pool, UnicodePrinter printer) {
    this.pool = pool;
    this.printer = printer;
  }

  @Override
  public void at(Spot spot, Offers offers) {
    switch (spot.node()) {
      case Expr.Multiply m -> dropped(m, m.left(), m.right(), offers);
      case Expr.Hadamard h -> dropped(h, h.left(), h.right(), offers);
      case Expr.Inner i when i.left().shape().isScalar() -> dropped(i, i.left(), i.right(), offers);
      case Expr.Divide d -> denominator(d, offers);
      case Expr.Literal l -> other(l, offers);
      default -> {}
    }
    if (spot.node().equals(Forms.ONE) && spot.isFactor()) {
      parts(spot, "the factor 1", offers);
    } else if (!spot.isFactor() && !Forms.isZero(spot.node()) && !isNoMatter(spot)) {
      put(spot, offers);
    } else if (spot.isSide() && !spot.right() && isSumAgainstProduct()) {
      named(spot, "the " + spot.side(), offers);
    }
    spot.binder().ifPresent(letter -> members(spot, letter, offers));
  }

  /**
   * Whether a factor changes nothing, for the other side is 0; or does nothing that its inverse
   * would not do on the right.
   */
  private boolean isNoMatter(Spot spot) {
    Expr other = spot.right() ? pool.step().left() : pool.step().right();
    boolean sameOnTheRight = !spot.right() && pool.step().relation() == Relation.EQUAL;
    return spot.isSide() && (sameOnTheRight || Forms.isZero(other));
  }

  /** A number below a norm or a power stands as well before it. */
  private static boolean isUnderSquare(Spot spot) {
    return spot.parent().filter(Expr.Norm.class::isInstance).isPresent()
        || (spot.parent().filter(Expr.Power.class::isInstance).isPresent() && spot.part() == 0);
  }

  /** Where the right side is a sum, a factor of the left is lost rather than its denominator. */
  private boolean isSumAgainstProduct() {
    return pool.step().right() instanceof Expr.Add && !(pool.step().left() instanceof Expr.Add);
  }

  private void dropped(Expr whole, Expr left, Expr right, Offers offers) {
    if (right.shape().equals(whole.shape())) {
      offers.offer(rank(left), "drop the factor " + text(left), right);
    }
    if (left.shape().equals(whole.shape())) {
      offers.offer(rank(right), "drop the factor " + text(right), left);
    }
  }

  private static int rank(Expr factor) {
    return Forms.isNumber(factor)
        ? Rank.NUMBER
        : factor instanceof Expr.SizeOf ? Rank.SIZE : Rank.LESS;
  }

  private void denominator(Expr.Divide d, Offers offers) {
    if (!d.numerator().equals(Forms.ONE)) {
      offers.offer(
          rank(d.denominator()), "drop the denominator " + text(d.denominator()), d.numerator());
    } else {
      offers.offer(Rank.LESS, "drop the denominator " + text(d.denominator()), Forms.ONE);
    }
  }

  /** Another whole number, next to the one that is written. */
  private void other(Expr.Literal l, Offers offers) {
    if (!l.value().isInteger()) {
      decimal(l, offers);
      return;
    }
    if (l.value().numerator().bitLength() > 16) {
      return;
    }
    for (Rational value :
        new Rational[] {l.value().plus(Rational.ONE), l.value().minus(Rational.ONE)}) {
      written(Rank.NAME, l, value, offers);
    }
  }

  /** Another whole number; where it is 1 there is something to drop instead. */
  private void written(int rank, Expr.Literal l, Rational value, Offers offers) {
    if (value.isInteger() && value.compareTo(Rational.ONE) > 0) {
      Expr next = new Expr.Literal(value);
      offers.offer(rank, "write " + text(next) + " for " + text(l), next);
    }
  }

  /** The last digit, one more or less. */
  private void decimal(Expr.Literal l, Offers offers) {
    int digits =
        new BigDecimal(l.value().numerator())
            .divide(new BigDecimal(l.value().denominator()), MathContext.DECIMAL64)
            .stripTrailingZeros()
            .scale();
    Rational unit = Rational.of(10).power(-digits);
    if (digits > MOST_DIGITS) {
      return;
    }
    for (Rational value : new Rational[] {l.value().plus(unit), l.value().minus(unit)}) {
      Expr next = new Expr.Literal(value);
      offers.offer(Rank.NAME, "write " + text(next) + " for " + text(l), next);
    }
  }

  private void put(Spot spot, Offers offers) {
    Expr node = spot.node();
    String of = spot.isSide() ? "the " + spot.side() : text(node);
    int rank =
        spot.isSide() || spot.isTerm()
            ? Rank.TWO
            : isUnderSquare(spot) ? Rank.SIZE : Rank.INNER_TWO;
    if (node instanceof Expr.Literal l) {
      written(rank, l, l.value().times(Rational.of(2)), offers);
      written(rank, l, l.value().dividedBy(Rational.of(2)), offers);
      if (spot.parent().filter(Expr.Power.class::isInstance).isPresent()) {
        named(spot, of, offers);
      }
      return;
    }
    offers.offer(rank, "multiply " + of + " by 2", Forms.times(Forms.TWO, node));
    offers.offer(rank, "multiply " + of + " by 1/2", Forms.times(Forms.HALF, node));
    for (Rational number : pool.numbers()) {
      Expr n = new Expr.Literal(number);
      Expr inverse = new Expr.Divide(Forms.ONE, n);
      offers.offer(Rank.SIZE, "multiply " + of + " by " + text(n), Forms.times(n, node));
      offers.offer(Rank.SIZE, "multiply " + of + " by 1/" + text(n), Forms.times(inverse, node));
    }
    for (Size size : pool.sizes()) {
      if (spot.letters().containsAll(size.letters())) {
        Expr n = new Expr.SizeOf(size);
        Expr inverse = new Expr.Divide(Forms.ONE, n);
        offers.offer(Rank.SIZE, "multiply " + of + " by " + text(n), Forms.times(n, node));
        offers.offer(Rank.SIZE, "multiply " + of + " by 1/" + text(n), Forms.times(inverse, node));
      }
    }
    named(spot, of, offers);
  }

  /** What depends on the index of a sum can be a factor of its body only. */
  private void members(Spot spot, String letter, Offers offers) {
    Expr node = spot.node();
    List<Expr> factors = new ArrayList<>(pool.names(Shape.SCALAR, spot));
    factors.addAll(pool.entries(spot));
    for (Expr factor : factors) {
      if (Trees.any(factor, new Expr.Index(letter)::equals)) {
        offers.offer(
            Rank.FACTOR,
            "multiply " + text(node) + " by " + text(factor),
            Forms.times(factor, node));
      }
    }
  }

  private void named(Spot spot, String of, Offers offers) {
    Expr node = spot.node();
    for (Expr.Ref name : pool.names(Shape.SCALAR, spot)) {
      int rank = Rank.FACTOR + (pool.isMentioned(name.name()) ? 0 : Rank.FAR);
      offers.offer(rank, "multiply " + of + " by " + text(name), Forms.times(name, node));
      int behind = spot.isSide() && spot.right() && isSumAgainstProduct() ? Rank.LEFT + 1 : 0;
      offers.offer(rank + behind, "divide " + of + " by " + text(name), Forms.over(node, name));
      Expr square = new Expr.Power(name, Forms.TWO);
      int less = rank + Rank.FAR;
      offers.offer(less, "multiply " + of + " by " + text(square), Forms.times(square, node));
      offers.offer(less, "divide " + of + " by " + text(square), Forms.over(node, square));
    }
    for (String letter : spot.letters()) {
      Expr index = new Expr.Index(letter);
      offers.offer(
          Rank.FACTOR + Rank.FAR,
          "multiply " + of + " by " + text(index),
          Forms.times(index, node));
    }
    parts(spot, of, offers);
  }

  private void parts(Spot spot, String of, Offers offers) {
    Expr node = spot.node();
    for (Expr part : pool.parts(Shape.SCALAR, spot)) {
      if (!Trees.any(node, part::equals)) {
        offers.offer(Rank.LESS, "multiply " + of + " by " + text(part), Forms.times(part, node));
        offers.offer(Rank.LESS + 1, "divide " + of + " by " + text(part), Forms.over(node, part));
      }
    }
    for (Expr part : pool.elsewhere(Shape.SCALAR, spot)) {
      offers.offer(Rank.ELSEWHERE, "multiply " + of + " by " + text(part), Forms.times(part, node));
    }
  }

  private String text(Expr expr) {
    return printer.print(expr);
  }
}
