package dev.hence.read.meaning;

import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Font;
import dev.hence.read.math.Syntax;

/** Names that may be words of a sentence, {@code 2 a \text{unless} a = 0}. */
final class Words {
  private Words() {}

  /** Whether an undeclared name in a clause may be a word that says something of the statement. */
  static boolean mayStandIn(Clause clause, Misread misread) {
    return misread.problem().id() == ProblemId.UNKNOWN_NAME
        && (clause.first().filter(Words::in).isPresent()
            || clause.links().stream().anyMatch(link -> in(link.operand())));
  }

  private static boolean in(Syntax syntax) {
    if (syntax instanceof Syntax.Product product) {
      for (int k = 0; k < product.factors().size(); k++) {
        boolean applied =
            k + 1 < product.factors().size()
                && product.factors().get(k + 1).value() instanceof Syntax.Group;
        if (!applied && isWord(product.factors().get(k).value())) {
          return true;
        }
      }
    }
    return Pieces.children(syntax).stream().anyMatch(Words::in);
  }

  private static boolean isWord(Syntax value) {
    return value instanceof Syntax.Name name
        && name.font() == Font.ROMAN
        && name.base().length() > 1;
  }
}
