package dev.hence.read.math;

import dev.hence.read.math.Syntax.Link;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what stands between wide spaces: operands, relations and commas. A comma may separate names
 * on the left of a relation, members of a range on its right, or statements; which one is settled
 * by what follows.
 */
final class Segments {
  private final Tokens tokens;
  private final Expressions expressions;

  Segments(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** What stands between two commas. */
  private record Item(Optional<Syntax> first, List<Link> links, Span span) {
    boolean isBare() {
      return links.isEmpty();
    }
  }

  boolean startsHere() {
    return switch (tokens.peek().kind()) {
      case RELATION, SIGN -> true;
      case OPERATOR -> tokens.peek().text().equals("cdot");
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
          PUNCTUATION,
          WIDE,
          AMPERSAND,
          NEWLINE,
          BEGIN,
          FINISH,
          TAG,
          LABEL,
          END ->
          expressions.startsFactor();
    };
  }

  void skipSpace() {
    expressions.gaps().skip();
  }

  /**
   * @param separator what stands before the first clause
   */
  List<Clause> read(Separator separator) {
    List<Item> items = new ArrayList<>(List.of(item()));
    while (tokens.peek().is(TokenKind.PUNCTUATION, ",") && continues(tokens.peek(1))) {
      tokens.next();
      items.add(item());
    }
    return clauses(items, separator);
  }

  /** Whether what is behind a comma is in the same segment. */
  private static boolean continues(Token token) {
    return switch (token.kind()) {
      case LETTER, NUMBER, COMMAND, OPERATOR_NAME, DELIMITER, OPEN, SIGN, BEGIN ->
          !token.is(TokenKind.COMMAND, "forall");
      case TEXT,
          RELATION,
          CONNECTIVE,
          OPERATOR,
          SUB,
          SUP,
          PRIME,
          BANG,
          CLOSE,
          PUNCTUATION,
          WIDE,
          AMPERSAND,
          NEWLINE,
          FINISH,
          TAG,
          LABEL,
          END ->
          false;
    };
  }

  private Item item() {
    int start = tokens.mark();
    Optional<Syntax> first =
        tokens.at(TokenKind.RELATION) ? Optional.empty() : Optional.of(expressions.terms());
    if (first.filter(Products::isName).isPresent() && typeFollows()) {
      Token colon = tokens.peek();
      tokens.replace(Token.of(TokenKind.RELATION, "colon", colon.start(), colon.end()));
    }
    return new Item(first, expressions.links(), tokens.spanFrom(start));
  }

  /** Whether a colon and an arrow follow, as in {@code f : X \to Y}. */
  private boolean typeFollows() {
    if (!tokens.peek().is(TokenKind.PUNCTUATION, ":")) {
      return false;
    }
    int ahead = 1;
    while (tokens.peek(ahead).kind() != TokenKind.END
        && tokens.peek(ahead).kind() != TokenKind.RELATION) {
      ahead++;
    }
    return Vocabulary.RELATIONS.get(tokens.peek(ahead).text()) == Relation.TENDS_TO;
  }

  private List<Clause> clauses(List<Item> items, Separator separator) {
    List<Clause> clauses = new ArrayList<>();
    int lastChain = items.size() - 1;
    while (lastChain >= 0 && items.get(lastChain).isBare()) {
      lastChain--;
    }
    int i = 0;
    while (i < items.size()) {
      List<Item> names = new ArrayList<>();
      while (i < items.size() && items.get(i).isBare()) {
        names.add(items.get(i++));
      }
      if (i == items.size()) {
        clauses.add(clause(names, List.of(), separator));
        break;
      }
      Item chain = items.get(i++);
      names.add(chain);
      List<Item> right = new ArrayList<>();
      while (i < items.size() && isRight(items, i, right, lastChain)) {
        right.add(items.get(i++));
      }
      Clause clause = clause(names, withRight(chain.links(), right), separator);
      Arrows.named(clause).forEach(c -> clauses.addAll(Arrows.split(c)));
      separator = Separator.COMMA;
    }
    return clauses;
  }

  /** Whether an item behind a comma belongs to the range on its left: {@code 1, \dots, N}. */
  private static boolean isRight(List<Item> items, int i, List<Item> right, int lastChain) {
    Item item = items.get(i);
    if (!item.isBare()) {
      return false;
    }
    Syntax value = item.first().orElseThrow();
    boolean behindDots =
        !right.isEmpty()
            && right.get(right.size() - 1).first().orElseThrow() instanceof Syntax.Dots;
    return i > lastChain || behindDots || isNumber(value) || value instanceof Syntax.Dots;
  }

  private static boolean isNumber(Syntax value) {
    return value instanceof Syntax.Numeral
        || (value instanceof Syntax.Terms terms
            && terms.terms().size() == 1
            && isNumber(terms.terms().get(0).value()));
  }

  private static List<Link> withRight(List<Link> links, List<Item> right) {
    if (right.isEmpty()) {
      return links;
    }
    Link last = links.get(links.size() - 1);
    List<Syntax> members = new ArrayList<>(List.of(last.operand()));
    right.forEach(item -> members.add(item.first().orElseThrow()));
    List<Link> extended = new ArrayList<>(links.subList(0, links.size() - 1));
    extended.add(new Link(last.relation(), last.note(), last.sign(), sequence(members)));
    return extended;
  }

  private Clause clause(List<Item> names, List<Link> links, Separator separator) {
    List<Syntax> firsts = new ArrayList<>();
    for (Item item : names) {
      if (item.first().isEmpty() && names.size() > 1) {
        throw tokens.unexpected(tokens.peek(), "a relation needs an operand on its left");
      }
      item.first().ifPresent(firsts::add);
    }
    Optional<Syntax> first =
        firsts.isEmpty()
            ? Optional.empty()
            : Optional.of(firsts.size() == 1 ? firsts.get(0) : sequence(firsts));
    Span span = names.get(0).span();
    for (Link link : links) {
      span = span.to(link.operand().span());
    }
    span = span.to(names.get(names.size() - 1).span());
    return new Clause(separator, first, links, List.of(), span);
  }

  private static Syntax sequence(List<Syntax> items) {
    return new Syntax.Sequence(items, items.get(0).span().to(items.get(items.size() - 1).span()));
  }
}
