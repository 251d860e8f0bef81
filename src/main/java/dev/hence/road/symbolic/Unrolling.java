package dev.hence.road.symbolic;

import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
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

  /** A sum or product of finitely many terms. */
  Rectangle sum(Expr.Sum sum, Environment at) {
    if (sum.product()) {
      return Rectangle.of(product(sum, at));
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

  private Term product(Expr.Sum product, Environment at) {
    List<Term> factors = new ArrayList<>();
    for (int k : range(product.range(), at)) {
      Environment inner = at.withLetters(List.of(product.letter()), List.of(k));
      if (branching.holds(product.conditions(), inner)) {
        factors.add(lowering.number(product.body(), inner));
      }
    }
    return terms.product(factors);
  }

  /** The vector or matrix of a family of numbers. */
  Rectangle family(Expr.Family family, Environment at) {
    List<Term> entries = new ArrayList<>();
    List<Integer> first = range(family.ranges().getFirst(), at);
    String letter = family.letters().getFirst();
    int columns = 1;
    for (int i : first) {
      Environment inner = at.withLetters(List.of(letter), List.of(i));
      if (family.letters().size() == 1) {
        entries.add(lowering.number(family.body(), inner));
        continue;
      }
      List<Integer> second = range(family.ranges().get(1), inner);
      columns = second.size();
      for (int j : second) {
        entries.add(
            lowering.number(
                family.body(), inner.withLetters(family.letters().subList(1, 2), List.of(j))));
      }
    }
    boolean row = family.shape() instanceof Shape.Row;
    return new Rectangle(row ? 1 : first.size(), row ? first.size() : columns, entries);
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
