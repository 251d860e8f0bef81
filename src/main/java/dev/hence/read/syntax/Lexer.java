package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import dev.hence.read.syntax.Token.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the source of a display into tokens. What a token leaves between itself and the next is
 * white space, a comment, a narrow space or a command that changes nothing but the print; it is
 * kept before the next token, so that no character is lost.
 */
final class Lexer {
  private final Source source;
  private final String s;
  private final boolean scientific;
  private final List<Token> tokens = new ArrayList<>();
  private final LexedCommands commands = new LexedCommands(this);
  private final LexedGlyphs glyphs = new LexedGlyphs(this);
  private int at;
  private int kept;

  private Lexer(Source source, boolean scientific) {
    this.source = source;
    this.s = source.text();
    this.scientific = scientific;
  }

  /**
   * @param scientific whether {@code 1e-5} is a number
   * @return the tokens, the last of them END
   * @throws Unread at the first thing that is no mathematics
   */
  static List<Token> lex(Source source, boolean scientific) {
    Lexer lexer = new Lexer(source, scientific);
    lexer.run(lexer.s.length());
    lexer.at = lexer.s.length();
    lexer.emit(TokenKind.END, "", lexer.at);
    return lexer.tokens;
  }

  /** Reads up to an offset. */
  void run(int end) {
    while (at < end) {
      next();
    }
  }

  private void next() {
    int start = at;
    char c = s.charAt(at);
    if (Character.isWhitespace(c) || c == '~' || c == '\u00a0') {
      at++;
    } else if (c == '%') {
      while (at < s.length() && s.charAt(at) != '\n' && s.charAt(at) != '\r') {
        at++;
      }
    } else if (c == '\\') {
      backslash();
    } else if (isLetter(c)) {
      at++;
      emit(TokenKind.LETTER, "" + c, start);
    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      number();
    } else if (c < 0x80) {
      symbol(c);
    } else {
      glyphs.read();
    }
  }

  private void backslash() {
    int start = at++;
    if (at >= s.length()) {
      throw unread(ProblemId.UNEXPECTED_TOKEN, start, "A backslash ends the display.", "");
    }
    char c = s.charAt(at);
    if (isLetter(c)) {
      while (at < s.length() && isLetter(s.charAt(at))) {
        at++;
      }
      String name = s.substring(start + 1, at);
      if (startsWith("*") && List.of("operatorname", "hspace", "tag").contains(name)) {
        at++;
        name += "*";
      }
      commands.read(name, start);
      return;
    }
    at += Character.charCount(s.codePointAt(at));
    switch (c) {
      case '\\' -> lineBreak(start);
      case '_' -> emit(TokenKind.SUB, "_", start);
      case '*' -> emit(TokenKind.OPERATOR, "*", start);
      case '{', '}', '|' -> commands.read("" + c, start);
      case ',', ';', ':', '!', '>', ' ', '\n', '\r', '\t', '/' -> {
        // a narrow space, kept before the next token
      }
      default ->
          throw unread(
              ProblemId.UNEXPECTED_TOKEN,
              start,
              "`" + s.substring(start, at) + "` has no meaning inside a display.",
              "");
    }
  }

  /** After two backslashes: a star and the height of the gap belong to the break. */
  private void lineBreak(int start) {
    if (startsWith("*")) {
      at++;
    }
    if (startsWith("[")) {
      int close = s.indexOf(']', at);
      boolean height =
          close >= 0
              && close - at < 16
              && s.substring(at + 1, close).strip().matches("-?[0-9.]+ ?[a-z]{2}");
      at = height ? close + 1 : at;
    }
    emit(TokenKind.ROW, "\\\\", start);
  }

  private void symbol(char c) {
    int start = at++;
    switch (c) {
      case '{' -> emit(TokenKind.OPEN, "{", start);
      case '}' -> closeBrace(start);
      case '_' -> emit(TokenKind.SUB, "_", start);
      case '^' -> emit(TokenKind.SUP, "^", start);
      case '\'' -> emit(TokenKind.PRIME, "'", start);
      case '!' -> emit(TokenKind.BANG, "!", start);
      case '&' -> ampersand(start);
      case ',', ';' -> emit(TokenKind.PUNCTUATION, "" + c, start);
      case ':' -> colon(start);
      case '.' -> dot(start);
      case '=' -> equals(start);
      case '<', '>' -> {
        at += startsWith("=") ? 1 : 0;
        emit(TokenKind.RELATION, s.substring(start, at), start);
      }
      case '+', '-' -> emit(TokenKind.SIGN, "" + c, start);
      case '*', '/' -> emit(TokenKind.OPERATOR, "" + c, start);
      case '(', ')', '[', ']' -> emit(TokenKind.FENCE, "" + c, start);
      case '|' -> {
        at += startsWith("|") ? 1 : 0;
        emit(TokenKind.FENCE, s.substring(start, at), start);
      }
      default ->
          throw unread(
              ProblemId.UNEXPECTED_TOKEN,
              start,
              "`" + c + "` has no meaning inside a display.",
              "");
    }
  }

  private void colon(int start) {
    if (startsWith("=")) {
      at++;
      emit(TokenKind.RELATION, ":=", start);
    } else {
      emit(TokenKind.PUNCTUATION, ":", start);
    }
  }

