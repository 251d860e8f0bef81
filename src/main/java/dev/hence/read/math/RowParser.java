package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the clauses of one row, with what separates and restricts them. */
final class RowParser {
  private final Tokens tokens;
  private final Expressions expressions;
  private final Segments segments;
  private final ConditionReader conditions;
  private final List<Clause> clauses = new ArrayList<>();
  private final List<Condition> leading = new ArrayList<>();
  private Optional<String> tag = Optional.empty();
  private Separator separator = Separator.NONE;

  RowParser(Tokens tokens) {
    this.tokens = tokens;
    this.expressions = new Expressions(tokens);
    this.segments = new Segments(tokens, expressions);
    this.conditions = new ConditionReader(tokens, expressions);
  }

  /** The tag that stands as {@code \qquad (1)} at the end. */
  Optional<String> tag() {
    return tag;
  }

  List<Clause> read() {
    int start = tokens.mark();
    boolean behindCondition = false;
    while (!tokens.at(TokenKind.END)) {
      Token token = tokens.peek();
      if (conditions.startsHere() && !isOperandText(token)) {
        condition();
        behindCondition = true;
      } else if (!separator(token, behindCondition)) {
        statement();
        behindCondition = false;
      }
    }
    if (clauses.isEmpty() && !leading.isEmpty()) {
      attachLeading(
          new Clause(
              Separator.NONE, Optional.empty(), List.of(), List.of(), tokens.spanFrom(start)));
    }
    return clauses;
  }

  private boolean isOperandText(Token token) {
    return token.kind() == TokenKind.TEXT && expressions.atoms().isOperand(token);
  }

