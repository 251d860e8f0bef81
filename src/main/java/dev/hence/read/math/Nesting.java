package dev.hence.read.math;

import java.util.ArrayDeque;
import java.util.Deque;

/** How deep a place is in braces, {@code \left…\right} and environments that hold cells. */
final class Nesting {
  private final Deque<String> environments = new ArrayDeque<>();
  private int braces;
  private int fences;

  void begin(String environment) {
    environments.push(environment);
  }

  void finish() {
    environments.poll();
  }

  void see(Token token) {
    switch (token.kind()) {
      case OPEN -> braces++;
      case CLOSE -> braces = Math.max(0, braces - 1);
      case DELIMITER -> {
        if (token.mark() == Token.Mark.LEFT) {
          fences++;
        } else if (token.mark() == Token.Mark.RIGHT) {
          fences = Math.max(0, fences - 1);
        }
      }
      case LETTER,
          NUMBER,
          COMMAND,
          OPERATOR_NAME,
          TEXT,
          RELATION,
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
          NEWLINE,
          BEGIN,
          FINISH,
          TAG,
          LABEL,
          END -> {
        // changes no depth
      }
    }
  }

  boolean isOutside() {
    return environments.isEmpty() && braces == 0 && fences == 0;
  }
}
