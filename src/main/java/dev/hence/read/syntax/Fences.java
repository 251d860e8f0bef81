package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import dev.hence.read.syntax.Place.Fence;
import dev.hence.read.syntax.Token.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Everything between delimiters. A bar opens where an operand is due and closes where one is
 * complete; a bar with a script behind it that closes nothing evaluates.
 */
final class Fences {
  private final Cursor cursor;
  private final Gaps gaps;
  private final Expressions expressions;

  Fences(Cursor cursor, Gaps gaps, Expressions expressions) {
    this.cursor = cursor;
    this.gaps = gaps;
    this.expressions = expressions;
  }

  /** Whether a delimiter opens something where an operand is complete already. */
  boolean opensHere(Token token) {
    if (token.isFence(".")) {
      return token.side() == Side.LEFT;
    }
    if (isBar(token)) {
      return canOpen(token) && !closes(token) && !separates(token);
    }
    return Delimiters.opens(token) && token.side() != Side.RIGHT;
  }

  private static boolean isBar(Token token) {
    return token.isFence("|") || token.isFence("||");
  }

  private static boolean canOpen(Token bar) {
    return switch (bar.side()) {
      case NONE, LEFT, OPENS, BIG -> true;
      case RIGHT, CLOSES, MIDDLE -> false;
    };
  }

  boolean closes(Token token) {
    return cursor.place().isClosedBy(token) || isTwoBars(token);
  }

  /** In {@code |a||b|} the two bars in the middle are a closing and an opening one. */
  private boolean isTwoBars(Token token) {
    return cursor.place().fence() == Fence.BAR
        && cursor.place().side() != Side.LEFT
        && token.side() == Side.NONE
        && token.isFence("||")
        && token.text().equals("||");
  }

  /** A lone bar in brackets, {@code p(y|x)} and {@code KL(q \| p)}. */
  private boolean separates(Token token) {
    if (cursor.place().fence() != Fence.GROUP) {
      return false;
    }
    if (token.isFence("|")) {
      return token.side() == Side.MIDDLE || (token.side() == Side.NONE && cursor.oddBarsAhead());
    }
    return token.isFence("||")
        && (token.side() == Side.MIDDLE
            || ((token.side() == Side.NONE || token.side() == Side.BIG)
                && cursor.isLoneDoubleBar()));
  }

  /** What a delimiter opens. */
  Tree read() {
    Token token = cursor.peek();
    boolean mid = token.side() == Side.MIDDLE && token.text().equals("\\mid");
    if (isBar(token) && (canOpen(token) || mid)) {
      return bars(token.isFence("|") ? Fence.BAR : Fence.DOUBLE_BAR);
    }
    if (token.isFence(".") && token.side() == Side.LEFT) {
      return evaluated();
    }
    if (!Delimiters.opens(token) || token.side() == Side.RIGHT) {
      throw cursor.unexpected();
    }
    return group();
  }

  private Tree bars(Fence fence) {
    Token open = cursor.next();
    Place inside = cursor.place().inside(fence, open.side());
    return cursor.within(
        inside,
        () -> {
          Tree body = expressions.list();
          if (isTwoBars(cursor.peek())) {
            cursor.split(1, "|", "|");
          } else if (!inside.isClosedBy(cursor.peek())) {
            throw unclosed(open);
          }
          return new Tree.Group(open, body, cursor.next());
        });
  }

  /** {@code \left. E \right|_a^b}: the bar and what is behind it say where. */
  private Tree evaluated() {
    Token open = cursor.next();
    Tree body = cursor.within(cursor.place().inside(Fence.NONE, Side.LEFT), expressions::list);
    Token close = cursor.peek();
    if (close.side() != Side.RIGHT || !(close.isFence("|") || Delimiters.closes(close))) {
      throw unclosed(open);
    }
    return new Tree.Group(open, body, cursor.next());
  }

  private Tree group() {
    Token open = cursor.next();
    Place inside = cursor.place().inside(Fence.GROUP, open.side());
    return cursor.within(
        inside,
        () -> {
          gaps.beforeOperand();
          Tree content =
              Delimiters.closes(cursor.peek()) ? new Tree.Empty(cursor.peek().span()) : items();
          gaps.beforeOperator();
          Token close = cursor.peek();
          boolean openEnded =
              open.side() == Side.LEFT && close.isFence(".") && close.side() == Side.RIGHT;
          if (!openEnded && !Delimiters.match(open, close)) {
            throw unclosed(open);
          }
          return new Tree.Group(open, content, cursor.next());
        });
  }

  private Tree items() {
    List<Tree> items = new ArrayList<>(List.of(item()));
    List<Token> separators = new ArrayList<>();
    gaps.beforeOperator();
    while (isSeparator(cursor.peek())) {
      separators.add(cursor.next());
      items.add(item());
      gaps.beforeOperator();
    }
    return items.size() == 1 ? items.getFirst() : new Tree.Listed(items, separators);
  }

  /** A chain, perhaps denied. */
  private Tree item() {
    gaps.beforeOperand();
    return cursor.peek().is(TokenKind.CONNECTIVE, "not")
        ? new Tree.Prefixed(new Tree.Leaf(cursor.next()), cursor.within(cursor.place(), this::item))
        : expressions.chain();
  }

  private boolean isSeparator(Token token) {
    return token.kind() == TokenKind.CONNECTIVE
        || (token.kind() == TokenKind.PUNCTUATION && !token.meaning().equals("."))
        || separates(token);
  }

  /** Braces around what a reading reads. */
  Tree braced(Supplier<Tree> content) {
    Token open = cursor.next();
    gaps.beforeOperand();
    Tree inside = cursor.at(TokenKind.CLOSE) ? new Tree.Empty(cursor.peek().span()) : content.get();
    gaps.beforeOperator();
    if (!cursor.at(TokenKind.CLOSE)) {
      throw cursor.at(TokenKind.END) ? unclosed(open) : cursor.unexpected();
    }
    return new Tree.Braced(open, inside, cursor.next());
  }

  private Unread unclosed(Token open) {
    Token token = cursor.peek();
    return cursor.unread(
        ProblemId.UNBALANCED,
        open,
        "`" + open.text() + "` is never closed.",
        token.kind() == TokenKind.END ? "" : "`" + token.text() + "` comes before its partner");
  }
}
