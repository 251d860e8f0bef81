package dev.hence.read.math;

import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row of a display while it is being put together. */
final class TokenRow {
  private final List<Token> tokens = new ArrayList<>();
  private final List<Token> remarks = new ArrayList<>();
  private Optional<String> tag = Optional.empty();
  private Optional<String> label = Optional.empty();
  private boolean startsAligned;
  private boolean multline;
  private boolean isEmpty = true;
  private int openBrackets;
  private Optional<Token> end = Optional.empty();

  void add(Token token) {
    tokens.add(token);
    isEmpty &= token.kind() == TokenKind.WIDE || token.kind() == TokenKind.PUNCTUATION;
    openBrackets += depth(token);
  }

  /** An alignment mark: nothing at the start of a row, else space that may separate. */
  void align(Token token) {
    startsAligned |= isEmpty;
    widen(token);
  }

  void widen(Token token) {
    if (!isEmpty) {
      tokens.add(Token.of(TokenKind.WIDE, "&", token.start(), token.end()));
    }
  }

  void tag(String text) {
    tag = Optional.of(text);
  }

  void label(String text) {
    label = Optional.of(text);
  }

  void multline(boolean isMultline) {
    multline |= isMultline;
  }

  Optional<String> tag() {
    return tag;
  }

  Optional<String> label() {
    return label;
  }

  List<Token> tokens() {
    return tokens;
  }

  boolean startsAligned() {
    return startsAligned;
  }

  /** Whether it holds nothing but space and punctuation. */
  boolean isEmpty() {
    return isEmpty;
  }

  /**
   * Whether this row goes on with the expression of the row before: the other ends, or this one
   * begins, with an operator, or brackets are open between them. A minus at the start may begin a
   * statement; it does not if the row has no relation, or if the mark of alignment before it shows
   * that its left side is that of the row before.
   *
   * @param aligned whether the first row of the display begins with an alignment mark, so that such
   *     a mark at the start says nothing
   */
  boolean continues(TokenRow before, boolean aligned) {
    Token last = before.lastToken();
    Token first = firstToken();
    if (before.openBrackets > 0) {
      return true;
    }
    return switch (last.kind()) {
      case OPERATOR, SIGN, RELATION -> true;
      case PUNCTUATION -> false;
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
          WIDE,
          AMPERSAND,
          NEWLINE,
          BEGIN,
          FINISH,
          TAG,
          LABEL,
          END ->
          first.kind() == TokenKind.OPERATOR
              || (first.kind() == TokenKind.SIGN
                  && (!first.text().equals("-")
                      || multline
                      || !hasRelation()
                      || (startsAligned && !aligned)));
    };
  }

  /** Puts words that only explain behind everything else, where rows that go on do not reach. */
  void cutRemark(MathText source) {
    Remarks.start(tokens)
        .ifPresent(
            from -> {
              List<Token> tail = tokens.subList(from, tokens.size());
              Explanations.check(tail, source);
              remarks.add(Remarks.token(tail, source));
              openBrackets -= tail.stream().mapToInt(TokenRow::depth).sum();
              tail.clear();
            });
  }

  /** The line break behind it. */
  void endsAt(Token lineBreak) {
    end = Optional.of(lineBreak);
  }

  /** Puts a row behind this one; without an operator between them the line break stays. */
  void append(TokenRow next) {
    if (!joins(lastToken()) && !joins(next.firstToken())) {
      end.ifPresent(tokens::add);
    }
    end = next.end;
    tokens.addAll(next.tokens);
    remarks.addAll(next.remarks);
    openBrackets += next.openBrackets;
    tag = next.tag.or(() -> tag);
    label = next.label.or(() -> label);
  }

  void finish() {
    for (Token remark : remarks) {
      tokens.add(Token.of(TokenKind.WIDE, "&", remark.start(), remark.start()));
      tokens.add(remark);
    }
    int at = tokens.get(tokens.size() - 1).end();
    tokens.add(Token.of(TokenKind.END, "", at, at));
  }

  /** Whether a token at the edge of a row shows that the expression goes on. */
  private static boolean joins(Token token) {
    return switch (token.kind()) {
      case OPERATOR, SIGN, RELATION, PUNCTUATION, DELIMITER -> true;
      case LETTER,
          NUMBER,
          COMMAND,
          OPERATOR_NAME,
          TEXT,
          CONNECTIVE,
          SUB,
          SUP,
          PRIME,
          BANG,
          OPEN,
          CLOSE,
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

  private Token lastToken() {
    int i = tokens.size() - 1;
    while (i > 0 && tokens.get(i).kind() == TokenKind.WIDE) {
      i--;
    }
    return tokens.get(i);
  }

  private Token firstToken() {
    return tokens.stream()
        .filter(token -> token.kind() != TokenKind.WIDE)
        .findFirst()
        .orElseThrow();
  }

  private boolean hasRelation() {
    int depth = 0;
    for (Token token : tokens) {
      depth += depth(token);
      depth += token.kind() == TokenKind.OPEN || token.kind() == TokenKind.BEGIN ? 1 : 0;
      depth -= token.kind() == TokenKind.CLOSE || token.kind() == TokenKind.FINISH ? 1 : 0;
      if (depth == 0 && token.kind() == TokenKind.RELATION) {
        return true;
      }
    }
    return false;
  }

  private static int depth(Token token) {
    return Delimiters.opening(token).isPresent()
        ? 1
        : Delimiters.closing(token).isPresent() ? -1 : 0;
  }
}
