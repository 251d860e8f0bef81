package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything between delimiters. A bar opens where an operand is due and closes where one is
 * complete; a bar with a script behind it that closes nothing evaluates.
 */
final class Brackets {
  private final Tokens tokens;
  private final Context context;
  private final Expressions expressions;
  private final Scripts scripts;

  Brackets(Tokens tokens, Expressions expressions, Scripts scripts) {
    this.tokens = tokens;
    this.context = expressions.context();
    this.expressions = expressions;
    this.scripts = scripts;
  }

  /** Whether a delimiter opens something where an operand is complete already. */
  boolean openHere(Token token) {
    if (token.text().equals(".")) {
      return token.mark() == Token.Mark.LEFT;
    }
    if (token.text().startsWith("|")) {
      return canOpenBar(token) && !closesFence(token) && !separates(token);
    }
    return Delimiters.opening(token).isPresent() && token.mark() != Token.Mark.RIGHT;
  }

  private static boolean canOpenBar(Token token) {
    return switch (token.mark()) {
      case NONE, LEFT, OPENS, BIG -> true;
      case RIGHT, CLOSES, MIDDLE -> false;
    };
  }

  /** {@code \mid x \mid}: where an operand is due, it opens what another one closes. */
  private boolean isMid(Token token) {
    return token.mark() == Token.Mark.MIDDLE && tokens.written(token).equals("\\mid");
  }

  private boolean closesFence(Token token) {
    return context.fence().isClosedBy(token) || isTwoBars(token);
  }

  /** In {@code |a||b|} the two bars in the middle are a closing and an opening one. */
  private boolean isTwoBars(Token token) {
    return context.fence().kind() == Fence.Kind.ABSOLUTE
        && context.fence().mark() != Token.Mark.LEFT
        && token.mark() == Token.Mark.NONE
        && tokens.written(token).equals("||");
  }

  /** A lone bar in brackets, {@code p(y|x)}. */
  private boolean separates(Token token) {
    return parts(token)
        || token.isDelimiter("|")
            && context.fence().kind() == Fence.Kind.GROUP
            && (token.mark() == Token.Mark.MIDDLE
                || (token.mark() == Token.Mark.NONE && tokens.oddBarsAhead()));
  }

  /** A lone double bar in brackets, {@code KL(q \| p)}. */
  private boolean parts(Token token) {
    return token.isDelimiter("||")
        && context.fence().kind() == Fence.Kind.GROUP
        && switch (token.mark()) {
          case MIDDLE -> true;
          case NONE, BIG -> tokens.isLoneDoubleBar();
          case LEFT, RIGHT, OPENS, CLOSES -> false;
        };
  }

  boolean evaluationFollows() {
    Token token = tokens.peek();
    return token.isDelimiter("|")
        && !closesFence(token)
        && tokens.peek(1).kind() == TokenKind.SUB
        && switch (token.mark()) {
          case NONE, BIG, CLOSES -> true;
          case LEFT, RIGHT, OPENS, MIDDLE -> false;
        };
  }

  Syntax evaluation(Syntax body) {
    tokens.next();
    Scripts.Limits limits = scripts.limits();
    int last = tokens.mark();
    Span span = body.span().to(tokens.spanFrom(last - 1));
    return new Syntax.Evaluation(body, limits.lower(), limits.upper(), span);
  }

  /** What a delimiter opens. */
  Syntax read() {
    Token token = tokens.peek();
    if (token.isDelimiter("|") && (canOpenBar(token) || isMid(token))) {
      return bars(Fence.Kind.ABSOLUTE);
    }
    if (token.isDelimiter("||") && canOpenBar(token)) {
      return bars(Fence.Kind.NORM);
    }
    if (token.isDelimiter(".") && token.mark() == Token.Mark.LEFT) {
      return evaluated();
    }
    Optional<Delimiter> open = Delimiters.opening(token);
    if (open.isEmpty() || token.mark() == Token.Mark.RIGHT) {
      throw tokens.operandExpected();
    }
    return group(open.get());
  }

  private Syntax bars(Fence.Kind kind) {
    int start = tokens.mark();
    Token open = tokens.next();
    Fence fence = new Fence(kind, open.mark());
    Syntax body = context.nested(fence, expressions::terms);
    Token close = tokens.peek();
    if (fence.isClosedBy(close)) {
      tokens.next();
    } else if (kind == Fence.Kind.ABSOLUTE
        && open.mark() != Token.Mark.LEFT
        && close.mark() == Token.Mark.NONE
        && tokens.written(close).equals("||")) {
      tokens.replace(Token.of(TokenKind.DELIMITER, "|", close.start() + 1, close.end()));
    } else {
      throw unclosed(open, close);
    }
    Span span = tokens.spanFrom(start);
    return kind == Fence.Kind.ABSOLUTE
        ? new Syntax.Absolute(body, span)
        : new Syntax.Norm(body, span);
  }

