package dev.hence.read.math;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code \left( a + \right. \\ & \left. b \right)}: parentheses over the end of a line, which TeX
 * wants closed and opened by points there. What stands between the points only breaks the line.
 */
final class SplitFences {
  private SplitFences() {}

  /** The tokens without such ends of lines. */
  static List<Token> joined(List<Token> tokens) {
    List<Token> result = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int behind = isPoint(tokens.get(at), Token.Mark.RIGHT) ? behindBreak(tokens, at + 1) : at;
      if (behind == at) {
        result.add(tokens.get(at++));
      } else {
        at = behind;
      }
    }
    return result;
  }

  /** Where it goes on behind a point that opens on the next line; before it if there is none. */
  private static int behindBreak(List<Token> tokens, int from) {
    int at = from;
    boolean breaks = false;
    while (at < tokens.size() && isLayout(tokens.get(at))) {
      breaks |= tokens.get(at++).kind() == TokenKind.NEWLINE;
    }
    if (!breaks || at == tokens.size() || !isPoint(tokens.get(at), Token.Mark.LEFT)) {
      return from - 1;
    }
    at++;
    while (at < tokens.size() && isLayout(tokens.get(at))) {
      at++;
    }
    return at;
  }

  private static boolean isLayout(Token token) {
    return token.kind() == TokenKind.NEWLINE
        || token.kind() == TokenKind.AMPERSAND
        || token.kind() == TokenKind.WIDE;
  }

  private static boolean isPoint(Token token, Token.Mark mark) {
    return token.isDelimiter(".") && token.mark() == mark;
  }
}
