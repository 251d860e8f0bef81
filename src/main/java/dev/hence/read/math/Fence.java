package dev.hence.read.math;

/**
 * The innermost delimiter that is open: it decides what a bar means.
 *
 * @param mark how the token that opened it was sized
 */
record Fence(Kind kind, Token.Mark mark) {
  static final Fence NONE = new Fence(Kind.NONE, Token.Mark.NONE);

  enum Kind {
    NONE,
    /** Brackets, in which a lone bar separates, {@code p(y|x)}. */
    GROUP,
    ABSOLUTE,
    NORM
  }

  /** Whether a bar closes this fence. */
  boolean isClosedBy(Token token) {
    return switch (kind) {
      case NONE, GROUP -> false;
      case ABSOLUTE -> token.isDelimiter("|") && matches(token.mark());
      case NORM -> token.isDelimiter("||") && matches(token.mark());
    };
  }

  private boolean matches(Token.Mark other) {
    return switch (other) {
      case RIGHT -> mark == Token.Mark.LEFT;
      case NONE, BIG, CLOSES -> mark != Token.Mark.LEFT && mark != Token.Mark.MIDDLE;
      case MIDDLE -> mark == Token.Mark.MIDDLE;
      case LEFT, OPENS -> false;
    };
  }
}
