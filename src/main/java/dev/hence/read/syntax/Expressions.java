package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import dev.hence.read.syntax.Tree.Binding;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Formulas by binding power: a fraction bar binds least, then relations, then signs, then
 * everything that joins factors. What is joined by one power is kept flat.
 */
final class Expressions {
  private static final int MAX_SIGNS = 100;

  private final Cursor cursor;
  private final Gaps gaps;
  private final Operands operands;

  Expressions(Cursor cursor, Gaps gaps) {
    this.cursor = cursor;
    this.gaps = gaps;
    this.operands = new Operands(cursor, gaps, this);
  }

  Operands operands() {
    return operands;
  }

  /** What braces and brackets may hold: items between commas. */
  Tree list() {
    List<Tree> items = new ArrayList<>(List.of(item()));
    List<Token> separators = new ArrayList<>();
    while (cursor.peek().is(TokenKind.PUNCTUATION, ",")) {
      separators.add(cursor.next());
      items.add(item());
    }
    return items.size() == 1 ? items.getFirst() : new Tree.Listed(items, separators);
  }

  private Tree item() {
    gaps.beforeOperand();
    Tree left = over();
    gaps.beforeOperator();
    return left;
  }

  /** {@code a \over b}, or a chain. */
  Tree over() {
    Tree above = chain();
    gaps.beforeOperator();
    if (!cursor.at(TokenKind.OVER)) {
      return above;
    }
    Token bar = cursor.next();
    return new Joined(
        Binding.OVER,
        List.of(new Link(Optional.empty(), above), new Link(Optional.of(bar), chain())));
  }

  /** Operands between relations, or the only operand; it may begin with a relation. */
  Tree chain() {
    List<Link> links = new ArrayList<>();
    if (!cursor.at(TokenKind.RELATION)) {
      links.add(new Link(Optional.empty(), sum()));
    }
    gaps.beforeOperator();
    while (cursor.at(TokenKind.RELATION) || isColon()) {
      Token relation = cursor.next();
      gaps.beforeOperand();
      links.add(new Link(Optional.of(relation), sum()));
      gaps.beforeOperator();
    }
    boolean alone = links.size() == 1 && links.getFirst().operator().isEmpty();
    return alone ? links.getFirst().operand() : new Joined(Binding.CHAIN, links);
  }

  /** {@code i : y_i = 1} below a sum, and {@code f : X \to Y}. */
  private boolean isColon() {
    if (!cursor.peek().is(TokenKind.PUNCTUATION, ":")
        || cursor.place().fence() != Place.Fence.NONE) {
      return false;
    }
    for (int ahead = 1; ; ahead++) {
      Token token = cursor.peek(ahead);
      switch (token.kind()) {
        case RELATION -> {
          return !cursor.place().outermost() || token.is(TokenKind.RELATION, "to");
        }
        case END, CLOSE, ROW, FINISH, PUNCTUATION, TEXT -> {
          return false;
        }
        default -> {
          // keep looking
        }
      }
    }
  }

  /** Terms with their signs, or the only term. */
  Tree sum() {
    List<Link> links = new ArrayList<>();
    boolean ended = false;
    while (!ended) {
      links.addAll(term());
      gaps.beforeOperator();
      ended = !cursor.at(TokenKind.SIGN) || operands.differentialFollows();
    }
    boolean alone = links.size() == 1 && links.getFirst().operator().isEmpty();
    return alone ? links.getFirst().operand() : new Joined(Binding.SUM, links);
  }

  /** A term with its sign; further signs before it make sums of one term inside. */
  private List<Link> term() {
    gaps.beforeOperand();
    List<Token> signs = new ArrayList<>();
    while (cursor.at(TokenKind.SIGN)) {
      signs.add(cursor.next());
      gaps.beforeOperand();
    }
    if (signs.size() > MAX_SIGNS) {
      throw cursor.unread(
          ProblemId.NESTED_TOO_DEEP, signs.getFirst(), "There are too many signs in a row.", "");
    }
    Tree value = product();
    for (int k = signs.size() - 1; k > 0; k--) {
      value = new Joined(Binding.SUM, List.of(new Link(Optional.of(signs.get(k)), value)));
    }
    return List.of(new Link(signs.stream().findFirst(), value));
  }

  /** A product, before which a minus may stand: the body of an operator. */
  Tree signedProduct() {
    gaps.beforeOperand();
    if (!cursor.at(TokenKind.SIGN)) {
      return product();
    }
    return new Joined(Binding.SUM, term());
  }

  /** Factors side by side, with the readings that they allow. */
  Tree product() {
    Factors factors = new Factors();
    gaps.beforeOperand();
    factors.add(Optional.empty(), operands.operand());
    boolean more = true;
    while (more && !operands.differentialFollows()) {
      more = factor(factors);
    }
    factors
        .tooDeep()
        .ifPresent(
            deep -> {
              throw cursor.unread(
                  ProblemId.NESTED_TOO_DEEP,
                  TreeText.tokens(deep).getFirst(),
                  "There are more than "
                      + Factors.MOST_PREFIXES
                      + " functions and derivatives in a row.",
                  "");
            });
    return factors.tree();
  }

  private boolean factor(Factors factors) {
    gaps.beforeOperator();
    if (cursor.at(TokenKind.OPERATOR)) {
      Token operator = cursor.next();
      gaps.beforeOperand();
      factors.add(Optional.of(operator), signedOperand());
      return true;
    }
    if (operands.evaluationFollows()) {
      factors.evaluate(operands.bar());
      return true;
    }
    if (!operands.startsHere()) {
      return false;
    }
    factors.add(Optional.empty(), operands.operand());
    return true;
  }

  /** An operand behind an operator, before which a minus may stand. */
  private Tree signedOperand() {
    if (!cursor.at(TokenKind.SIGN)) {
      return operands.operand();
    }
    Token sign = cursor.next();
    gaps.beforeOperand();
    Tree operand = cursor.within(cursor.place(), this::signedOperand);
    return new Joined(Binding.SUM, List.of(new Link(Optional.of(sign), operand)));
  }
}
