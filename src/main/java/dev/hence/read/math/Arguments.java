package dev.hence.read.math;

import dev.hence.problem.ProblemId;

/** The arguments of commands as ranges of the text, before anything in them is read. */
final class Arguments {
  private final Lexer lexer;

  Arguments(Lexer lexer) {
    this.lexer = lexer;
  }

  /** A range of the text. */
  record Range(int start, int end) {}

  String slice(Range range) {
    return lexer.text().substring(range.start(), range.end());
  }

  boolean at(char c) {
    return lexer.at() < lexer.end() && lexer.text().charAt(lexer.at()) == c;
  }

  void skipSpace() {
    while (lexer.at() < lexer.end() && Character.isWhitespace(lexer.text().charAt(lexer.at()))) {
      lexer.moveTo(lexer.at() + 1);
    }
  }

  /** One character, or a command with its backslash. */
  Range oneToken() {
    int start = lexer.at();
    int at = start;
    if (at < lexer.end()) {
      at += Character.charCount(lexer.text().codePointAt(at));
    }
    if (at('\\') && at < lexer.end()) {
      boolean isWord = Lexer.isLetter(lexer.text().charAt(at));
      at += Character.charCount(lexer.text().codePointAt(at));
      while (isWord && at < lexer.end() && Lexer.isLetter(lexer.text().charAt(at))) {
        at++;
      }
    }
    lexer.moveTo(at);
    return new Range(start, at);
  }

  /** What is between the brackets behind a command. */
  Range bracketed(String name, int start) {
    int close = lexer.text().indexOf(']', lexer.at());
    if (close < 0 || close >= lexer.end()) {
      throw lexer.unread(
          ProblemId.UNBALANCED, start, lexer.at(), "The bracket of `\\" + name + "` is open.", "");
    }
    Range range = new Range(lexer.at() + 1, close);
    lexer.moveTo(close + 1);
    return range;
  }

  /** What is between the braces behind a command. */
  Range read(String name, int start) {
    skipSpace();
    if (!at('{')) {
      throw lexer.unread(
          ProblemId.UNEXPECTED_TOKEN,
          start,
          lexer.at(),
          "`\\" + name + "` needs an argument in braces.",
          "");
    }
    int depth = 0;
    for (int i = lexer.at(); i < lexer.end(); i++) {
      char c = lexer.text().charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        Range range = new Range(lexer.at() + 1, i);
        lexer.moveTo(i + 1);
        return range;
      }
    }
    throw lexer.unread(
        ProblemId.UNBALANCED, lexer.at(), lexer.at() + 1, "The brace is never closed.", "");
  }
}
