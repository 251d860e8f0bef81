package dev.hence.argument;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The formulas that one side leads to, the nearest first, each with the way there. */
final class Ways {
  private static final int LARGEST = 150;

  /**
   * A formula that was reached.
   *
   * @param before from where; empty for the side itself
   * @param line the formula, and why it equals the one before
   */
  record Place(Optional<Place> before, Line line, int depth) {
    Expr expr() {
      return line.expr();
    }

    /** From the side itself to here. */
    List<Place> way() {
      List<Place> way = new ArrayList<>();
      for (Optional<Place> p = Optional.of(this); p.isPresent(); p = p.get().before()) {
        way.add(p.get());
      }
      Collections.reverse(way);
      return way;
    }
  }

  private final Moves moves;

  Ways(Moves moves) {
    this.moves = moves;
  }

  /** By key, see {@link Key}; at most so many, and no farther than so many lines. */
  Map<String, Place> from(Expr side, int most, int farthest) {
    Map<String, Place> found = new LinkedHashMap<>();
    Queue<Place> open = new ArrayDeque<>();
    Place start = new Place(Optional.empty(), Line.first(side), 0);
    found.put(Key.of(side), start);
    open.add(start);
    while (!open.isEmpty() && found.size() < most) {
      Place here = open.remove();
      if (here.depth() < farthest) {
        for (Line line : moves.from(here.expr())) {
          Place next = new Place(Optional.of(here), line, here.depth() + 1);
          if (size(line.expr()) <= LARGEST
              && isFormula(line.expr())
              && found.putIfAbsent(Key.of(line.expr()), next) == null) {
            open.add(next);
          }
        }
      }
    }
    return found;
  }

  /** Whether its products fit: a rule for numbers may have been used on vectors. */
  private static boolean isFormula(Expr expr) {
    return Trees.children(expr).stream().allMatch(Ways::isFormula)
        && !(expr instanceof Expr.Multiply m
            && Shape.product(m.left().shape(), m.right().shape()).isEmpty());
  }

  /** How many nodes a formula has. */
  static int size(Expr expr) {
    return 1 + Trees.children(expr).stream().mapToInt(Ways::size).sum();
  }
}
