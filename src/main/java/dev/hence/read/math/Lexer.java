package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the source of a display into tokens. Settled here: comments and narrow spaces are gone,
 * synonyms are one, Unicode is LaTeX, Markdown's {@code \_} is {@code _}, words are text, and no
 * command is left that is not supported.
 */
final class Lexer {
  private static final int MAX_DEPTH = 20;

  private final MathText source;
  private final String s;
  private final List<Token> tokens = new ArrayList<>();
  private final LexedWords words = new LexedWords(this);
  private final LexedUnicode unicode = new LexedUnicode(this);
  private final LexedNumbers numbers;
  private int at;
  private int end;
  private int depth;

  private Lexer(MathText source, boolean scientific) {
    this.source = source;
    this.s = source.text();
    this.numbers = new LexedNumbers(this, scientific);
  }

  /**
   * @param scientific whether {@code 1e-5} is a number; in a display it is refused, for it may be
   *     meant as Euler's number
   * @return the tokens, the last of them END
   * @throws Unread at the first thing that is no mathematics
   */
  static List<Token> lex(MathText source, boolean scientific) {
    Lexer lexer = new Lexer(source, scientific);
    lexer.run(0, source.length());
    lexer.emit(TokenKind.END, "", source.length(), source.length());
    return lexer.tokens;
  }

  /** Reads a range and comes back to where it was. */
  void run(int from, int to) {
    if (++depth > MAX_DEPTH) {
      throw unread(ProblemId.NESTED_TOO_DEEP, from, from, "Commands are nested too deep.", "");
    }
    int backAt = at;
    int backEnd = end;
    at = from;
    end = to;
    while (at < end) {
      next();
    }
    at = backAt;
    end = backEnd;
    depth--;
  }

  /** The tokens of a range, which are not added to the others. */
  List<Token> aside(int from, int to) {
    int size = tokens.size();
    run(from, to);
    List<Token> tail = tokens.subList(size, tokens.size());
    List<Token> copy = List.copyOf(tail);
    tail.clear();
    return copy;
  }

  private void next() {
    char c = s.charAt(at);
    if (Character.isWhitespace(c) || c == '~' || c == '\u00a0') {
      at++;
    } else if (c == '%') {
      skipComment();
    } else if (c == '\\') {
      backslash();
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      emit(TokenKind.LETTER, String.valueOf(c), at, ++at);
    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      numbers.read();
    } else if (c < 0x80) {
      symbol(c);
    } else {
      unicode.read();
    }
  }

  private void skipComment() {
    while (at < end && s.charAt(at) != '\n' && s.charAt(at) != '\r') {
      at++;
    }
  }

  private void backslash() {
    int start = at++;
    if (at >= end) {
      throw unread(ProblemId.UNEXPECTED_TOKEN, start, end, "A backslash ends the display.", "");
    }
    char c = s.charAt(at);
    if (isLetter(c)) {
      while (at < end && isLetter(s.charAt(at))) {
        at++;
      }
      String name = s.substring(start + 1, at);
      if (at < end && s.charAt(at) == '*' && isStarred(name)) {
        at++;
        name += "*";
      }
      words.command(name, start);
      return;
    }
    at += Character.charCount(s.codePointAt(at));
    switch (c) {
      case '\\' -> lineBreak(start);
      case '_' -> emit(TokenKind.SUB, "_", start, at);
      case '*' -> emit(TokenKind.OPERATOR, "*", start, at);
      case '{', '}', '|' -> words.command(String.valueOf(c), start);
      case ',', ';', ':', '!', '>', ' ', '\n', '\r', '\t', '/' -> {
        // narrow spaces, and the italic correction
      }
      default ->
          throw unread(
              ProblemId.UNEXPECTED_TOKEN,
              start,
              at,
              "`" + s.substring(start, at) + "` has no meaning inside a display.",
              "");
    }
  }

  private static boolean isStarred(String name) {
    return name.equals("operatorname") || name.equals("hspace") || name.equals("tag");
  }

  /** After two backslashes: a star and the height of the gap belong to the break. */
  private void lineBreak(int start) {
    if (at < end && s.charAt(at) == '*') {
      at++;
    }
    if (at < end && s.charAt(at) == '[') {
      int close = s.indexOf(']', at);
      if (close >= 0
          && close < end
          && close - at < 16
          && s.substring(at + 1, close).strip().matches("-?[0-9.]+ ?[a-z]{2}")) {
        at = close + 1;
      }
    }
    emit(TokenKind.NEWLINE, "\\\\", start, at);
  }

  private void symbol(char c) {
    int start = at++;
    String text = String.valueOf(c);
    switch (c) {
      case '{' -> emit(TokenKind.OPEN, text, start, at);
      case '}' -> closeBrace(start);
      case '_' -> emit(TokenKind.SUB, text, start, at);
      case '^' -> emit(TokenKind.SUP, text, start, at);
      case '\'' -> emit(TokenKind.PRIME, text, start, at);
      case '!' -> emit(TokenKind.BANG, text, start, at);
      case '&' -> ampersand(start);
      case ',', ';' -> emit(TokenKind.PUNCTUATION, text, start, at);
      case ':' -> pair(start, '=', TokenKind.RELATION, TokenKind.PUNCTUATION);
      case '.' -> dot(start);
      case '=' -> emit(TokenKind.RELATION, text, start, at);
      case '<' -> ordered(start, "le");
      case '>' -> ordered(start, "ge");
      case '+', '-' -> emit(TokenKind.SIGN, text, start, at);
      case '*', '/' -> emit(TokenKind.OPERATOR, text, start, at);
      case '(', ')', '[', ']' -> emit(TokenKind.DELIMITER, text, start, at);
      case '|' -> pair(start, '|', TokenKind.DELIMITER, TokenKind.DELIMITER);
      default ->
          throw unread(
              ProblemId.UNEXPECTED_TOKEN,
              start,
              at,
              "`" + text + "` has no meaning inside a display.",
              "");
    }
  }

