package dev.hence.read.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tokens that stand side by side in a row, without space at either edge.
 *
 * @param end the token behind the last one of the row
 */
record Stretch(List<Token> list, Token end) {
  Stretch {
    list = List.copyOf(list);
  }

  /** All tokens of a row, the last of which is its END. */
  static Stretch of(List<Token> row) {
    return new Stretch(row.subList(0, row.size() - 1), row.getLast()).stripped();
  }

  private Stretch stripped() {
    int from = 0;
    int to = list.size();
    while (from < to && isSpace(list.get(from))) {
      from++;
    }
    while (from < to && isSpace(list.get(to - 1))) {
      to--;
    }
    return with(list.subList(from, to));
  }

  /** Space that separates, and punctuation at the edge of a statement. */
  private static boolean isSpace(Token token) {
    return token.kind() == TokenKind.WIDE
        || token.is(TokenKind.PUNCTUATION, ",")
        || token.is(TokenKind.PUNCTUATION, ".")
        || token.is(TokenKind.PUNCTUATION, ";");
  }

  Stretch with(List<Token> tokens) {
    return new Stretch(tokens, end);
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  /** The tokens with an END behind them. */
  List<Token> ended() {
    int at = list.getLast().end();
    List<Token> all = new ArrayList<>(list);
    all.add(Token.of(TokenKind.END, "", at, at));
    return all;
  }

  /** The first token of a kind that stands in no bracket. */
  Optional<Token> first(Predicate<Token> kind) {
    int depth = 0;
    for (Token token : list) {
      if (depth == 0 && kind.test(token)) {
        return Optional.of(token);
      }
      depth += depth(token);
    }
    return Optional.empty();
  }

  boolean isAnywhere(Predicate<Token> kind) {
    return first(kind).isPresent();
  }

  Stretch before(Token token) {
    return with(list.subList(0, list.indexOf(token))).stripped();
  }

  Stretch behind(Token token) {
    return with(list.subList(list.indexOf(token) + 1, list.size())).stripped();
  }

  /** The stretches between the tokens of a kind that stand in no bracket. */
  List<Stretch> cut(Predicate<Token> kind) {
    List<Stretch> parts = new ArrayList<>();
    Stretch rest = this;
    Optional<Token> next = rest.first(kind);
    while (next.isPresent()) {
      parts.add(rest.before(next.get()));
      rest = rest.behind(next.get());
      next = rest.first(kind);
    }
    parts.add(rest);
    return parts;
  }

  /** Whether brackets hold all of it, and inside them statements. */
  boolean isGroup() {
    if (list.size() < 2 || Delimiters.opening(list.getFirst()).isEmpty()) {
      return false;
    }
    int depth = 0;
    for (int k = 0; k < list.size(); k++) {
      depth += depth(list.get(k));
      if (depth == 0) {
        return k == list.size() - 1
            && inside()
                .isAnywhere(
                    t -> t.kind() == TokenKind.RELATION || t.kind() == TokenKind.CONNECTIVE);
      }
    }
    return false;
  }

  Stretch inside() {
    return with(list.subList(1, list.size() - 1)).stripped();
  }

  private static int depth(Token token) {
    boolean opens =
        token.kind() == TokenKind.OPEN
            || token.kind() == TokenKind.BEGIN
            || Delimiters.opening(token).isPresent();
    boolean closes =
        token.kind() == TokenKind.CLOSE
            || token.kind() == TokenKind.FINISH
            || Delimiters.closing(token).isPresent();
    return opens ? 1 : closes ? -1 : 0;
  }
}
