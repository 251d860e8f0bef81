package dev.hence.road.symbolic;

import dev.hence.expr.Expr;
import dev.hence.expr.Fold;
import dev.hence.expr.Range;
import java.util.ArrayList;
import java.util.List;

/** Writes out sums, products and families, term by term. */
final class Unrolling {
  private static final int MOST_UNROLLED = 20_000;

  private final Lowering lowering;
  private final Setting setting;
  private final Terms terms;
  private final Unfolding unfolding;
  private final Branching branching;
  private long unrolled;

  Unrolling(Lowering lowering, Setting setting, Unfolding unfolding, Branching branching) {
    this.lowering = lowering;
    this.setting = setting;
    this.terms = setting.terms();
    this.unfolding = unfolding;
    this.branching = branching;
  }

  /** A sum, a product or the best of finitely many terms. */
  Rectangle sum(Expr.Sum sum, Environment at) {
    if (sum.multiplies() && !sum.shape().isScalar()) {
      return matrices(sum, at);
    }
    if (!sum.adds()) {
      return Rectangle.of(folded(sum, at));
    }
    List<Rectangle> addends = new ArrayList<>();
    for (int k : range(sum.range(), at)) {
      Environment inner = at.withLetters(List.of(sum.letter()), List.of(k));
      if (branching.holds(sum.conditions(), inner)) {
        addends.add(lowering.of(sum.body(), inner));
      }
    }
    return addends.isEmpty()
        ? lowering.filled(sum.shape(), terms.zero(), at)
        : setting.algebra().sum(addends);
  }

  private Rectangle matrices(Expr.Sum product, Environment at) {
    Rectangle result = null;
    for (int k : range(product.range(), at)) {
      Environment inner = at.withLetters(List.of(product.letter()), List.of(k));
      if (branching.holds(product.conditions(), inner)) {
        Rectangle factor = lowering.of(product.body(), inner);
        result = result == null ? factor : setting.algebra().product(result, factor);
      }
    }
    return result != null ? result : setting.algebra().identity(lowering.rows(product.shape(), at));
  }

  private Term folded(Expr.Sum fold, Environment at) {
    List<Term> values = new ArrayList<>();
    for (int k : range(fold.range(), at)) {
      Environment inner = at.withLetters(List.of(fold.letter()), List.of(k));
      if (branching.holds(fold.conditions(), inner)) {
        values.add(lowering.number(fold.body(), inner));
      }
    }
    if (!fold.fold().isExtremum()) {
      return terms.product(values);
    }
    if (values.isEmpty()) {
      throw new Undefined("the " + fold.fold().text() + " of no numbers");
    }
    return branching.best(fold.fold() == Fold.LARGEST, values);
  }

  /** The vector or matrix of a family of numbers. */
  Rectangle family(Expr.Family family, Environment at) {
    List<Term> entries = new ArrayList<>();
    members(family, 0, at, entries);
    int rows = lowering.rows(family.shape(), at);
    return new Rectangle(rows, lowering.columns(family.shape(), at), entries);
  }

  private void members(Expr.Family family, int depth, Environment at, List<Term> entries) {
    if (depth == family.letters().size()) {
      entries.add(lowering.number(family.body(), at));
      return;
    }
    List<String> letter = family.letters().subList(depth, depth + 1);
    for (int k : range(family.ranges().get(depth), at)) {
      members(family, depth + 1, at.withLetters(letter, List.of(k)), entries);
    }
  }

  private List<Integer> range(Range range, Environment at) {
    int lower = unfolding.integer(range.lower(), at);
    int upper = unfolding.integer(range.upper(), at);
    unrolled += Math.max(0, (long) upper - lower + 1);
    if (unrolled > MOST_UNROLLED) {
      throw new Unsupported("sums of more than " + MOST_UNROLLED + " terms in all");
    }
    List<Integer> values = new ArrayList<>();
    for (int k = lower; k <= upper; k++) {
      values.add(k);
    }
    return values;
  }
}