  private void condition() {
    boolean isFirst = clauses.isEmpty() && leading.isEmpty();
    Condition condition = conditions.read();
    if (condition.kind() == Condition.Kind.OTHERWISE) {
      throw new Unread(
          ProblemId.UNSUPPORTED_NOTATION,
          condition.span(),
          "“" + condition.words() + "” restricts a case, and no case stands here.",
          "write \\begin{cases} … \\end{cases}");
    }
    if (condition.kind() == Condition.Kind.NOTE && !isFirst && segments.startsHere()) {
      throw tokens.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          tokens.peek(),
          "Text stands in the middle of a formula.",
          "put text before or behind a statement, with \\quad between");
    }
    if (clauses.isEmpty()) {
      leading.add(condition);
    } else {
      add(condition);
    }
  }

  private void add(Condition condition) {
    Clause last = clauses.remove(clauses.size() - 1);
    List<Condition> all = new ArrayList<>(last.conditions());
    all.add(condition);
    clauses.add(
        new Clause(
            last.separator(), last.first(), last.links(), all, last.span().to(condition.span())));
  }

  private void attachLeading(Clause clause) {
    List<Condition> all = new ArrayList<>(leading);
    all.addAll(clause.conditions());
    leading.clear();
    clauses.add(new Clause(clause.separator(), clause.first(), clause.links(), all, clause.span()));
  }

  /** Takes a token that separates. */
  private boolean separator(Token token, boolean behindCondition) {
    boolean separates =
        switch (token.kind()) {
          case WIDE, CONNECTIVE -> true;
          case PUNCTUATION -> separates(token, behindCondition);
          case LETTER,
              NUMBER,
              COMMAND,
              OPERATOR_NAME,
              TEXT,
              DELIMITER,
              RELATION,
              OPERATOR,
              SIGN,
              SUB,
              SUP,
              PRIME,
              BANG,
              OPEN,
              CLOSE,
              AMPERSAND,
              NEWLINE,
              BEGIN,
              FINISH,
              TAG,
              LABEL,
              END ->
              false;
        };
    if (separates) {
      tokens.next();
      separator = stronger(separator, of(token));
    }
    return separates;
  }

  private boolean separates(Token token, boolean behindCondition) {
    boolean begun = !clauses.isEmpty() || !leading.isEmpty();
    TokenKind next = tokens.peek(1).kind();
    return switch (token.text()) {
      case ",", ";" -> begun;
      case ":" -> behindCondition;
      default ->
          begun
              && (next == TokenKind.END
                  || next == TokenKind.WIDE
                  || next == TokenKind.TEXT
                  || next == TokenKind.PUNCTUATION);
    };
  }

  private static Separator of(Token token) {
    return switch (token.text()) {
      case "," -> Separator.COMMA;
      case ";", ".", ":" -> Separator.SEMICOLON;
      default ->
          token.kind() == TokenKind.CONNECTIVE
              ? Vocabulary.CONNECTIVES.get(token.text())
              : Separator.SPACE;
    };
  }

  /** Of several signs in a row the one that says most: an arrow more than a gap. */
  private static Separator stronger(Separator one, Separator other) {
    boolean otherSaysMore =
        one == Separator.NONE
            || (one == Separator.COMMA && other == Separator.SPACE)
            || (one == Separator.SPACE && other != Separator.COMMA)
            || other == Separator.IMPLIES
            || other == Separator.IFF;
    return otherSaysMore ? other : one;
  }

  private void statement() {
    if (!segments.startsHere()) {
      throw tokens.unexpected(tokens.peek(), "");
    }
    boolean isFirst = clauses.isEmpty();
    boolean joinsNothing = isFirst && separator != Separator.IMPLIES && separator != Separator.IFF;
    Separator before = joinsNothing ? Separator.NONE : separator;
    List<Clause> read = segments.read(before);
    separator = Separator.NONE;
    if (!isFirst && read.size() == 1 && (isCondition(read.get(0)) || isTag(read.get(0)))) {
      return;
    }
    if (!isFirst && before == Separator.NONE) {
      throw new Unread(
          ProblemId.UNEXPECTED_TOKEN,
          read.get(0).span(),
          "Nothing separates this from the statement before.",
          "put a comma or \\quad between statements");
    }
    if (!isFirst && read.get(0).first().isEmpty() && before != Separator.IMPLIES) {
      throw new Unread(
          ProblemId.UNEXPECTED_TOKEN,
          read.get(0).span(),
          "A relation needs an operand on its left.",
          "only a row or a display may begin with a relation");
    }
    attachLeading(read.get(0));
    clauses.addAll(read.subList(1, read.size()));
  }

  /** {@code (j \ne y_i)} behind a statement restricts it. */
  private boolean isCondition(Clause clause) {
    if (!(clause.first().orElse(null) instanceof Syntax.Group group)
        || !clause.links().isEmpty()
        || group.open() != Delimiter.PARENTHESIS
        || !group.items().stream().allMatch(item -> item instanceof Syntax.Chain)) {
      return false;
    }
    List<Clause> inside = new ArrayList<>();
    for (Syntax item : group.items()) {
      Syntax.Chain chain = (Syntax.Chain) item;
      inside.add(
          new Clause(
              inside.isEmpty() ? Separator.NONE : Separator.COMMA,
              Optional.of(chain.first()),
              chain.links(),
              List.of(),
              chain.span()));
    }
    add(new Condition(Condition.Kind.PARENTHESISED, "", inside, group.span()));
    return true;
  }

  /** {@code (1)} at the end of a row is its number. */
  private boolean isTag(Clause clause) {
    boolean isNumber =
        clause.first().orElse(null) instanceof Syntax.Group group
            && clause.links().isEmpty()
            && group.open() == Delimiter.PARENTHESIS
            && group.items().size() == 1
            && group.items().get(0) instanceof Syntax.Numeral;
    if (isNumber && tokens.at(TokenKind.END)) {
      Syntax.Group group = (Syntax.Group) clause.first().orElseThrow();
      tag = Optional.of(((Syntax.Numeral) group.items().get(0)).text());
      return true;
    }
    return false;
  }
}
