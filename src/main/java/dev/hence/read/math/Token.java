package dev.hence.read.math;

import dev.hence.text.MathText;

/**
 * One token.
 *
 * @param text canonical: the name of a command without backslash, the words of a text
 * @param mark how a delimiter is sized or directed
 * @param note what stands over a relation, else empty
 * @param start offset in the {@link MathText} of the first character
 * @param end offset in the {@link MathText} behind the last character
 */
record Token(TokenKind kind, String text, Mark mark, String note, int start, int end) {
  /** How a delimiter says which side it is on. */
  enum Mark {
    NONE,
    /** {@code \left}: its partner is the RIGHT of the same depth. */
    LEFT,
    RIGHT,
    MIDDLE,
    /** {@code \bigl}, {@code \lvert}. */
    OPENS,
    /** {@code \bigr}, {@code \rvert}. */
    CLOSES,
    /** {@code \big}, either side. */
    BIG
  }

  static Token of(TokenKind kind, String text, int start, int end) {
    return new Token(kind, text, Mark.NONE, "", start, end);
  }

  boolean is(TokenKind kind, String text) {
    return this.kind == kind && this.text.equals(text);
  }

  boolean isDelimiter(String text) {
    return is(TokenKind.DELIMITER, text);
  }
}
