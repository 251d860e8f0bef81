package dev.hence.read.math;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What may be wrapped around a whole display or a whole statement and says nothing of it. */
final class Wrappings {
  private Wrappings() {}

  /** Takes off boxes around statements, and the brace and environment of a system of equations. */
  static List<Token> takeOff(List<Token> tokens) {
    return withoutSystem(withoutBoxes(tokens));
  }

  /** {@code \boxed{a = b}} is a statement; {@code \boxed{a}} within one stays. */
  private static List<Token> withoutBoxes(List<Token> tokens) {
    boolean[] dropped = new boolean[tokens.size()];
    Deque<Integer> opens = new ArrayDeque<>();
    Deque<Boolean> statements = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.get(i).kind()) {
        case OPEN -> {
          opens.push(i);
          statements.push(false);
        }
        case CLOSE -> {
          if (!opens.isEmpty()) {
            int open = opens.pop();
            boolean isStatement = statements.pop();
            if (isStatement && open > 0 && tokens.get(open - 1).is(TokenKind.COMMAND, "boxed")) {
              dropped[open - 1] = true;
              dropped[open] = true;
              dropped[i] = true;
            }
          }
        }
        case RELATION, NEWLINE, BEGIN -> {
          if (!statements.isEmpty()) {
            statements.pop();
            statements.push(true);
          }
        }
        case LETTER,
            NUMBER,
            COMMAND,
            OPERATOR_NAME,
            TEXT,
            DELIMITER,
            CONNECTIVE,
            OPERATOR,
            SIGN,
            SUB,
            SUP,
            PRIME,
            BANG,
            PUNCTUATION,
            WIDE,
            AMPERSAND,
            FINISH,
            TAG,
            LABEL,
            END -> {
          // says nothing of the box around it
        }
      }
    }
    List<Token> kept = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!dropped[i]) {
        kept.add(tokens.get(i));
      }
    }
    return kept;
  }

  /**
   * An array of equations behind a brace that closes with nothing, and a lone {@code cases}, are
   * rows of statements if nothing stands before them.
   */
  private static List<Token> withoutSystem(List<Token> tokens) {
    int first = 0;
    int last = tokens.size() - 1;
    while (last > first && isNothing(tokens.get(last))) {
      last--;
    }
    while (first < last && isNothing(tokens.get(first))) {
      first++;
    }
    if (opensSystem(tokens.get(first)) && closesSystem(tokens.get(last))) {
      first++;
      last--;
      if (last <= first || !isRows(tokens, first, last)) {
        return tokens;
      }
    } else if (!(tokens.get(first).is(TokenKind.BEGIN, "cases") && isRows(tokens, first, last))) {
      return tokens;
    }
    List<Token> rows = new ArrayList<>(tokens);
    rows.set(first, renamed(tokens.get(first)));
    rows.set(last, renamed(tokens.get(last)));
    if (last + 1 < rows.size() && closesSystem(rows.get(last + 1))) {
      rows.remove(last + 1);
      rows.remove(first - 1);
    }
    return rows;
  }

  private static boolean isNothing(Token token) {
    return switch (token.kind()) {
      case WIDE, PUNCTUATION, TAG, LABEL, END -> true;
      case BEGIN, FINISH -> Environment.named(token.text()).orElseThrow() == Environment.WHOLE;
      case LETTER,
          NUMBER,
          COMMAND,
          OPERATOR_NAME,
          TEXT,
          DELIMITER,
          RELATION,
          CONNECTIVE,
          OPERATOR,
          SIGN,
          SUB,
          SUP,
          PRIME,
          BANG,
          OPEN,
          CLOSE,
          AMPERSAND,
          NEWLINE ->
          false;
    };
  }

  private static boolean opensSystem(Token token) {
    return token.isDelimiter("{") && token.mark() == Token.Mark.LEFT;
  }

  private static boolean closesSystem(Token token) {
    return token.isDelimiter(".") && token.mark() == Token.Mark.RIGHT;
  }

  /**
   * Whether one environment reaches from the first to the last token and holds statements: the
   * first row has its relation before the second cell or at its start, not in a condition.
   */
  private static boolean isRows(List<Token> tokens, int first, int last) {
    if (tokens.get(first).kind() != TokenKind.BEGIN
        || tokens.get(last).kind() != TokenKind.FINISH) {
      return false;
    }
    int depth = 0;
    for (int i = first; i < last; i++) {
      depth += tokens.get(i).kind() == TokenKind.BEGIN ? 1 : 0;
      depth -= tokens.get(i).kind() == TokenKind.FINISH ? 1 : 0;
      if (depth == 0) {
        return false;
      }
    }
    return statesSomething(tokens.subList(first + 1, last));
  }

  private static boolean statesSomething(List<Token> inside) {
    for (int i = 0; i < inside.size(); i++) {
      switch (inside.get(i).kind()) {
        case RELATION -> {
          return true;
        }
        case AMPERSAND -> {
          if (i > 0) {
            return i + 1 < inside.size() && inside.get(i + 1).kind() == TokenKind.RELATION;
          }
        }
        case NEWLINE, TEXT -> {
          return false;
        }
        case LETTER,
            NUMBER,
            COMMAND,
            OPERATOR_NAME,
            DELIMITER,
            CONNECTIVE,
            OPERATOR,
            SIGN,
            SUB,
            SUP,
            PRIME,
            BANG,
            OPEN,
            CLOSE,
            PUNCTUATION,
            WIDE,
            BEGIN,
            FINISH,
            TAG,
            LABEL,
            END -> {
          // still in the first cell
        }
      }
    }
    return false;
  }

  private static Token renamed(Token token) {
    return Token.of(token.kind(), "aligned", token.start(), token.end());
  }
}
