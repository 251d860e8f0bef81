package dev.hence.read.syntax;

/** What a token is, before anything is known of its neighbours. */
public enum TokenKind {
  LETTER("a letter"),
  /** A command that is a letter, {@code \theta}. */
  NAME("a letter"),
  /** Letters that are one name, {@code \operatorname{softmax}}. */
  WORD("a name"),
  NUMBER("a number"),
  /** A sign that is a name in a script only, {@code \top}. */
  MARK("a mark"),
  FUNCTION("a function"),
  /** An operator with limits, {@code \sum}. */
  BIG("an operator"),
  INTEGRAL("an integral"),
  DOTS("dots"),
  INFINITY("infinity"),
  NABLA("a gradient"),
  /** A command with arguments, {@code \frac}. */
  STRUCTURE("a command"),
  FONT("a font"),
  /** A font up to the end of the braces, {@code \bf}. */
  SWITCH("a font"),
  ACCENT("an accent"),
  TEXT("text"),
  FORALL("a quantifier"),
  RELATION("a relation"),
  CONNECTIVE("a connective"),
  SIGN("a sign"),
  OPERATOR("an operator"),
  /** {@code a \over b}. */
  OVER("a fraction bar"),
  SUB("a subscript"),
  SUP("a superscript"),
  PRIME("a prime"),
  BANG("a factorial"),
  /** Raised characters, {@code ²}. */
  RAISED("a superscript"),
  /** Lowered characters, {@code ₂}. */
  LOWERED("a subscript"),
  /** One character that stands for several commands, {@code ℝ}. */
  COMPOSED("a letter"),
  OPEN("an opening brace"),
  CLOSE("a closing brace"),
  /** A bracket or a bar. */
  FENCE("a delimiter"),
  PUNCTUATION("punctuation"),
  WIDE("a space"),
  /** {@code &}. */
  CELL("an alignment mark"),
  /** {@code \\}. */
  ROW("a line break"),
  BEGIN("an environment"),
  FINISH("the end of an environment"),
  TAG("a tag"),
  LABEL("a label"),
  /** A token that became part of another. */
  ABSORBED("nothing"),
  END("the end of the display");

  private final String words;

  TokenKind(String words) {
    this.words = words;
  }

  /** The kind in the words of a message. */
  public String words() {
    return words;
  }
}
