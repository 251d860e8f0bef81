package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import dev.hence.read.syntax.Token.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** A place in a list of tokens, with where the parser is and how deep. */
final class Cursor {
  private static final int MAX_DEPTH = 100;

  private final List<Token> tokens;
  private int[] bars;
  private int[] doubleBars;
  private Place place = Place.ROW;
  private int depth;
  private int at;
  private int rowStart;

  Cursor(List<Token> tokens) {
    this.tokens = new ArrayList<>(tokens);
    this.bars = ahead(Cursor::weight);
    this.doubleBars = ahead(token -> isDoubleBar(token) ? 1 : 0);
  }

  Token peek() {
    return tokens.get(at);
  }

  /** The token some places ahead; behind the last there is only END. */
  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  boolean at(TokenKind kind) {
    return peek().kind() == kind;
  }

  /** Whether the letter here touches one before it. */
  boolean isInsideRun() {
    return at > 0
        && tokens.get(at - 1).kind() == TokenKind.LETTER
        && tokens.get(at - 1).end() == peek().start();
  }

  /** Gives the present token to the next one, as something that only breaks the line. */
  void absorb() {
    Token layout = peek();
    tokens.set(at + 1, peek(1).behind(layout.written()));
    Token nothing = layout.as(TokenKind.ABSORBED, "");
    tokens.set(at, nothing);
    at++;
  }

  /** Cuts the present token in two. */
  void split(int length, String first, String second) {
    Token t = peek();
    int middle = t.start() + length;
    Token head =
        new Token(
            t.kind(),
            t.side(),
            t.text().substring(0, length),
            first,
            "",
            t.before(),
            t.start(),
            middle,
            t.span());
    Token tail =
        new Token(
            t.kind(),
            t.side(),
            t.text().substring(length),
            second,
            "",
            "",
            middle,
            t.end(),
            t.span());
    tokens.set(at, head);
    tokens.add(at + 1, tail);
    bars = ahead(Cursor::weight);
    doubleBars = ahead(token -> isDoubleBar(token) ? 1 : 0);
  }

  int mark() {
    return at;
  }

  void startRow() {
    rowStart = at;
  }

  /** The tokens from a mark to the present place, without those that are part of others. */
  List<Token> since(int mark) {
    return tokens.subList(mark, at).stream().filter(t -> t.kind() != TokenKind.ABSORBED).toList();
  }

  Place place() {
    return place;
  }

  /** Reads something at another place, one level deeper. */
  <T> T within(Place inner, Supplier<T> reading) {
    Place outer = place;
    if (++depth > MAX_DEPTH) {
      throw unread(
          ProblemId.NESTED_TOO_DEEP,
          peek(),
          "The formula is nested more than " + MAX_DEPTH + " levels deep.",
          "");
    }
    place = inner;
    T result = reading.get();
    place = outer;
    depth--;
    return result;
  }

  /** Forgets what was open when a fault was met. */
  void reset(Place outer, int outerDepth) {
    place = outer;
    depth = outerDepth;
  }

  int depth() {
    return depth;
  }

  /** Whether an odd number of bars stands at this depth from here on. */
  boolean oddBarsAhead() {
    return bars[at] % 2 == 1;
  }

  /** Whether the double bar here has no partner in the brackets it stands in. */
  boolean isLoneDoubleBar() {
    return isDoubleBar(peek()) ? doubleBars[at] % 2 == 1 : bars[at] == 2;
  }

  Unread unexpected() {
    Token token = peek();
    String message =
        switch (token.kind()) {
          case END -> "The display ends where an operand is expected.";
          case CLOSE, FENCE -> "`" + token.text() + "` has no partner.";
          default -> "`" + token.text() + "`, " + token.kind().words() + ", is not expected here.";
        };
    boolean open = token.kind() == TokenKind.CLOSE || token.kind() == TokenKind.FENCE;
    return unread(open ? ProblemId.UNBALANCED : ProblemId.UNEXPECTED_TOKEN, token, message, "");
  }

  Unread unread(ProblemId id, Token token, String message, String help) {
    StringBuilder before = new StringBuilder();
    tokens.subList(Math.min(rowStart, at), at).stream()
        .filter(t -> t.kind() != TokenKind.ABSORBED)
        .forEach(t -> before.append(t.written()));
    return new Unread(new Fault(id, token.span(), before.toString().strip(), message, help));
  }

  private static int weight(Token token) {
    if (token.isFence("|") && token.side() != Side.MIDDLE) {
      return 1;
    }
    return token.isFence("||") ? 2 : 0;
  }

  private static boolean isDoubleBar(Token token) {
    return token.isFence("||")
        && (token.side() == Side.NONE || token.side() == Side.BIG)
        && !token.text().equals("||");
  }

  /** For each place, the sum from there to the end of the brackets it stands in. */
  private int[] ahead(ToIntFunction<Token> weight) {
    int[] counts = new int[tokens.size()];
    Deque<Integer> outer = new ArrayDeque<>();
    int count = 0;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.kind() == TokenKind.CLOSE || Delimiters.closes(token)) {
        outer.push(count);
        count = 0;
      } else if (token.kind() == TokenKind.OPEN || Delimiters.opens(token)) {
        count = outer.isEmpty() ? 0 : outer.pop();
      } else {
        count += weight.applyAsInt(token);
      }
      counts[i] = count;
    }
    return counts;
  }
}
