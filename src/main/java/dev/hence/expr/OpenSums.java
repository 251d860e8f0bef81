package dev.hence.expr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * Sums whose range and terms name another index, of which nothing else speaks: {@code \sum_{i<j}
 * a_i a_j} is one number to most, and {@code \sum_{j \ne i} P_{ij} = 1} is said for each i.
 */
public final class OpenSums {
  /** A sum over its own letter that may go over another one too. */
  public record Open(String letter, String own) {}

  private final String letter;
  private final List<Expr.Sum> sums = new ArrayList<>();

  private OpenSums(String letter) {
    this.letter = letter;
  }

  /**
   * Those in the sides of a relation.
   *
   * @param said of index letters beside it: a letter of which something is said is settled
   */
  public static List<Open> in(List<Expr> sides, List<Condition> said) {
    List<Open> found = new ArrayList<>();
    for (String letter : letters(sides)) {
      OpenSums open = new OpenSums(letter);
      boolean speaks = false;
      for (Expr side : sides) {
        speaks |= open.speaks(side);
      }
      boolean settled =
          speaks
              || said.stream()
                  .anyMatch(
                      c -> FreeLetters.has(c.left(), letter) || FreeLetters.has(c.right(), letter));
      if (!open.sums.isEmpty() && !settled) {
        found.add(new Open(letter, open.sums.getFirst().letter()));
      }
    }
    return found;
  }

  /** The indices that ranges of sums name beside their own. */
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
    if (!FreeLetters.has(expr, letter)) {
      return false;
    }
    if (expr instanceof Expr.Sum s
        && named(s).anyMatch(letter::equals)
        && FreeLetters.has(s.body(), letter)) {
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
