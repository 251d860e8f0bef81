package dev.hence.expr;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/** Finds the index letters of expressions that no sum, product or family binds. */
public final class FreeLetters {
  private final SequencedSet<String> found = new LinkedHashSet<>();

  private FreeLetters() {}

  /** The free letters, in the order in which they are first met. */
  public static SequencedSet<String> of(List<Expr> expressions) {
    FreeLetters letters = new FreeLetters();
    expressions.forEach(e -> letters.visit(e, Set.of()));
    return letters.found;
  }

  /** Whether a letter occurs and is not bound. */
  public static boolean has(Expr expression, String letter) {
    return of(List.of(expression)).contains(letter);
  }

  private void visit(Expr expr, Set<String> bound) {
    switch (expr) {
      case Expr.Index i when !bound.contains(i.letter()) -> found.add(i.letter());
      case Expr.Sum s -> {
        visit(s.range(), bound);
        Set<String> inside = plus(bound, s.letter());
        for (Condition condition : s.conditions()) {
          visit(condition.left(), inside);
          visit(condition.right(), inside);
        }
        visit(s.body(), inside);
      }
      case Expr.Family f -> {
        Set<String> inside = bound;
        for (int k = 0; k < f.letters().size(); k++) {
          visit(f.ranges().get(k), inside);
          inside = plus(inside, f.letters().get(k));
        }
        visit(f.body(), inside);
      }
      case Expr.Expectation e -> {
        Set<String> inside = bound;
        for (String letter : e.lettersBound()) {
          inside = plus(inside, letter);
        }
        List<Expr> parts = Trees.children(e);
        for (Expr part : parts.subList(0, parts.size() - 1)) {
          visit(part, inside);
        }
        visit(e.body(), bound);
      }
      default -> Trees.children(expr).forEach(child -> visit(child, bound));
    }
  }

  private void visit(Range range, Set<String> bound) {
    visit(range.lower(), bound);
    visit(range.upper(), bound);
  }

  private static Set<String> plus(Set<String> letters, String letter) {
    Set<String> more = new HashSet<>(letters);
    more.add(letter);
    return more;
  }
}
