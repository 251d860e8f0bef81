package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import dev.hence.read.syntax.Tree.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands with arguments, fonts, accents and braces. */
final class Commands {
  private final Cursor cursor;
  private final Gaps gaps;
  private final Expressions expressions;

  Commands(Cursor cursor, Gaps gaps, Expressions expressions) {
    this.cursor = cursor;
    this.gaps = gaps;
    this.expressions = expressions;
  }

  /** A command with its arguments. */
  Tree structure() {
    Token token = cursor.next();
    return switch (token.meaning()) {
      case "underbrace", "overbrace" -> annotated(token);
      case "boxed" -> new Tree.Command(token, Optional.empty(), List.of(boxed()));
      case "substack" -> new Tree.Command(token, Optional.empty(), List.of(lines()));
      case "sqrt" -> new Tree.Command(token, degree(), List.of(argument()));
      case "overset", "underset" -> {
        Tree note = remark();
        yield new Tree.Command(token, Optional.empty(), List.of(note, argument()));
      }
      case "frac", "binom" -> {
        Tree first = argument();
        Tree second = argument();
        yield Differentials.fraction(
            new Tree.Command(token, Optional.empty(), List.of(first, second)));
      }
      default -> throw cursor.unexpected();
    };
  }

  /** {@code \mathbf{x}}, {@code \hat x}. */
  Tree styled() {
    Token command = cursor.next();
    return new Tree.Styled(command, cursor.within(cursor.place(), this::argument));
  }

  /** Braces group for TeX only; a font switch in them reaches to their end. */
  Tree braces() {
    return cursor.within(
        cursor.place().braces(), () -> expressions.operands().fences().braced(this::content));
  }

  private Tree content() {
    return cursor.at(TokenKind.SWITCH)
        ? new Tree.Styled(cursor.next(), expressions.list())
        : expressions.list();
  }

  /** The argument of a command: braces, a digit, or one operand without scripts. */
  Tree argument() {
    gaps.beforeOperand();
    Token token = cursor.peek();
    if (token.kind() == TokenKind.OPEN) {
      return braces();
    }
    if (token.kind() == TokenKind.NUMBER && token.text().length() > 1) {
      if (!token.text().matches("[0-9]{2}")) {
        throw cursor.unread(
            ProblemId.UNSUPPORTED_NOTATION,
            token,
            "Without braces only the first digit belongs to the argument.",
            "write {" + token.text() + "}");
      }
      cursor.split(1, token.text().substring(0, 1), token.text().substring(1));
    }
    return expressions.operands().single();
  }

  private Optional<Tree> degree() {
    gaps.beforeOperand();
    return cursor.peek().isFence("[")
        ? Optional.of(expressions.operands().fences().read())
        : Optional.empty();
  }

  /** A box may stand around statements. */
  private Tree boxed() {
    if (!cursor.at(TokenKind.OPEN)) {
      return argument();
    }
    Token open = cursor.next();
    return cursor.within(
        Place.ROW,
        () -> {
          List<Tree.Row> rows = new RowReader(cursor, expressions).read();
          if (!cursor.at(TokenKind.CLOSE)) {
            throw cursor.unread(ProblemId.UNBALANCED, open, "The brace is never closed.", "");
          }
          Tree content = rows.size() == 1 ? rows.getFirst() : new Tree.Listed(all(rows), List.of());
          return new Tree.Braced(open, content, cursor.next());
        });
  }

  private static List<Tree> all(List<Tree.Row> rows) {
    return new ArrayList<>(rows);
  }

  /** The lines of {@code \substack}, each a list. */
  private Tree lines() {
    Place inside = new Place(false, true, true, Place.Fence.NONE, Token.Side.NONE, false);
    return cursor.within(
        inside,
        () ->
            expressions
                .operands()
                .fences()
                .braced(
                    () -> {
                      List<Tree> lines = new ArrayList<>(List.of(expressions.list()));
                      List<Token> breaks = new ArrayList<>();
                      while (cursor.at(TokenKind.ROW)) {
                        breaks.add(cursor.next());
                        lines.add(
                            cursor.at(TokenKind.CLOSE)
                                ? new Tree.Empty(cursor.peek().span())
                                : expressions.list());
                      }
                      return new Tree.Listed(lines, breaks);
                    }));
  }

  private Tree annotated(Token command) {
    Tree body = argument();
    Tree brace = new Tree.Command(command, Optional.empty(), List.of(body));
    TokenKind side = command.meaning().equals("underbrace") ? TokenKind.SUB : TokenKind.SUP;
    if (!cursor.at(side)) {
      return brace;
    }
    Token sign = cursor.next();
    Script note = new Script(sign, Optional.of(remark()));
    return new Tree.Scripted(brace, List.of(note), Tree.Scripted.Nesting.FIRST_INNERMOST);
  }

  /** What stands at a brace or over a sign need not read as mathematics. */
  private Tree remark() {
    gaps.beforeOperand();
    int mark = cursor.mark();
    Token open = cursor.peek();
    int depth = 0;
    do {
      Token token = cursor.next();
      depth += token.kind() == TokenKind.OPEN ? 1 : 0;
      depth -= token.kind() == TokenKind.CLOSE ? 1 : 0;
      if (token.kind() == TokenKind.END) {
        throw cursor.unread(ProblemId.UNBALANCED, open, "The brace is never closed.", "");
      }
    } while (depth > 0);
    return new Tree.Remark(cursor.since(mark));
  }
}
