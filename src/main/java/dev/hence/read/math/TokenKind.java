package dev.hence.read.math;

/** What a token is to the parser; see {@link Lexer} for what is settled before. */
enum TokenKind {
  LETTER("a letter"),
  NUMBER("a number"),
  /** A command that is an operand or begins one; text is the name without backslash. */
  COMMAND("a command"),
  /** The cleaned argument of {@code \operatorname} or {@code \mathop}. */
  OPERATOR_NAME("an operator name"),
  TEXT("text"),
  DELIMITER("a delimiter"),
  RELATION("a relation"),
  /** An arrow or word that joins statements. */
  CONNECTIVE("a connective"),
  OPERATOR("an operator"),
  SIGN("a sign"),
  SUB("a subscript"),
  SUP("a superscript"),
  PRIME("a prime"),
  BANG("a factorial sign"),
  OPEN("an opening brace"),
  CLOSE("a closing brace"),
  /** One of {@code , ; : .}. */
  PUNCTUATION("punctuation"),
  /** White space wide enough to separate statements. */
  WIDE("space"),
  AMPERSAND("an alignment mark"),
  NEWLINE("a line break"),
  BEGIN("the begin of an environment"),
  FINISH("the end of an environment"),
  TAG("a tag"),
  LABEL("a label"),
  END("the end of the display");

  private final String words;

  TokenKind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
