package dev.hence.read.syntax;

/**
 * Wide space, alignment marks and line breaks: whether they end what is being read or only set it
 * apart, in which case they are given to the token behind them.
 */
final class Gaps {
  private final Cursor cursor;
  private boolean oneStatement;
  private boolean aligned;

  Gaps(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * @param isOneStatement whether the rows are those of one statement
   * @param isAligned whether an alignment mark at the start of a row says nothing
   */
  void layout(boolean isOneStatement, boolean isAligned) {
    oneStatement = isOneStatement;
    aligned = isAligned;
  }

  boolean isOneStatement() {
    return oneStatement;
  }

  boolean isAligned() {
    return aligned;
  }

  static boolean isGap(Token token) {
    return token.kind() == TokenKind.WIDE
        || token.kind() == TokenKind.CELL
        || token.kind() == TokenKind.ROW;
  }

  /** Passes over what stands between an operator, or an opening bracket, and its operand. */
  void beforeOperand() {
    while (cursor.at(TokenKind.WIDE)
        || (isGap(cursor.peek()) && !cursor.place().inCells() && isFollowed())) {
      cursor.absorb();
    }
  }

  private boolean isFollowed() {
    TokenKind next = behind().kind();
    return next != TokenKind.END && next != TokenKind.FINISH;
  }

  /** Passes over what stands before an operator that goes on with what was read. */
  void beforeOperator() {
    if (!isGap(cursor.peek())) {
      return;
    }
    if (goesOn()) {
      while (isGap(cursor.peek())) {
        cursor.absorb();
      }
    } else if (!cursor.place().outermost()) {
      while (cursor.at(TokenKind.WIDE)) {
        cursor.absorb();
      }
    }
  }

  private boolean goesOn() {
    boolean crosses = false;
    int ahead = 0;
    boolean marked = false;
    while (isGap(cursor.peek(ahead))) {
      crosses |= cursor.peek(ahead).kind() == TokenKind.ROW;
      marked |= crosses && cursor.peek(ahead).kind() == TokenKind.CELL;
      ahead++;
    }
    if (!cursor.place().outermost()) {
      return !cursor.place().inCells() && isFollowed();
    }
    Token next = cursor.peek(ahead);
    return switch (next.kind()) {
      case RELATION -> !crosses;
      case OPERATOR -> !next.is(TokenKind.OPERATOR, "cdot") || !crosses || !stands(ahead);
      case SIGN -> {
        if (!next.is(TokenKind.SIGN, "-")) {
          yield true;
        }
        yield crosses
            ? oneStatement || !relationFollows(ahead, true) || (marked && !aligned)
            : !relationFollows(ahead, false);
      }
      default -> false;
    };
  }

  /** Whether a dot stands for an argument rather than between two factors. */
  private boolean stands(int ahead) {
    return cursor.peek(ahead + 1).kind() == TokenKind.PUNCTUATION;
  }

  private Token behind() {
    int ahead = 0;
    while (isGap(cursor.peek(ahead))) {
      ahead++;
    }
    return cursor.peek(ahead);
  }

  /** Whether a relation stands outside brackets before the next gap, or in the row. */
  private boolean relationFollows(int from, boolean inRow) {
    int depth = 0;
    for (int ahead = from; ; ahead++) {
      Token token = cursor.peek(ahead);
      switch (token.kind()) {
        case OPEN, BEGIN -> depth++;
        case CLOSE, FINISH -> depth--;
        case FENCE -> {
          depth += Delimiters.opens(token) ? 1 : 0;
          depth -= Delimiters.closes(token) ? 1 : 0;
        }
        case RELATION -> {
          if (depth == 0) {
            return true;
          }
        }
        case WIDE, CELL, CONNECTIVE, TEXT -> {
          if (depth == 0 && !inRow) {
            return false;
          }
        }
        case ROW -> {
          if (depth <= 0) {
            return false;
          }
        }
        case END -> {
          return false;
        }
        default -> {
          // keep looking
        }
      }
      if (depth < 0) {
        return false;
      }
    }
  }
}
