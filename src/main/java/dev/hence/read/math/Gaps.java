package dev.hence.read.math;

/** Wide space: it may separate statements, or only set a formula apart. */
final class Gaps {
  private final Tokens tokens;
  private final Context context;

  Gaps(Tokens tokens, Context context) {
    this.tokens = tokens;
    this.context = context;
  }

  /** The next token that is no space. */
  Token behind() {
    return tokens.peek(length());
  }

  void skip() {
    while (tokens.at(TokenKind.WIDE)) {
      tokens.next();
    }
  }

  /** Inside brackets space says nothing. */
  void skipInside() {
    if (!context.isOutermost()) {
      skip();
    }
  }

  private int length() {
    int ahead = 0;
    while (tokens.peek(ahead).kind() == TokenKind.WIDE) {
      ahead++;
    }
    return ahead;
  }

  /**
   * Whether a sum goes on behind the space. A plus goes on. A minus may begin the next statement:
   * it does if a relation follows before the next gap.
   */
  boolean signFollows() {
    Token sign = behind();
    if (sign.kind() != TokenKind.SIGN) {
      return false;
    }
    boolean isClear =
        !context.isOutermost() || !tokens.at(TokenKind.WIDE) || !sign.text().equals("-");
    return isClear || !relationFollows(length());
  }

  private boolean relationFollows(int from) {
    int depth = 0;
    for (int ahead = from; ; ahead++) {
      Token token = tokens.peek(ahead);
      switch (token.kind()) {
        case OPEN -> depth++;
        case CLOSE -> depth--;
        case DELIMITER -> {
          depth += Delimiters.opening(token).isPresent() ? 1 : 0;
          depth -= Delimiters.closing(token).isPresent() ? 1 : 0;
        }
        case RELATION -> {
          if (depth == 0) {
            return true;
          }
        }
        case WIDE, CONNECTIVE, TEXT -> {
          if (depth == 0) {
            return false;
          }
        }
        case END -> {
          return false;
        }
        case LETTER,
            NUMBER,
            COMMAND,
            OPERATOR_NAME,
            OPERATOR,
            SIGN,
            SUB,
            SUP,
            PRIME,
            BANG,
            PUNCTUATION,
            AMPERSAND,
            NEWLINE,
            BEGIN,
            FINISH,
            TAG,
            LABEL -> {
          // keep looking
        }
      }
    }
  }
}
