package dev.hence.read.math;

import dev.hence.read.math.Syntax.Factor;
import dev.hence.read.math.Syntax.Name;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Signs that are names in a script and nowhere else: {@code ^\ast}, {@code _{++}}. */
final class Marks {
  private static final int MAX_LENGTH = 20;

  private final Tokens tokens;

  Marks(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Braces that hold signs and marks only: {@code ^{\ast\prime}}, {@code _{++}}. */
  Optional<Syntax> group() {
    return bound().or(this::marks);
  }

  /** {@code \mathbb{R}_{>0}}, {@code \mathbb{R}_{\ge 0}}: a relation and a number are one name. */
  private Optional<Syntax> bound() {
    boolean bound =
        tokens.peek(0).kind() == TokenKind.RELATION
            && tokens.peek(1).kind() == TokenKind.NUMBER
            && tokens.peek(2).kind() == TokenKind.CLOSE;
    if (!bound) {
      return Optional.empty();
    }
    Token relation = tokens.next();
    Token number = tokens.next();
    Span span = tokens.span(relation).to(tokens.span(number));
    return Optional.of(Name.plain(relation.text() + number.text(), span));
  }

  private Optional<Syntax> marks() {
    int length = 0;
    while (isMark(tokens.peek(length))) {
      length++;
    }
    boolean isInverse = length > 1 && isMixed(length);
    if (length == 0
        || isInverse
        || tokens.peek(length).kind() != TokenKind.CLOSE
        || length > MAX_LENGTH) {
      return Optional.empty();
    }
    List<Factor> factors = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Token token = tokens.next();
      String base = base(token);
      Factor last = factors.isEmpty() ? null : factors.get(factors.size() - 1);
      boolean repeats =
          token.kind() == TokenKind.SIGN
              && last != null
              && last.value() instanceof Name name
              && name.base().startsWith(base);
      if (repeats) {
        Name name = (Name) last.value();
        Span span = name.span().to(tokens.span(token));
        factors.set(factors.size() - 1, Products.juxtaposed(Name.plain(name.base() + base, span)));
      } else {
        factors.add(Products.juxtaposed(Name.plain(base, tokens.span(token))));
      }
    }
    return Optional.of(Products.of(factors));
  }

  /** Whether signs stand among other marks: {@code ^{-\top}} is a negative, no pair of marks. */
  private boolean isMixed(int length) {
    int signs = 0;
    for (int i = 0; i < length; i++) {
      signs += tokens.peek(i).kind() == TokenKind.SIGN ? 1 : 0;
    }
    return signs > 0 && signs < length;
  }

  static boolean isMark(Token token) {
    return switch (token.kind()) {
      case SIGN, PRIME -> true;
      case OPERATOR -> isStar(token) || token.text().equals("circ");
      case COMMAND -> Vocabulary.MARKS.contains(token.text());
      case LETTER,
          NUMBER,
          OPERATOR_NAME,
          TEXT,
          DELIMITER,
          RELATION,
          CONNECTIVE,
          SUB,
          SUP,
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
          END ->
          false;
    };
  }

  static boolean isStar(Token token) {
    return token.is(TokenKind.OPERATOR, "*") || token.is(TokenKind.OPERATOR, "ast");
  }

  static String base(Token token) {
    return switch (token.kind()) {
      case PRIME -> "\\prime";
      case OPERATOR -> isStar(token) ? "\\ast" : "\\circ";
      case COMMAND -> "\\" + token.text();
      case SIGN ->
          token.text().equals("pm") || token.text().equals("mp")
              ? "\\" + token.text()
              : token.text();
      case LETTER,
          NUMBER,
          OPERATOR_NAME,
          TEXT,
          DELIMITER,
          RELATION,
          CONNECTIVE,
          SUB,
          SUP,
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
          END ->
          throw new IllegalStateException("not a mark: " + token);
    };
  }
}
