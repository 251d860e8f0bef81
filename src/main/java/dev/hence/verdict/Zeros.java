package dev.hence.verdict;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import java.util.List;

/** Takes out of a number what a zero that was put in makes of it: 1 + b·0 is 1. */
final class Zeros {
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private Zeros() {}

  static Expr folded(Expr expr) {
    List<Expr> parts = Trees.children(expr);
    if (parts.isEmpty() || !expr.shape().isScalar()) {
      return expr;
    }
    return own(Trees.rebuilt(expr, parts.stream().map(Zeros::folded).toList()));
  }

  private static Expr own(Expr expr) {
    return switch (expr) {
      case Expr.Add a -> sum(a);
      case Expr.Negate n when isZero(n.body()) -> ZERO;
      case Expr.Multiply m when isZero(m.left()) || isZero(m.right()) -> ZERO;
      case Expr.Divide d when isZero(d.numerator()) && !isZero(d.denominator()) -> ZERO;
      case Expr.Power(Expr base, Expr.Literal k) when isZero(base) && k.value().signum() > 0 ->
          ZERO;
      default -> expr;
    };
  }

  private static Expr sum(Expr.Add sum) {
    List<Expr> rest = sum.terms().stream().filter(t -> !isZero(t)).toList();
    return switch (rest.size()) {
      case 0 -> ZERO;
      case 1 -> rest.getFirst();
      default -> new Expr.Add(rest);
    };
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof Expr.Literal l && l.value().signum() == 0;
  }
}
