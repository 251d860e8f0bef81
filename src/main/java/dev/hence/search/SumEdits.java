package dev.hence.search;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Fold;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Range;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.util.List;
import java.util.Set;

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
      NameEdits.moved(range.upper(), by).ifPresent(end -> ended(sum, range.upper(), end, offers));
      NameEdits.moved(range.lower(), by)
          .ifPresent(start -> begun(sum, range.lower(), start, offers));
    }
    for (Size size : pool.sizes()) {
      if (spot.letters().containsAll(size.letters())) {
        ended(sum, range.upper(), new Expr.SizeOf(size), offers);
      }
    }
  }

  private void ended(Expr.Sum sum, Expr old, Expr end, Offers offers) {
    String what =
        "let %s run to %s, not to %s"
            .formatted(sum.letter(), printer.print(end), printer.print(old));
    offers.offer(Rank.TOKEN, what, over(sum, new Range(sum.range().lower(), end)));
  }

  private void begun(Expr.Sum sum, Expr old, Expr start, Offers offers) {
    String what =
        "let %s run from %s, not from %s"
            .formatted(sum.letter(), printer.print(start), printer.print(old));
    offers.offer(Rank.TOKEN, what, over(sum, new Range(start, sum.range().upper())));
  }

  private static Expr over(Expr.Sum sum, Range range) {
    return new Expr.Sum(sum.fold(), sum.letter(), range, sum.conditions(), sum.body());
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
      if (pool.letters().contains(letter) && isInnermost(node, letter)) {
        for (Range range : pool.ranges(letter)) {
          Expr sum = new Expr.Sum(Fold.SUM, letter, range, List.of(), node);
          offers.binding(Rank.SUM, "sum " + printer.print(node) + " over " + letter, sum);
        }
      }
    }
    if (spot.isSide() || spot.isTerm()) {
      ofFirst(spot, offers);
    }
  }

  /** What is said of the first member was meant to be summed over all. */
  private void ofFirst(Spot spot, Offers offers) {
    Expr node = spot.node() instanceof Expr.Negate n ? n.body() : spot.node();
    for (String letter : pool.step().scope().ranges().keySet()) {
      for (Range range : spot.letters().contains(letter) ? Set.<Range>of() : pool.ranges(letter)) {
        Expr body = Trees.map(node, e -> member(e, range.lower(), letter));
        if (!body.equals(node)) {
          Expr sum = new Expr.Sum(Fold.SUM, letter, range, List.of(), body);
          offers.offer(
              Rank.SUM,
              "sum " + printer.print(body) + " over " + letter,
              node.equals(spot.node()) ? sum : new Expr.Negate(sum));
        }
      }
    }
  }

  private static Expr member(Expr expr, Expr number, String letter) {
    return expr instanceof Expr.Ref r && r.indices().contains(number)
        ? new Expr.Ref(
            r.name(),
            r.indices().stream().map(i -> i.equals(number) ? new Expr.Index(letter) : i).toList(),
            r.shape())
        : expr;
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
        || (spot.node() instanceof Expr.Ref && spot.isFactor())
        || (spot.parent().filter(Expr.Derivative.class::isInstance).isPresent()
            && spot.part() == 1);
  }
}
