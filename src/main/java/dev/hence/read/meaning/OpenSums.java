package dev.hence.read.meaning;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * Sums whose range and terms name another index, of which nothing else speaks: {@code \sum_{i<j}
 * a_i a_j} is one number to most, and {@code \sum_{j \ne i} P_{ij} = 1} is said for each i.
 */
final class OpenSums {
  private final String letter;
  private final List<Expr.Sum> sums = new ArrayList<>();

  private OpenSums(String letter) {
    this.letter = letter;
  }

  /**
   * @throws Misread if it is not clear whether such an index is summed over
   */
  static void refuse(Claims.Claim claim, Clause clause, List<Condition> said, Span span) {
    for (String letter : letters(List.of(claim.left(), claim.right()))) {
      OpenSums open = new OpenSums(letter);
      boolean left = open.speaks(claim.left());
      boolean right = open.speaks(claim.right());
      boolean restricted = said.stream().anyMatch(c -> mentions(c, letter));
      boolean settled = left || right || restricted || isQuantified(clause, letter);
      if (!open.sums.isEmpty() && !settled) {
        throw open.misread(span);
      }
    }
  }

  private Misread misread(Span span) {
    String own = sums.getFirst().letter();
    return new Misread(
        ProblemId.AMBIGUOUS,
        span,
        "the sum over " + own + " may be one for each " + letter + ", or go over both indices",
        "write \\sum_{%s} \\sum_{%s \\dots} for both, or \\quad \\text{for all } %s behind it"
            .formatted(letter, own, letter));
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
    if (!Binders.mentionsFree(expr, letter)) {
      return false;
    }
    if (expr instanceof Expr.Sum s
        && named(s).anyMatch(letter::equals)
        && Binders.mentionsFree(s.body(), letter)) {
      sums.add(s);
      return false;
    }
    boolean speaks = expr instanceof Expr.Index;
    for (Expr child : Trees.children(expr)) {
      speaks |= speaks(child);
    }
    return speaks;
  }

  private static boolean mentions(Condition condition, String letter) {
    return Binders.mentionsFree(condition.left(), letter)
        || Binders.mentionsFree(condition.right(), letter);
  }

  private static boolean isQuantified(Clause clause, String letter) {
    return clause.conditions().stream()
        .filter(c -> c.kind() == dev.hence.read.math.Condition.Kind.FOR_ALL)
        .flatMap(c -> c.clauses().stream())
        .flatMap(c -> c.names().stream())
        .anyMatch(item -> item instanceof Syntax.Name n && n.key().equals(letter));
  }
}
