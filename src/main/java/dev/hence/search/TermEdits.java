package dev.hence.search;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Lost and superfluous terms. */
final class TermEdits implements Editor {
  private final Pool pool;
  private final UnicodePrinter printer;

  TermEdits(Pool pool, UnicodePrinter printer) {
    this.pool = pool;
    this.printer = printer;
  }

  @Override
  public void at(Spot spot, Offers offers) {
    if (spot.node() instanceof Expr.Add add) {
      for (int k = 0; k < add.terms().size(); k++) {
        Expr term = add.terms().get(k);
        int rank = Forms.isNumber(term) ? Rank.SUM : Rank.LESS;
        offers.offer(rank, "drop the term " + printer.print(term), Forms.without(add, k));
      }
    }
    if (!spot.isTerm() && !isWithin(spot)) {
      missing(spot, isLikely(spot), offers);
    }
  }

  /** Sums are written as sides, in parentheses, and below roots, norms and functions. */
  private static boolean isLikely(Spot spot) {
    return spot.node() instanceof Expr.Add
        || isMinusWithin(spot)
        || spot.parent()
            .map(
                p ->
                    p instanceof Expr.Norm
                        || p instanceof Expr.Root
                        || p instanceof Expr.Abs
                        || p instanceof Expr.Apply)
            .orElse(true);
  }

  /** {@code (-s) v}: nobody writes that who has not lost what stood before the minus. */
  private static boolean isMinusWithin(Spot spot) {
    return spot.node() instanceof Expr.Negate
        && spot.isFactor()
        && spot.parent().filter(Expr.Multiply.class::isInstance).isPresent();
  }

  /**
   * In a product a term is missing at a factor, and behind a minus it is missing outside. A product
   * that is the second factor of another stood in parentheses.
   */
  private static boolean isWithin(Spot spot) {
    return spot.parent().filter(Expr.Negate.class::isInstance).isPresent()
        || (spot.node() instanceof Expr.Multiply
            && spot.isFactor()
            && !(spot.parent().get() instanceof Expr.Multiply && spot.part() == 1));
  }

  private void missing(Spot spot, boolean likely, Offers offers) {
    Expr node = spot.node();
    Shape shape = node.shape();
    SequencedSet<Expr> terms = new LinkedHashSet<>();
    if (shape.isScalar()) {
      terms.add(Forms.ONE);
    }
    List<Expr.Ref> names = pool.names(shape, spot);
    names.stream().filter(n -> likely || pool.isMentioned(n.name())).forEach(terms::add);
    if (likely) {
      pool.parts(shape, spot).stream()
          .filter(part -> !Trees.any(part, node::equals))
          .forEach(terms::add);
    }
    int rank = isMinusWithin(spot) ? Rank.TOKEN : likely ? Rank.TERM : Rank.INNER_TERM;
    for (Expr term : terms) {
      add(rank, node, term, offers);
    }
    int behind = likely ? 0 : Rank.FAR;
    List<Expr> others = new ArrayList<>(likely ? List.of() : pool.parts(shape, spot));
    others.addAll(pool.elsewhere(shape, spot));
    others.stream()
        .filter(part -> !Trees.any(part, node::equals))
        .forEach(part -> add(Rank.ELSEWHERE + behind, node, part, offers));
    if (!likely) {
      names.stream()
          .filter(n -> !pool.isMentioned(n.name()))
          .forEach(n -> add(rank + Rank.FAR, node, n, offers));
    }
  }

  private void add(int rank, Expr node, Expr term, Offers offers) {
    if (pool.step().relation().isInequality() && isSide(term)) {
      return;
    }
    String text = printer.print(term);
    if (Forms.isZero(node)) {
      offers.offer(rank, "write " + text + " for 0", term);
      return;
    }
    Expr more =
        Forms.isNegative(node) && !(node instanceof Expr.Add)
            ? Forms.before(term, node)
            : Forms.plus(node, term);
    offers.offer(rank, "add the term " + text, more);
    offers.offer(rank, "subtract the term " + text, Forms.plus(node, Forms.negated(term)));
  }

  /** To a bound that does not hold its whole other side is not added. */
  private boolean isSide(Expr term) {
    return term.equals(pool.step().left()) || term.equals(pool.step().right());
  }
}
