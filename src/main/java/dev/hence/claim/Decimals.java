package dev.hence.claim;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import java.util.OptionalInt;

/** Numbers that are written in decimals, and may be rounded. */
public final class Decimals {
  private static final int MOST = 50;

  private Decimals() {}

  /** Whether one of two sides holds one. */
  public static boolean in(Expr left, Expr right) {
    return Trees.any(left, Decimals::isDecimal) || Trees.any(right, Decimals::isDecimal);
  }

  /** How many decimals a side shows that is such a number; 1 where none is. */
  public static int printed(Statement.Step step) {
    return Math.max(count(step.left()).orElse(1), count(step.right()).orElse(1));
  }

  private static boolean isDecimal(Expr node) {
    return node instanceof Expr.Literal && count(node).isPresent();
  }

  /** The least number of decimals in which it can be written, if that is any. */
  private static OptionalInt count(Expr node) {
    if (node instanceof Expr.Negate n) {
      return count(n.body());
    }
    if (!(node instanceof Expr.Literal literal) || literal.value().isInteger()) {
      return OptionalInt.empty();
    }
    for (int decimals = 1; decimals <= MOST; decimals++) {
      if (literal.value().times(Rational.of(10).power(decimals)).isInteger()) {
        return OptionalInt.of(decimals);
      }
    }
    return OptionalInt.empty();
  }
}
