package dev.hence.read.role;

import dev.hence.read.syntax.Parser;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.TreeText;
import java.util.List;

/**
 * {@code \pm} and {@code \mp}: a statement that has them on every side is two, one with the upper
 * signs and one with the lower. On one side alone they may offer two values, or any of them.
 */
final class DoubleSigns {
  private DoubleSigns() {}

  static boolean in(Clause clause) {
    return clause.trees().stream().anyMatch(DoubleSigns::in);
  }

  private static boolean in(Tree tree) {
    return TreeText.tokens(tree).stream().anyMatch(DoubleSigns::isDouble);
  }

  private static boolean isDouble(Token token) {
    return token.is(TokenKind.SIGN, "pm") || token.is(TokenKind.SIGN, "mp");
  }

  /** Whether every side has them. */
  static boolean areOnAllSides(Clause clause) {
    return clause.first().isPresent() && clause.trees().stream().allMatch(DoubleSigns::in);
  }

  /** Whether there are statements with them, and all have them on every side. */
  static boolean areOnAllSides(List<Clause> clauses) {
    return !clauses.isEmpty() && clauses.stream().allMatch(DoubleSigns::areOnAllSides);
  }

  /** Whether some are the opposite of others, so that the upper ones belong together. */
  static boolean areOpposed(Clause clause) {
    return clause.trees().stream()
        .flatMap(t -> TreeText.tokens(t).stream())
        .anyMatch(t -> t.is(TokenKind.SIGN, "mp"));
  }

  /** The statement with the upper and with the lower signs. */
  static List<Clause> both(Clause clause) {
    return List.of(with("pm", clause), with("mp", clause));
  }

  /**
   * A statement with one of the signs.
   *
   * @param plus the sign of which the plus is taken
   */
  static Clause with(String plus, Clause clause) {
    Tree chain =
        Parser.again(
            clause.chain().orElseThrow(),
            token ->
                isDouble(token)
                    ? token.as(TokenKind.SIGN, token.meaning().equals(plus) ? "+" : "-")
                    : token);
    Clause read = Clauses.of(chain).getFirst();
    return clause.with(read.first(), read.links());
  }
}
