package dev.hence.mutant;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The index letters that may be written at a place. */
final class Letters {
  private Letters() {}

  /** The letters for which a step speaks. */
  static Set<String> free(Statement.Step step) {
    Set<String> letters = free(step.left());
    letters.addAll(free(step.right()));
    return letters;
  }

  static Set<String> free(Expr expr) {
    if (expr instanceof Expr.Index index) {
      return new HashSet<>(Set.of(index.letter()));
    }
    Set<String> letters = new HashSet<>();
    List<Expr> parts = Trees.children(expr);
    for (int k = 0; k < parts.size(); k++) {
      Set<String> below = free(parts.get(k));
      below.removeAll(boundIn(expr, k));
      letters.addAll(below);
    }
    return letters;
  }

  /** The letters that a node binds in one of its parts: not in the ends of the range itself. */
  static Set<String> boundIn(Expr expr, int part) {
    return switch (expr) {
      case Expr.Sum sum when part >= 2 -> Set.of(sum.letter());
      case Expr.Family family when part >= 2 * family.letters().size() ->
          Set.copyOf(family.letters());
      default -> Set.of();
    };
  }

  /** An expression with a letter replaced by an integer expression. */
  static Expr at(Expr expr, String letter, Expr value) {
    Expr index = new Expr.Index(letter);
    return Trees.map(expr, e -> e.equals(index) ? value : e);
  }
}
