package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import dev.hence.read.syntax.Tree.Leaf;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.read.syntax.Tree.Scripted;
import dev.hence.read.syntax.Tree.Scripted.Nesting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Subscripts, superscripts, primes and factorials behind a base. */
final class Scripts {
  private static final int MAX_POSTFIXES = 50;

  private final Cursor cursor;
  private final Gaps gaps;
  private final Expressions expressions;

  Scripts(Cursor cursor, Gaps gaps, Expressions expressions) {
    this.cursor = cursor;
    this.gaps = gaps;
    this.expressions = expressions;
  }

  /** A base with everything that is attached to it. */
  Tree attach(Tree base) {
    List<Script> scripts = scripts(true);
    if (scripts.isEmpty()) {
      return base;
    }
    Tree first = new Scripted(base, scripts, Nesting.FIRST_INNERMOST);
    return isOfMatrix(scripts) && !isSign(base)
        ? new Tree.Choice(
            Doubt.SCRIPT_OF_ENTRY_OR_MATRIX,
            List.of(new Scripted(base, scripts, Nesting.LAST_INNERMOST), first))
        : first;
  }

  /** A function or a sign of differentiation has no entries. */
  private static boolean isSign(Tree base) {
    return Heads.isFunction(base) || Heads.isLeaf(base, "nabla") || Heads.isLeaf(base, "\\partial");
  }

  /** A base with its limits. */
  Tree limits(Tree base) {
    List<Script> scripts = scripts(false);
    return scripts.isEmpty() ? base : new Scripted(base, scripts, Nesting.FIRST_INNERMOST);
  }

  private List<Script> scripts(boolean withPostfixes) {
    List<Script> scripts = new ArrayList<>();
    boolean more = true;
    while (more) {
      if (scripts.size() > MAX_POSTFIXES) {
        throw cursor.unread(
            ProblemId.NESTED_TOO_DEEP, cursor.peek(), "There are too many scripts.", "");
      }
      Token token = cursor.peek();
      switch (token.kind()) {
        case SUB, SUP -> {
          refuseSecond(scripts, token);
          cursor.next();
          scripts.add(new Script(token, Optional.of(argument())));
        }
        case RAISED, LOWERED -> {
          refuseSecond(scripts, token);
          cursor.next();
          scripts.add(new Script(token, Optional.of(Parser.meaning(token, true))));
        }
        case PRIME, BANG -> {
          if (withPostfixes) {
            cursor.next();
            scripts.add(new Script(token, Optional.empty()));
          }
          more = withPostfixes;
        }
        default -> more = false;
      }
    }
    return scripts;
  }

  private void refuseSecond(List<Script> scripts, Token token) {
    Script next = new Script(token, Optional.empty());
    boolean second =
        scripts.stream().anyMatch(s -> next.isLow() ? s.isLow() : next.isHigh() && s.isHigh());
    if (second) {
      throw cursor.unread(
          ProblemId.UNEXPECTED_TOKEN,
          token,
          "There is such a script already.",
          "put both into one, or parentheses around the inner one");
    }
  }

  /** Whether a mark or a power stands beside subscripts, so that it may be the matrix's. */
  private static boolean isOfMatrix(List<Script> scripts) {
    boolean low = scripts.stream().anyMatch(Script::isLow);
    return low
        && scripts.stream()
            .filter(Script::isHigh)
            .anyMatch(s -> isPower(TreeText.print(s.content().orElseThrow())));
  }

  private static boolean isPower(String script) {
    String plain = script.replaceAll("[{}\\s]", "");
    return plain.matches("\\\\top|T|-1|-\\\\top|-T|\\\\dagger|[0-9]+");
  }

  /** What stands behind {@code _} or {@code ^}: braces, or one token. */
  Tree argument() {
    gaps.beforeOperand();
    Token token = cursor.peek();
    if (token.kind() == TokenKind.OPEN) {
      return cursor.within(
          cursor.place().script(), () -> expressions.operands().fences().braced(this::content));
    }
    return cursor.within(cursor.place().script(), this::single);
  }

  /** What a script may hold: signs alone, or a list. */
  private Tree content() {
    List<Tree> marks = new ArrayList<>();
    int length = 0;
    while (isMark(cursor.peek(length))) {
      length++;
    }
    boolean onlyMarks = length > 0 && cursor.peek(length).kind() == TokenKind.CLOSE;
    boolean bound =
        cursor.at(TokenKind.RELATION)
            && cursor.peek(1).kind() == TokenKind.NUMBER
            && cursor.peek(2).kind() == TokenKind.CLOSE;
    boolean entrywise =
        cursor.peek().is(TokenKind.OPERATOR, "odot")
            || cursor.peek().is(TokenKind.OPERATOR, "circ");
    int taken = onlyMarks ? length : bound ? 2 : entrywise ? 1 : 0;
    for (int k = 0; k < taken; k++) {
      marks.add(new Leaf(cursor.next()));
    }
    if (taken == 0 || (entrywise && !onlyMarks)) {
      marks.add(expressions.list());
    }
    return marks.size() == 1 ? marks.getFirst() : new Tree.Listed(marks, List.of());
  }

  private static boolean isMark(Token token) {
    return switch (token.kind()) {
      case SIGN, PRIME, MARK -> true;
      case OPERATOR -> token.meaning().equals("*") || token.meaning().equals("circ");
      default -> false;
    };
  }

  /** One token as TeX takes it. */
  private Tree single() {
    Token token = cursor.peek();
    if (isMark(token)) {
      return new Leaf(cursor.next());
    }
    if (token.kind() == TokenKind.FENCE) {
      throw cursor.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          token,
          "Without braces only the bracket belongs to the script.",
          "put the whole script into braces");
    }
    if (token.kind() == TokenKind.NUMBER && token.text().length() > 1) {
      throw cursor.unread(
          ProblemId.UNSUPPORTED_NOTATION,
          token,
          "Without braces only the first digit belongs to the script.",
          "write {" + token.text() + "}");
    }
    return expressions.operands().single();
  }

  /** The place behind the primes or the superscript at a place. */
  int behind(int from) {
    int at = from;
    while (cursor.peek(at).kind() == TokenKind.PRIME) {
      at++;
    }
    if (cursor.peek(at).kind() != TokenKind.SUP) {
      return at;
    }
    at++;
    if (cursor.peek(at).kind() == TokenKind.OPEN) {
      while (cursor.peek(at).kind() != TokenKind.CLOSE && cursor.peek(at).kind() != TokenKind.END) {
        at++;
      }
    }
    return at + 1;
  }
}
