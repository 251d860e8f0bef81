package dev.hence.read.math;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code \pm} and {@code \mp}: a relation that has them on every side is two statements, one with
 * the upper signs and one with the lower. With a sign on one side only, {@code x = \pm a} may say
 * that one of them holds, so that it is left as it is.
 */
final class DoubleSigns {
  private DoubleSigns() {}

  static boolean in(List<Token> tokens) {
    return tokens.stream().anyMatch(DoubleSigns::isDouble);
  }

  private static boolean isDouble(Token token) {
    return token.is(TokenKind.SIGN, "pm") || token.is(TokenKind.SIGN, "mp");
  }

  /**
   * Whether a sign on one side only offers two alternatives in an inference, {@code x^2 = 9
   * \implies x = \pm 3}. With a {@code \mp} beside it, the upper signs belong together.
   */
  static boolean offers(List<Clause> written, List<Token> tokens) {
    return in(tokens)
        && infers(written)
        && tokens.stream().noneMatch(token -> token.is(TokenKind.SIGN, "mp"))
        && written.stream().anyMatch(c -> mentions(c) && !isDouble(c));
  }

  private static boolean infers(List<Clause> written) {
    return written.stream()
        .anyMatch(c -> c.separator() == Separator.IMPLIES || c.separator() == Separator.IFF);
  }

  /** The tokens with the upper, or the lower, of the two signs. */
  static List<Token> with(boolean upper, List<Token> tokens) {
    return tokens.stream()
        .map(
            token ->
                isDouble(token)
                    ? Token.of(
                        TokenKind.SIGN,
                        upper == token.text().equals("pm") ? "+" : "-",
                        token.start(),
                        token.end())
                    : token)
        .toList();
  }

  /**
   * The statements of a row.
   *
   * @param upper the same with the upper signs
   * @param lower the same with the lower signs
   */
  static List<Clause> apart(List<Clause> written, List<Clause> upper, List<Clause> lower) {
    boolean infers = infers(written);
    List<Clause> above = new ArrayList<>();
    List<Clause> below = new ArrayList<>();
    for (int k = 0; k < written.size(); k++) {
      boolean isDouble = isDouble(written.get(k));
      above.add(isDouble || infers ? upper.get(k) : written.get(k));
      if (isDouble || infers) {
        below.add(lower.get(k));
      }
    }
    if (infers && written.stream().anyMatch(c -> mentions(c) && !isDouble(c))) {
      return written;
    }
    if (!below.isEmpty()) {
      Clause first = below.removeFirst();
      above.add(
          new Clause(
              Separator.SPACE, first.first(), first.links(), first.conditions(), first.span()));
      above.addAll(below);
    }
    return above;
  }

  /** Whether every side has a double sign. */
  private static boolean isDouble(Clause clause) {
    return clause.first().filter(DoubleSigns::mentions).isPresent()
        && !clause.links().isEmpty()
        && clause.links().stream().allMatch(link -> mentions(link.operand()));
  }

  private static boolean mentions(Clause clause) {
    return clause.first().filter(DoubleSigns::mentions).isPresent()
        || clause.links().stream().anyMatch(link -> mentions(link.operand()));
  }

  private static boolean mentions(Syntax syntax) {
    String text = SyntaxPrinter.print(syntax);
    return text.contains(Sign.PLUS_MINUS.latex()) || text.contains(Sign.MINUS_PLUS.latex());
  }
}
