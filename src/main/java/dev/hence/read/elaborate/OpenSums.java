package dev.hence.read.elaborate;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * Sums whose range and terms name another index, of which nothing else speaks: {@code \sum_{i<j}
 * a_i a_j} may be one for each j, or go over both.
 */
public final class OpenSums {
  private final String letter;
  private final List<Expr.Sum> sums = new ArrayList<>();

  private OpenSums(String letter) {
    this.letter = letter;
  }

  /** The refusal of sides in which such a sum stands. */
  public static Optional<Refusal> refusal(List<Expr> sides, List<Condition> said, Span span) {
    for (String letter : letters(sides)) {
      OpenSums open = new OpenSums(letter);
      boolean speaks = false;
      for (Expr side : sides) {
        speaks |= open.speaks(side);
      }
      boolean restricted =
          said.stream()
              .anyMatch(
                  c ->
                      Dependence.mentionsLetter(c.left(), letter)
                          || Dependence.mentionsLetter(c.right(), letter));
      if (!open.sums.isEmpty() && !speaks && !restricted) {
        String own = open.sums.getFirst().letter();
        return Optional.of(
            new Refusal.Several(
                span,
                "a sum that names another index",
                List.of("one sum over " + own + " for each " + letter, "a sum over both")));
      }
    }
    return Optional.empty();
  }

  private static SequencedSet<String> letters(List<Expr> sides) {
    SequencedSet<String> letters = new LinkedHashSet<>();
    for (Expr side : sides) {
      Trees.walk(
          side,
          e -> {
            if (e instanceof Expr.Sum s) {
              named(s).forEach(letters::add);
            }
          });
    }
    return letters;
  }

  private static Stream<String> named(Expr.Sum sum) {
    return sum.conditions().stream()
        .flatMap(c -> Stream.of(c.left(), c.right()))
        .flatMap(e -> e instanceof Expr.Index i ? Stream.of(i.letter()) : Stream.empty())
        .filter(letter -> !letter.equals(sum.letter()));
  }

  /** Whether it speaks of the letter outside of such sums, which are put aside. */
  private boolean speaks(Expr expr) {
    if (!Dependence.mentionsLetter(expr, letter)) {
      return false;
    }
    if (expr instanceof Expr.Sum s
        && named(s).anyMatch(letter::equals)
        && Dependence.mentionsLetter(s.body(), letter)) {
      sums.add(s);
      return false;
    }
    boolean speaks = expr instanceof Expr.Index;
    for (Expr child : Trees.children(expr)) {
      speaks |= speaks(child);
    }
    return speaks;
  }
}
