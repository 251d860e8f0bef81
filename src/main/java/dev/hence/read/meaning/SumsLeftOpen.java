package dev.hence.read.meaning;

import dev.hence.expr.Condition;
import dev.hence.expr.OpenSums;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.List;

/** Refuses sums of which it is not clear whether they go over another index too. */
final class SumsLeftOpen {
  private SumsLeftOpen() {}

  /**
   * @throws Misread if it is not clear whether such an index is summed over
   */
  static void refuse(Claims.Claim claim, Clause clause, List<Condition> said, Span span) {
    for (OpenSums.Open open : OpenSums.in(List.of(claim.left(), claim.right()), said)) {
      if (!isQuantified(clause, open.letter())) {
        throw misread(open, span);
      }
    }
  }

  private static Misread misread(OpenSums.Open open, Span span) {
    String own = open.own();
    String letter = open.letter();
    return new Misread(
        ProblemId.AMBIGUOUS,
        span,
        "the sum over " + own + " may be one for each " + letter + ", or go over both indices",
        "write \\sum_{%s} \\sum_{%s \\dots} for both, or \\quad \\text{for all } %s behind it"
            .formatted(letter, own, letter));
  }

  private static boolean isQuantified(Clause clause, String letter) {
    return clause.conditions().stream()
        .filter(c -> c.kind() == dev.hence.read.math.Condition.Kind.FOR_ALL)
        .flatMap(c -> c.clauses().stream())
        .flatMap(c -> c.names().stream())
        .anyMatch(item -> item instanceof Syntax.Name n && n.key().equals(letter));
  }
}
