package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;

/** A place in a list of tokens, and what is said when the token there is wrong. */
final class Tokens {
  private final MathText source;
  private final List<Token> list;
  private final int[] bars;
  private final int[] doubleBars;
  private int at;

  /**
   * @param list ends with END
   */
  Tokens(MathText source, List<Token> list) {
    this.source = source;
    this.list = new ArrayList<>(list);
    this.bars = ahead(list, Tokens::bars);
    this.doubleBars = ahead(list, token -> isDoubleBar(token) ? 1 : 0);
  }

  Token peek() {
    return list.get(at);
  }

  /** The token some places ahead; behind the last there is only END. */
  Token peek(int ahead) {
    return list.get(Math.min(at + ahead, list.size() - 1));
  }

  /** Whether the token before the present one is a letter that touches it. */
  boolean isInsideRun() {
    return at > 0
        && list.get(at - 1).kind() == TokenKind.LETTER
        && list.get(at - 1).end() == peek().start();
  }

  Token next() {
    Token token = list.get(at);
    if (at < list.size() - 1) {
      at++;
    }
    return token;
  }

  boolean at(TokenKind kind) {
    return peek().kind() == kind;
  }

  /** Takes the token if it is of a kind. */
  boolean take(TokenKind kind) {
    if (at(kind)) {
      next();
      return true;
    }
    return false;
  }

  /** Takes the brace that closes another; where none does, that one is the fault. */
  void close(Token open) {
    if (!take(TokenKind.CLOSE)) {
      throw closesAhead()
          ? unexpected(peek(), "")
          : unread(ProblemId.UNBALANCED, open, "The brace is never closed.", "");
    }
  }

  private boolean closesAhead() {
    int depth = 0;
    for (int ahead = 0; peek(ahead).kind() != TokenKind.END; ahead++) {
      TokenKind kind = peek(ahead).kind();
      depth += kind == TokenKind.OPEN ? 1 : kind == TokenKind.CLOSE ? -1 : 0;
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  int mark() {
    return at;
  }

  /** Puts another token in the present place. */
  void replace(Token token) {
    bars[at] += bars(token) - bars(peek());
    list.set(at, token);
  }

  /** Whether an odd number of bars stands at this depth from here on. */
  boolean oddBarsAhead() {
    return bars[at] % 2 == 1;
  }

  /** Whether the double bar here has no partner in the brackets it stands in. */
  boolean isLoneDoubleBar() {
    return isDoubleBar(peek()) ? doubleBars[at] % 2 == 1 : bars[at] == 2;
  }

  Span span(Token token) {
    return source.span(token.start(), token.end());
  }

  /** From the token at a mark to the last token taken. */
  Span spanFrom(int mark) {
    Token first = list.get(Math.min(mark, Math.max(at - 1, 0)));
    Token last = list.get(Math.max(at - 1, 0));
    return span(first).to(span(last));
  }

  /** What was written from a mark to the last token taken. */
  String writtenFrom(int mark) {
    return mark >= at || list.get(at - 1).end() < list.get(mark).start()
        ? ""
        : source.text().substring(list.get(mark).start(), list.get(at - 1).end()).strip();
  }

  String written(Token token) {
    return source.text().substring(token.start(), token.end());
  }

  /** The problem of a token that fits nowhere. */
  Unread unexpected(Token token, String help) {
    String written = written(token);
    return switch (token.kind()) {
      case END ->
          unread(
              ProblemId.UNEXPECTED_TOKEN, token, "The display ends where more is expected.", help);
      case CLOSE -> unread(ProblemId.UNBALANCED, token, "`}` has no partner.", help);
      case DELIMITER ->
          unread(ProblemId.UNBALANCED, token, "`" + written + "` has no partner.", help);
      case FINISH ->
          unread(ProblemId.UNBALANCED, token, "`" + written + "` has no begin here.", help);
      case NEWLINE, AMPERSAND ->
          unread(
              ProblemId.UNEXPECTED_TOKEN,
              token,
              "`" + written + "` cannot stand inside brackets or an argument.",
              help);
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
          OPEN,
          PUNCTUATION,
          WIDE,
          BEGIN,
          TAG,
          LABEL ->
          unread(
              ProblemId.UNEXPECTED_TOKEN,
              token,
              "`" + written + "`, " + token.kind().words() + ", is not expected here.",
              help);
    };
  }

  /** The problem of a token where an operand is due. */
  Unread operandExpected() {
    Token token = peek();
    String message =
        token.kind() == TokenKind.END
            ? "The display ends where an operand is expected."
            : "An operand is expected before `" + written(token) + "`.";
    return unread(ProblemId.UNEXPECTED_TOKEN, token, message, "");
  }

  /** Whether the present number is what is left of one whose first digit was taken alone. */
  boolean isRestOfNumber() {
    Token token = peek();
    return token.kind() == TokenKind.NUMBER
        && token.start() > 0
        && Character.isDigit(source.text().charAt(token.start() - 1));
  }

  /**
   * @throws Unread if words say more than why
   */
  void explains(Token words) {
    Explanations.check(words.text(), words, source);
  }

  /**
   * @throws Unread if what stands at a brace says more than what is under it
   */
  void labels(String note, Token first) {
    Explanations.checkBrace(note, first, source);
  }

  Unread unread(ProblemId id, Token token, String message, String help) {
    return new Unread(id, span(token), message, help);
  }

  private static int bars(Token token) {
    if (token.isDelimiter("|") && token.mark() != Token.Mark.MIDDLE) {
      return 1;
    }
    return token.isDelimiter("||") ? 2 : 0;
  }

  /** Whether a token is {@code \|}: in {@code |a||b|} there are two single bars side by side. */
  private boolean isDoubleBar(Token token) {
    return token.isDelimiter("||")
        && (token.mark() == Token.Mark.NONE || token.mark() == Token.Mark.BIG)
        && !written(token).equals("||");
  }

  /** For each place, the sum from there to the end of the brackets it stands in. */
  private static int[] ahead(List<Token> list, ToIntFunction<Token> weight) {
    int[] counts = new int[list.size()];
    Deque<Integer> outer = new ArrayDeque<>();
    int count = 0;
    for (int i = list.size() - 1; i >= 0; i--) {
      Token token = list.get(i);
      if (token.kind() == TokenKind.CLOSE || Delimiters.closing(token).isPresent()) {
        outer.push(count);
        count = 0;
      } else if (token.kind() == TokenKind.OPEN || Delimiters.opening(token).isPresent()) {
        count = outer.isEmpty() ? 0 : outer.pop();
      } else {
        count += weight.applyAsInt(token);
      }
      counts[i] = count;
    }
    return counts;
  }
}
