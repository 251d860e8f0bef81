package dev.hence.read.syntax;

import dev.hence.text.Span;

/**
 * One token.
 *
 * @param text exactly as written
 * @param meaning canonical: the name in the table of notations, the words of a text, the digits of
 *     a number
 * @param note what stands over a relation, else empty
 * @param before what stands between the token before and this one and says nothing: white space,
 *     comments, narrow spaces, breaks of lines that go on
 * @param start offset in the display of the first character
 */
public record Token(
    TokenKind kind,
    Side side,
    String text,
    String meaning,
    String note,
    String before,
    int start,
    int end,
    Span span) {
  /** Which side a delimiter says that it is on. */
  public enum Side {
    NONE,
    LEFT,
    RIGHT,
    MIDDLE,
    OPENS,
    CLOSES,
    BIG
  }

  /** Everything that the token owns. */
  String written() {
    return before + text;
  }

  public boolean is(TokenKind other, String what) {
    return kind == other && meaning.equals(what);
  }

  public boolean isFence(String what) {
    return is(TokenKind.FENCE, what);
  }

  public Token as(TokenKind newKind, String newMeaning) {
    return new Token(newKind, side, text, newMeaning, note, before, start, end, span);
  }

  /** The token with what an absorbed one has written before it. */
  Token behind(String more) {
    return new Token(kind, side, text, meaning, note, more + before, start, end, span);
  }
}