  /** {@code <=} and {@code >=}, as programs write them. */
  private void ordered(int start, String orEqual) {
    boolean both = at < end && s.charAt(at) == '=';
    if (both) {
      at++;
    }
    emit(TokenKind.RELATION, both ? orEqual : s.substring(start, at), start, at);
  }

  private void pair(int start, char second, TokenKind both, TokenKind alone) {
    if (at < end && s.charAt(at) == second) {
      at++;
      emit(both, s.substring(start, at), start, at);
    } else {
      emit(alone, s.substring(start, at), start, at);
    }
  }

  private void dot(int start) {
    if (at < end && s.charAt(at) == '*') {
      emit(TokenKind.OPERATOR, ".*", start, ++at);
    } else if (s.startsWith("..", at) && at + 2 <= end) {
      at += 2;
      emit(TokenKind.COMMAND, "ldots", start, at);
    } else if (at < end && s.charAt(at) == '(') {
      emit(TokenKind.OPERATOR, ".(", start, at);
    } else {
      emit(TokenKind.PUNCTUATION, ".", start, at);
    }
  }

  /** Mathematics that came out of HTML keeps its entities. */
  private void ampersand(int start) {
    for (String entity : new String[] {"lt;", "gt;", "amp;"}) {
      if (s.startsWith(entity, at) && at + entity.length() <= end) {
        at += entity.length();
        switch (entity) {
          case "lt;" -> emit(TokenKind.RELATION, "<", start, at);
          case "gt;" -> emit(TokenKind.RELATION, ">", start, at);
          default -> emit(TokenKind.AMPERSAND, "&", start, at);
        }
        return;
      }
    }
    emit(TokenKind.AMPERSAND, "&", start, at);
  }

  /** Braces around one sign only adjust spacing, unless they are an argument. */
  private void closeBrace(int start) {
    int size = tokens.size();
    if (size >= 2 && tokens.get(size - 2).kind() == TokenKind.OPEN && !isArgument(size - 2)) {
      Token inner = tokens.get(size - 1);
      if (inner.is(TokenKind.PUNCTUATION, ",")) {
        throw unread(
            ProblemId.UNSUPPORTED_NOTATION,
            tokens.get(size - 2).start(),
            at,
            "A comma inside a number can be read in two ways.",
            "write digits without grouping, and a decimal point");
      }
      switch (inner.kind()) {
        case RELATION, SIGN, OPERATOR -> {
          tokens.remove(size - 2);
          return;
        }
        case LETTER,
            NUMBER,
            COMMAND,
            OPERATOR_NAME,
            TEXT,
            DELIMITER,
            CONNECTIVE,
            SUB,
            SUP,
            PRIME,
            BANG,
            OPEN,
            CLOSE,
            PUNCTUATION,
            WIDE,
            AMPERSAND,
            NEWLINE,
            BEGIN,
            FINISH,
            TAG,
            LABEL,
            END -> {
          // an ordinary group
        }
      }
    }
    emit(TokenKind.CLOSE, "}", start, at);
  }

  private boolean isArgument(int open) {
    if (open == 0) {
      return false;
    }
    return switch (tokens.get(open - 1).kind()) {
      case SUB, SUP, COMMAND, CLOSE -> true;
      case LETTER,
          NUMBER,
          OPERATOR_NAME,
          TEXT,
          DELIMITER,
          RELATION,
          CONNECTIVE,
          OPERATOR,
          SIGN,
          PRIME,
          BANG,
          OPEN,
          PUNCTUATION,
          WIDE,
          AMPERSAND,
          NEWLINE,
          BEGIN,
          FINISH,
          TAG,
          LABEL,
          END ->
          false;
    };
  }

  /** The tokens of a replacement, all of which stand where the original stood. */
  void emitAll(String latex, int start, int end) {
    List<Token> parts = lex(MathText.of(latex), false);
    for (Token token : parts.subList(0, parts.size() - 1)) {
      tokens.add(new Token(token.kind(), token.text(), token.mark(), token.note(), start, end));
    }
  }

  void emit(TokenKind kind, String text, int start, int end) {
    tokens.add(Token.of(kind, text, start, end));
  }

  MathText source() {
    return source;
  }

  /** The last token so far. */
  Optional<Token> last() {
    return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens.get(tokens.size() - 1));
  }

  /** Takes the last token away. */
  void removeLast() {
    tokens.remove(tokens.size() - 1);
  }

  void add(Token token) {
    tokens.add(token);
  }

  void addAll(List<Token> more) {
    tokens.addAll(more);
  }

  /** The present place. */
  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  /** The end of the range that is being read. */
  int end() {
    return end;
  }

  String text() {
    return s;
  }

  Unread unread(ProblemId id, int start, int end, String message, String help) {
    return new Unread(id, source.span(start, end), message, help);
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  boolean isDigit(int index) {
    return index < end && s.charAt(index) >= '0' && s.charAt(index) <= '9';
  }
}
