package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Environments whose cells are operands: cases and matrices. */
final class Cells {
  private final Tokens tokens;
  private final Context context;
  private final Expressions expressions;

  Cells(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.context = expressions.context();
    this.expressions = expressions;
  }

  /** At {@code \begin}. */
  Syntax read() {
    int start = tokens.mark();
    Token begin = tokens.next();
    return switch (Environment.named(begin.text()).orElseThrow()) {
      case CASES -> cases(begin, start);
      case MATRIX, ARRAY -> matrix(begin, start);
      case WHOLE, ROWS, MULTLINE ->
          throw tokens.unread(
              ProblemId.UNSUPPORTED_NOTATION,
              begin,
              "Rows of statements cannot stand inside a formula.",
              "supported inside a formula are cases and the matrices");
    };
  }

  /** Whether the environment that begins here is closed by {@code \right.}. */
  boolean endsWithoutFence() {
    int depth = 0;
    int ahead = 0;
    while (true) {
      Token token = tokens.peek(ahead++);
      switch (token.kind()) {
        case BEGIN -> depth++;
        case FINISH -> depth--;
        case END -> {
          return false;
        }
        case LETTER,
            NUMBER,
            COMMAND,
            OPERATOR_NAME,
            TEXT,
            DELIMITER,
            RELATION,
            CONNECTIVE,
            OPERATOR,
            SIGN,
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
            TAG,
            LABEL -> {
          // inside
        }
      }
      if (depth == 0) {
        Token close = tokens.peek(ahead);
        return close.isDelimiter(".") && close.mark() == Token.Mark.RIGHT;
      }
    }
  }

  /** The array behind a brace that closes with nothing: cases. */
  Syntax fencedCases(int start) {
    Token begin = tokens.next();
    Syntax cases = cases(begin, start);
    tokens.next();
    return cases;
  }

  private Syntax cases(Token begin, int start) {
    return context.nested(
        Fence.NONE,
        () -> {
          List<Syntax.Case> rows = new ArrayList<>();
          while (!tokens.at(TokenKind.FINISH)) {
            rows.add(oneCase());
            if (!tokens.take(TokenKind.NEWLINE)) {
              break;
            }
          }
          finish(begin);
          if (rows.isEmpty()) {
            throw empty(begin);
          }
          return new Syntax.Cases(rows, tokens.spanFrom(start));
        });
  }

  private Syntax.Case oneCase() {
    int start = tokens.mark();
    skipMarks();
    Syntax value = expressions.terms();
    skipMarks();
    List<Condition> conditions = new ArrayList<>();
    if (!tokens.at(TokenKind.NEWLINE) && !tokens.at(TokenKind.FINISH)) {
      conditions.add(new ConditionReader(tokens, expressions).ofCase());
      skipMarks();
    }
    return new Syntax.Case(value, conditions, tokens.spanFrom(start));
  }

  /** Alignment marks and the punctuation before them or at the end of a row. */
  private void skipMarks() {
    while (tokens.at(TokenKind.AMPERSAND)
        || tokens.at(TokenKind.WIDE)
        || tokens.at(TokenKind.PUNCTUATION)) {
      tokens.next();
    }
  }

  private Syntax matrix(Token begin, int start) {
    List<List<Syntax>> rows =
        context.nested(
            Fence.NONE,
            () -> {
              List<List<Syntax>> read = new ArrayList<>();
              do {
                if (!tokens.at(TokenKind.FINISH)) {
                  read.add(row());
                }
              } while (tokens.take(TokenKind.NEWLINE));
              finish(begin);
              return read;
            });
    Span span = tokens.spanFrom(start);
    if (rows.isEmpty()) {
      throw empty(begin);
    }
    if (rows.stream().anyMatch(row -> row.size() != rows.get(0).size())) {
      throw new Unread(
          ProblemId.UNSUPPORTED_NOTATION, span, "The rows of the matrix differ in length.", "");
    }
    return new Syntax.Matrix(Environment.fence(begin.text()), rows, span);
  }

  /** Cells between {@code &}, a comma before it meaning nothing, or between commas alone. */
  private List<Syntax> row() {
    int start = tokens.mark();
    List<Syntax> cells = new ArrayList<>();
    int commas = 0;
    int marks = 0;
    boolean more = true;
    while (more) {
      cells.add(cell());
      boolean comma = tokens.peek().is(TokenKind.PUNCTUATION, ",");
      if (comma) {
        tokens.next();
        expressions.gaps().skip();
      }
      boolean mark = tokens.take(TokenKind.AMPERSAND);
      more = mark || (comma && !tokens.at(TokenKind.NEWLINE) && !tokens.at(TokenKind.FINISH));
      marks += mark ? 1 : 0;
      commas += more && !mark ? 1 : 0;
    }
    if (commas > 0 && marks > 0) {
      throw new Unread(
          ProblemId.UNSUPPORTED_NOTATION,
          tokens.spanFrom(start),
          "Some cells of this row end with a comma, some with &.",
          "write & between cells");
    }
    return cells;
  }

  private Syntax cell() {
    expressions.gaps().skip();
    boolean isEmpty =
        tokens.at(TokenKind.AMPERSAND)
            || tokens.at(TokenKind.NEWLINE)
            || tokens.at(TokenKind.FINISH);
    Syntax cell =
        isEmpty
            ? new Syntax.Placeholder(Span.at(tokens.span(tokens.peek()).start()))
            : expressions.terms();
    expressions.gaps().skip();
    return cell;
  }

  private void finish(Token begin) {
    Token token = tokens.peek();
    if (token.is(TokenKind.FINISH, begin.text())) {
      tokens.next();
    } else if (token.kind() == TokenKind.FINISH || token.kind() == TokenKind.END) {
      throw tokens.unread(
          ProblemId.UNBALANCED, begin, "`\\begin{" + begin.text() + "}` is never ended.", "");
    } else {
      throw tokens.unexpected(token, "");
    }
  }

  private Unread empty(Token begin) {
    return tokens.unread(ProblemId.UNEXPECTED_TOKEN, begin, "The environment holds nothing.", "");
  }
}