  /** {@code \left. E \right|_a^b}. */
  private Syntax evaluated() {
    int start = tokens.mark();
    Token open = tokens.next();
    Syntax body = context.nested(Fence.NONE, expressions::terms);
    Token close = tokens.peek();
    if (!close.isDelimiter("|") || close.mark() != Token.Mark.RIGHT) {
      throw unclosed(open, close);
    }
    tokens.next();
    if (!tokens.at(TokenKind.SUB) && !tokens.at(TokenKind.SUP)) {
      throw tokens.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          close,
          "The bar does not say where to evaluate.",
          "write \\left. E \\right|_{t=0}");
    }
    Scripts.Limits limits = scripts.limits();
    return new Syntax.Evaluation(body, limits.lower(), limits.upper(), tokens.spanFrom(start));
  }

  private Syntax group(Delimiter delimiter) {
    int start = tokens.mark();
    Token open = tokens.next();
    boolean isSystem =
        open.mark() == Token.Mark.LEFT
            && delimiter == Delimiter.BRACE
            && tokens.at(TokenKind.BEGIN);
    if (isSystem && expressions.atoms().cells().endsWithoutFence()) {
      return expressions.atoms().cells().fencedCases(start);
    }
    List<Syntax> items = new ArrayList<>();
    List<String> separators = new ArrayList<>();
    if (Delimiters.closing(tokens.peek()).isEmpty()) {
      context.nested(
          new Fence(Fence.Kind.GROUP, open.mark()),
          () -> {
            readItems(items, separators);
            return true;
          });
    }
    Token close = tokens.peek();
    Delimiter closing =
        Delimiters.closing(close)
            .filter(other -> fits(delimiter, other) && fits(open.mark(), close.mark()))
            .orElseThrow(() -> unclosed(open, close));
    if (separators.contains("||") && !isParted(delimiter, closing, separators)) {
      throw unclosed(open, close);
    }
    tokens.next();
    Span span = tokens.spanFrom(start);
    return separators.contains("||")
        ? new Syntax.Group(delimiter, closing, List.of(parted(items)), List.of(), span)
        : new Syntax.Group(delimiter, closing, items, separators, span);
  }

  private static boolean isParted(Delimiter open, Delimiter close, List<String> separators) {
    return open == close
        && (open == Delimiter.PARENTHESIS || open == Delimiter.BRACKET)
        && separators.size() == 1;
  }

  private static Syntax.Parted parted(List<Syntax> items) {
    Syntax left = items.get(0);
    Syntax right = items.get(1);
    return new Syntax.Parted(left, right, left.span().to(right.span()));
  }

  private void readItems(List<Syntax> items, List<String> separators) {
    items.add(expressions.chain());
    while (true) {
      expressions.gaps().skip();
      Token token = tokens.peek();
      boolean isSeparator =
          (token.kind() == TokenKind.PUNCTUATION && !token.text().equals(".")) || separates(token);
      if (!isSeparator) {
        return;
      }
      tokens.next();
      separators.add(token.text());
      items.add(expressions.chain());
    }
  }

  private static boolean fits(Delimiter open, Delimiter close) {
    boolean isInterval =
        (open == Delimiter.PARENTHESIS || open == Delimiter.BRACKET)
            && (close == Delimiter.PARENTHESIS || close == Delimiter.BRACKET);
    return open == close || isInterval;
  }

  private static boolean fits(Token.Mark open, Token.Mark close) {
    return (open == Token.Mark.LEFT) == (close == Token.Mark.RIGHT);
  }

  private Unread unclosed(Token open, Token close) {
    boolean isWrongPartner =
        (close.kind() == TokenKind.DELIMITER && !close.text().equals("."))
            || close.kind() == TokenKind.CLOSE
            || close.kind() == TokenKind.END
            || close.kind() == TokenKind.FINISH
            || close.kind() == TokenKind.NEWLINE
            || close.kind() == TokenKind.AMPERSAND;
    return isWrongPartner
        ? tokens.unread(
            ProblemId.UNBALANCED,
            open,
            "`" + tokens.written(open) + "` is never closed.",
            close.kind() == TokenKind.END
                ? open.text().startsWith("|") ? "write \\lvert x \\rvert or \\lVert x \\rVert" : ""
                : "`" + tokens.written(close) + "` comes before its partner")
        : tokens.unexpected(close, "");
  }
}
