package dev.hence.read.math;

import dev.hence.problem.ProblemId;

/** The part of the lexer that reads decimals. */
final class LexedNumbers {
  private static final int MAX_DIGITS = 1_000;

  private final Lexer lexer;
  private final boolean scientific;

  LexedNumbers(Lexer lexer, boolean scientific) {
    this.lexer = lexer;
    this.scientific = scientific;
  }

  /** At a digit, or at a point before one. */
  void read() {
    String s = lexer.text();
    int start = lexer.at();
    int end = behindDigits(start);
    if (end < lexer.end() && s.charAt(end) == '.' && lexer.isDigit(end + 1)) {
      end = behindDigits(end + 1);
    }
    int exponent = exponentEnd(end);
    boolean clear = scientific || s.substring(start, end).equals("1");
    if (exponent > end && !clear) {
      throw lexer.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          start,
          exponent,
          "`" + s.substring(start, exponent) + "` can be read in two ways.",
          "write a power of ten as 2 \\cdot 10^{-3}, or Euler's number with a space before it");
    }
    if (exponent - start > MAX_DIGITS || isHuge(s.substring(end, exponent))) {
      throw lexer.unread(
          ProblemId.NUMBER_TOO_LARGE,
          start,
          exponent,
          "The number has more than " + MAX_DIGITS + " digits.",
          "");
    }
    lexer.moveTo(exponent);
    lexer.emit(TokenKind.NUMBER, s.substring(start, exponent), start, exponent);
  }

  private int behindDigits(int from) {
    int at = from;
    while (lexer.isDigit(at)) {
      at++;
    }
    return at;
  }

  /** The end of {@code e-5} directly behind the digits, or the end of the digits. */
  private int exponentEnd(int digits) {
    String s = lexer.text();
    if (digits >= lexer.end() || (s.charAt(digits) != 'e' && s.charAt(digits) != 'E')) {
      return digits;
    }
    int at = digits + 1;
    if (at < lexer.end() && (s.charAt(at) == '-' || s.charAt(at) == '+')) {
      at++;
    }
    return lexer.isDigit(at) ? behindDigits(at) : digits;
  }

  private static boolean isHuge(String exponent) {
    if (exponent.isEmpty()) {
      return false;
    }
    String digits = exponent.replaceFirst("^[eE][+-]?0*", "");
    return digits.length() > 3 || (!digits.isEmpty() && Integer.parseInt(digits) > MAX_DIGITS);
  }
}
