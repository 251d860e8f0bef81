package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a letter plus a number for an index letter, wherever the letter is not bound. */
record LetterShift(String letter, int by) {
  Expr of(Expr expr) {
    if (by == 0) {
      return expr;
    }
    if (expr instanceof Expr.Index i && i.letter().equals(letter)) {
      return new Shifted(letter, 0).plus(by);
    }
    if (expr instanceof Expr.Add a
        && Shifted.of(a).filter(s -> s.letter().equals(letter)).isPresent()) {
      return Shifted.of(a).orElseThrow().plus(by);
    }
    List<Expr> parts = Trees.children(expr);
    if (parts.isEmpty()) {
      return expr;
    }
    int outside = bound(expr).contains(letter) ? outside(expr) : parts.size();
    List<Expr> changed = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      changed.add(k < outside ? of(parts.get(k)) : parts.get(k));
    }
    return Trees.rebuilt(expr, changed);
  }

  private static Set<String> bound(Expr expr) {
    return switch (expr) {
      case Expr.Sum s -> Set.of(s.letter());
      case Expr.Family f -> Set.copyOf(f.letters());
      default -> Set.of();
    };
  }

  /** How many parts of a binder stand outside of what it binds: the ends of its first range. */
  private static int outside(Expr binder) {
    return binder instanceof Expr.Sum || binder instanceof Expr.Family ? 2 : 0;
  }

  /** A whole number as an expression. */
  static Expr literal(int k) {
    return new Expr.Literal(Rational.of(k));
  }
}
