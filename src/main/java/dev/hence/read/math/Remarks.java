package dev.hence.read.math;

import dev.hence.text.MathText;
import java.util.List;
import java.util.Optional;

/**
 * Words at the end of a row that say why and claim nothing, {@code \text{since } f(x) = x^2}, with
 * the formulas that belong to them.
 */
final class Remarks {
  private static final String NOTE = "remark";

  private Remarks() {}

  /** Whether a token is a remark that was put behind its row. */
  static boolean isRemark(Token token) {
    return token.kind() == TokenKind.TEXT && token.note().equals(NOTE);
  }

  /**
   * Where the remark begins that ends a row, if one does: outside brackets, behind a gap, with no
   * gap, comma or connective behind it that begins another statement.
   */
  static Optional<Integer> start(List<Token> row) {
    Nesting nesting = new Nesting();
    int found = -1;
    boolean begun = false;
    for (int i = 0; i < row.size(); i++) {
      Token token = row.get(i);
      boolean outside = nesting.isOutside();
      switch (token.kind()) {
        case BEGIN -> nesting.begin(token.text());
        case FINISH -> nesting.finish();
        case OPEN, CLOSE, DELIMITER -> nesting.see(token);
        case TEXT -> {
          boolean first = outside && begun && found < 0;
          if (first && row.get(i - 1).kind() == TokenKind.WIDE && isExplanation(token)) {
            found = i;
          }
        }
        case WIDE, CONNECTIVE, PUNCTUATION -> {
          if (outside && found >= 0 && relates(row, i)) {
            return Optional.empty();
          }
        }
        case LETTER,
            NUMBER,
            COMMAND,
            OPERATOR_NAME,
            RELATION,
            OPERATOR,
            SIGN,
            SUB,
            SUP,
            PRIME,
            BANG,
            AMPERSAND,
            NEWLINE,
            TAG,
            LABEL,
            END ->
            begun = true;
      }
      begun |= token.kind() == TokenKind.DELIMITER || token.kind() == TokenKind.OPEN;
    }
    return found < 0 ? Optional.empty() : Optional.of(found);
  }

  private static boolean isExplanation(Token token) {
    return Conditions.isExplanation(token.text());
  }

  /** Whether a relation follows, so that another statement may begin. */
  private static boolean relates(List<Token> row, int from) {
    return row.subList(from, row.size()).stream().anyMatch(t -> t.kind() == TokenKind.RELATION);
  }

  /** The remark as one token that holds what is written. */
  static Token token(List<Token> remark, MathText source) {
    int start = remark.get(0).start();
    int end = remark.get(remark.size() - 1).end();
    return token(source.text().substring(start, end).replaceAll("\\s+", " ").strip(), start, end);
  }

  static Token token(String words, int start, int end) {
    return new Token(TokenKind.TEXT, words, Token.Mark.NONE, NOTE, start, end);
  }
}
