package dev.hence.road.symbolic;

import dev.hence.expr.Expr;
import dev.hence.expr.Notation;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.util.List;

/** How a part of a statement reads where it was met. */
final class Display {
  private static final int LARGEST = 60;

  private Display() {}

  /**
   * The expression with parameters written as their arguments and letters as their values, but for
   * what is differentiated or replaced: there the names are what is spoken of.
   */
  static Expr of(Expr expr, Environment at) {
    return switch (expr) {
      case Expr.Ref r when r.indices().isEmpty() && at.sources().containsKey(r.name()) ->
          at.sources().get(r.name());
      case Expr.Index i when at.letters().containsKey(i.letter()) ->
          new Expr.Literal(Rational.of(at.letters().get(i.letter())));
      case Expr.Derivative d -> d;
      case Expr.Substituted s -> s;
      default -> {
        List<Expr> parts = Trees.children(expr);
        Expr shown =
            parts.isEmpty()
                ? expr
                : Trees.rebuilt(expr, parts.stream().map(p -> of(p, at)).toList());
        yield isShort(shown) ? shown : expr;
      }
    };
  }

  /** On one line. */
  static String text(Expr expr, Environment at) {
    return new UnicodePrinter(Notation.UNKNOWN).print(of(expr, at));
  }

  private static boolean isShort(Expr expr) {
    int[] nodes = {0};
    Trees.walk(expr, e -> nodes[0]++);
    return nodes[0] <= LARGEST;
  }
}
