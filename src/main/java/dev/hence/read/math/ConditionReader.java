package dev.hence.read.math;

import dev.hence.expr.Rational;
import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads words that restrict, with the statements behind them. */
final class ConditionReader {
  private final Tokens tokens;
  private final Segments segments;

  ConditionReader(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.segments = new Segments(tokens, expressions);
  }

  /** Whether words or {@code \forall} stand here. */
  boolean startsHere() {
    return tokens.at(TokenKind.TEXT) || tokens.peek().is(TokenKind.COMMAND, "forall");
  }

  /** At words: what they restrict. */
  Condition read() {
    int start = tokens.mark();
    Token words = tokens.next();
    boolean forall = words.kind() == TokenKind.COMMAND;
    Condition.Kind kind =
        forall ? Condition.Kind.FOR_ALL : Conditions.kind(words.text()).orElse(Condition.Kind.NOTE);
    List<Clause> clauses =
        switch (kind) {
          case FOR_ALL, IF, WHERE -> extreme(words, clauses(kind, words));
          case OTHERWISE, NOTE, PARENTHESISED -> List.of();
        };
    if (kind == Condition.Kind.NOTE && !Remarks.isRemark(words)) {
      tokens.explains(words);
    }
    String text = forall ? "for all" : words.text();
    return new Condition(kind, text, clauses, tokens.spanFrom(start));
  }

  /** {@code \text{for small } h}: that h goes to 0. */
  private List<Clause> extreme(Token words, List<Clause> clauses) {
    boolean small = Conditions.isSmallness(words.text());
    if (!small && !Conditions.isLargeness(words.text())) {
      return clauses;
    }
    Span said = tokens.span(words);
    Syntax target =
        small ? new Syntax.Numeral(Rational.ZERO, "0", said) : new Syntax.Infinity(said);
    Syntax.Link goes = new Syntax.Link(Relation.TENDS_TO, "", said, target);
    return clauses.stream()
        .map(
            c ->
                c.links().isEmpty()
                    ? new Clause(c.separator(), c.first(), List.of(goes), c.conditions(), c.span())
                    : c)
        .toList();
  }

  /** The second cell of a case: with or without words. */
  Condition ofCase() {
    int start = tokens.mark();
    if (startsHere()) {
      return read();
    }
    List<Clause> clauses = clauses(Condition.Kind.IF, tokens.peek());
    return new Condition(Condition.Kind.IF, "", clauses, tokens.spanFrom(start));
  }

  /**
   * @param words where to say that nothing is behind them
   */
  private List<Clause> clauses(Condition.Kind kind, Token words) {
    List<Clause> clauses = new ArrayList<>();
    segments.skipSpace();
    Separator separator = Separator.NONE;
    while (segments.startsHere()) {
      clauses.addAll(segments.read(separator));
      Optional<Separator> next = joint(kind);
      if (next.isEmpty()) {
        break;
      }
      separator = next.get();
    }
    for (Clause clause : clauses) {
      if (clause.first().isEmpty()) {
        throw new Unread(
            ProblemId.UNEXPECTED_TOKEN,
            clause.span(),
            "A relation in a condition needs an operand on its left.",
            "");
      }
    }
    if (clauses.isEmpty() && kind != Condition.Kind.WHERE) {
      throw tokens.unread(
          ProblemId.UNEXPECTED_TOKEN,
          words,
          "`" + tokens.written(words) + "` restricts nothing.",
          "");
    }
    return clauses;
  }

  /** What joins a further statement to the condition, taken; none if the condition is over. */
  private Optional<Separator> joint(Condition.Kind kind) {
    Token token = tokens.peek();
    if (token.is(TokenKind.CONNECTIVE, "land")) {
      tokens.next();
      segments.skipSpace();
      return Optional.of(Separator.WORD);
    }
    boolean gap =
        token.kind() == TokenKind.WIDE
            || (token.is(TokenKind.PUNCTUATION, ",") && tokens.peek(1).kind() == TokenKind.WIDE);
    if (kind == Condition.Kind.WHERE && gap) {
      tokens.take(TokenKind.PUNCTUATION);
      segments.skipSpace();
      return Optional.of(Separator.SPACE);
    }
    return Optional.empty();
  }
}