  /** {@code =:} gives the name on its right to what is on its left. */
  private void equals(int start) {
    int behind = at;
    while (behind < s.length() && s.charAt(behind) == ' ') {
      behind++;
    }
    boolean names = s.startsWith(":", behind) && !s.startsWith(":=", behind);
    at = names ? behind + 1 : at;
    emit(TokenKind.RELATION, names ? "=:" : "=", start);
  }

  private void dot(int start) {
    if (startsWith("*")) {
      at++;
      emit(TokenKind.OPERATOR, "odot", start);
    } else if (startsWith("..")) {
      at += 2;
      emit(TokenKind.DOTS, "dots", start);
    } else if (startsWith("(")) {
      emit(TokenKind.OPERATOR, "broadcast", start);
    } else {
      emit(TokenKind.PUNCTUATION, ".", start);
    }
  }

  /** Mathematics that came out of HTML keeps its entities. */
  private void ampersand(int start) {
    for (String entity : List.of("lt;", "gt;", "amp;")) {
      if (startsWith(entity)) {
        at += entity.length();
        boolean isMark = entity.equals("amp;");
        String relation = entity.equals("lt;") ? "<" : ">";
        emit(isMark ? TokenKind.CELL : TokenKind.RELATION, isMark ? "&" : relation, start);
        return;
      }
    }
    emit(TokenKind.CELL, "&", start);
  }

  private void number() {
    int start = at;
    int digits = digits(start);
    if (s.startsWith(".", digits) && isDigit(digits + 1)) {
      digits = digits(digits + 1);
    }
    int exponent = exponent(digits);
    boolean clear = scientific || s.substring(start, digits).equals("1");
    at = exponent;
    if (exponent > digits && !clear) {
      throw unread(
          ProblemId.UNSUPPORTED_NOTATION,
          start,
          "`" + s.substring(start, exponent) + "` can be read in two ways.",
          "write a power of ten as 2 \\cdot 10^{-3}, or Euler's number with a space before it");
    }
    if (exponent - start > 1_000
        || s.substring(digits, exponent).matches("[eE][+-]?0*[1-9]\\d{3,}")) {
      throw unread(ProblemId.NUMBER_TOO_LARGE, start, "The number has more than 1000 digits.", "");
    }
    emit(TokenKind.NUMBER, s.substring(start, exponent), start);
  }

  private int digits(int from) {
    int to = from;
    while (isDigit(to)) {
      to++;
    }
    return to;
  }

  private int exponent(int digits) {
    if (!s.startsWith("e", digits) && !s.startsWith("E", digits)) {
      return digits;
    }
    int from = digits + 1;
    from += s.startsWith("-", from) || s.startsWith("+", from) ? 1 : 0;
    return isDigit(from) ? digits(from) : digits;
  }

  /** Braces around one sign only adjust spacing, unless they are an argument. */
  private void closeBrace(int start) {
    int size = tokens.size();
    if (size >= 2 && tokens.get(size - 2).kind() == TokenKind.OPEN && !isArgument(size - 2)) {
      Token inner = tokens.get(size - 1);
      Token open = tokens.get(size - 2);
      if (inner.is(TokenKind.PUNCTUATION, ",")) {
        throw unread(
            ProblemId.UNSUPPORTED_NOTATION,
            open.start(),
            "A comma inside a number can be read in two ways.",
            "write digits without grouping, and a decimal point");
      }
      if (List.of(TokenKind.RELATION, TokenKind.SIGN, TokenKind.OPERATOR).contains(inner.kind())) {
        tokens.removeLast();
        tokens.removeLast();
        kept = open.start() - open.before().length();
        add(inner.kind(), inner.side(), inner.meaning(), inner.note(), open.start());
        return;
      }
    }
    emit(TokenKind.CLOSE, "}", start);
  }

  private boolean isArgument(int open) {
    return open > 0
        && switch (tokens.get(open - 1).kind()) {
          case SUB, SUP, STRUCTURE, FONT, ACCENT, CLOSE, NAME, FUNCTION, BIG, INTEGRAL -> true;
          default -> false;
        };
  }

  void emit(TokenKind kind, String meaning, int start) {
    add(kind, Side.NONE, meaning, "", start);
  }

  /** Adds the token that reaches from an offset to the present place. */
  void add(TokenKind kind, Side side, String meaning, String note, int start) {
    tokens.add(
        new Token(
            kind,
            side,
            s.substring(start, at),
            meaning,
            note,
            s.substring(kept, start),
            start,
            at,
            source.span(start, at)));
    kept = at;
  }

  Optional<Token> last() {
    return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens.getLast());
  }

  /** Takes the last token away and what stood before it back into what is kept. */
  void removeLast() {
    Token token = tokens.removeLast();
    kept = token.start() - token.before().length();
  }

  /** The tokens of a text that is not added to the others. */
  List<Token> aside(int from, int to) {
    return lex(new Source(s.substring(from, to), (a, b) -> source.span(from + a, from + b)), false);
  }

  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  String text() {
    return s;
  }

  boolean startsWith(String prefix) {
    return s.startsWith(prefix, at);
  }

  Unread unread(ProblemId id, int start, String message, String help) {
    String before = s.substring(0, start).strip();
    return new Unread(
        new Fault(id, source.span(start, Math.max(start, at)), before, message, help));
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean isDigit(int index) {
    return index < s.length() && s.charAt(index) >= '0' && s.charAt(index) <= '9';
  }
}
