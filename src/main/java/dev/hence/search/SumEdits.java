package dev.hence.search;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Fold;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Range;
import dev.hence.expr.Size;
import dev.hence.expr.UnicodePrinter;
import java.util.List;

/** Lost and superfluous sums, ends of a sum that are off by one. */
final class SumEdits implements Editor {
  private final Pool pool;
  private final UnicodePrinter printer;

  SumEdits(Pool pool, UnicodePrinter printer) {
    this.pool = pool;
    this.printer = printer;
  }

  @Override
  public void at(Spot spot, Offers offers) {
    if (spot.node() instanceof Expr.Sum s) {
      ends(s, spot, offers);
      dropped(s, spot, offers);
    }
    if (!isHalfAProduct(spot)) {
      lost(spot, offers);
    }
  }

  private void ends(Expr.Sum sum, Spot spot, Offers offers) {
    if (!Pool.isOfOneShape(sum.body().shape())) {
      return;
    }
    Range range = sum.range();
    for (int by : List.of(-1, 1)) {
      NameEdits.moved(range.upper(), by)
          .ifPresent(end -> ranged(sum, new Range(range.lower(), end), offers));
      NameEdits.moved(range.lower(), by)
          .ifPresent(end -> ranged(sum, new Range(end, range.upper()), offers));
    }
    for (Size size : pool.sizes()) {
      if (spot.letters().containsAll(size.letters())) {
        ranged(sum, new Range(range.lower(), new Expr.SizeOf(size)), offers);
      }
    }
  }

  private void ranged(Expr.Sum sum, Range range, Offers offers) {
    Expr other = new Expr.Sum(sum.fold(), sum.letter(), range, sum.conditions(), sum.body());
    offers.offer(
        Rank.TOKEN, "write " + printer.print(other) + " for " + printer.print(sum), other);
  }

  private void dropped(Expr.Sum sum, Spot spot, Offers offers) {
    Statement.Step step = pool.step();
    if (step.scope().ranges().containsKey(sum.letter()) && !spot.letters().contains(sum.letter())) {
      offers.offer(Rank.LOST_SUM, "drop the sum over " + sum.letter(), sum.body());
    }
  }

  /** What is free and was meant to be summed over. */
  private void lost(Spot spot, Offers offers) {
    Expr node = spot.node();
    for (String letter : FreeLetters.of(List.of(node))) {
      Range range = pool.step().scope().ranges().get(letter);
      if (range != null && pool.letters().contains(letter) && isInnermost(node, letter)) {
        Expr sum = new Expr.Sum(Fold.SUM, letter, range, List.of(), node);
        offers.binding(Rank.SUM, "sum " + printer.print(node) + " over " + letter, sum);
      }
    }
  }

  /** Whether no sign and no factor in front could as well stand before the sum. */
  private static boolean isInnermost(Expr node, String letter) {
    return switch (node) {
      case Expr.Negate n -> false;
      case Expr.Multiply m ->
          FreeLetters.of(List.of(m.left())).contains(letter)
              && FreeLetters.of(List.of(m.right())).contains(letter);
      default -> true;
    };
  }

  /** What is summed is usually the whole product. */
  private static boolean isHalfAProduct(Spot spot) {
    return spot.node() instanceof Expr.Index
        || spot.node() instanceof Expr.Ref && spot.isFactor()
        || spot.parent().filter(Expr.Derivative.class::isInstance).isPresent() && spot.part() == 1;
  }
}
