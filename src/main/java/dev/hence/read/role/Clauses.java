package dev.hence.read.role;

import dev.hence.read.role.Clause.Joint;
import dev.hence.read.role.Clause.Link;
import dev.hence.read.syntax.Environments;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts the rows of a display, or a header entry, into statements. */
final class Clauses {
  private final List<Clause> clauses = new ArrayList<>();
  private final List<Tree> names = new ArrayList<>();
  private Joint joint = Joint.NONE;
  private int row;

  private Clauses() {}

  static List<Clause> of(Tree tree) {
    Clauses all = new Clauses();
    all.rows(tree);
    all.bareNames();
    return List.copyOf(all.clauses);
  }

  private void rows(Tree tree) {
    switch (tree) {
      case Tree.Rows r -> r.rows().forEach(row -> row(row.items()));
      case Tree.Row r -> row(r.items());
      default -> row(List.of(tree));
    }
  }

  private void row(List<Tree> items) {
    boolean held = items.stream().anyMatch(Clauses::holdsStatements);
    row += items.isEmpty() || held ? 0 : 1;
    int at = 0;
    while (at < items.size()) {
      at = item(items, at);
    }
    bareNames();
  }

  /** Takes what begins at a place; returns the place behind it. */
  private int item(List<Tree> items, int at) {
    Tree item = items.get(at);
    if (holdsStatements(item)) {
      bareNames();
      ((Tree.Environment) item).rows().forEach(row -> row(row.items()));
      return at + 1;
    }
    if (boxed(item).isPresent()) {
      row(boxed(item).get().items());
      return at + 1;
    }
    if (item instanceof Tree.Worded w) {
      words(w);
      return at + 1;
    }
    Optional<Token> separator = separator(item);
    if (separator.isPresent()) {
      separated(separator.get());
      return at + 1;
    }
    Optional<Integer> range = rangeEnd(items, at);
    if (range.isPresent()) {
      statement(ranged(items.subList(at, range.get())));
      return range.get();
    }
    statement(item, isListed(items, at + 1));
    return at + 1;
  }

  private static boolean holdsStatements(Tree item) {
    return item instanceof Tree.Environment e && Environments.holdsStatements(e.begin().meaning());
  }

  private static Optional<Tree.Row> boxed(Tree item) {
    return item instanceof Tree.Command c
            && c.command().meaning().equals("boxed")
            && c.arguments().getFirst() instanceof Tree.Braced b
            && b.content() instanceof Tree.Row r
        ? Optional.of(r)
        : Optional.empty();
  }

  private static Optional<Token> separator(Tree item) {
    return item instanceof Tree.Leaf l
        ? switch (l.token().kind()) {
          case WIDE, CELL, CONNECTIVE, PUNCTUATION, TAG, LABEL -> Optional.of(l.token());
          default -> Optional.empty();
        }
        : Optional.empty();
  }

  private void separated(Token token) {
    if (token.kind() == TokenKind.CONNECTIVE) {
      bareNames();
      joint =
          switch (token.meaning()) {
            case "implies" -> Joint.FOLLOWS;
            case "iff" -> Joint.EQUIVALENT;
            case "or" -> Joint.ALTERNATIVE;
            case "and" -> Joint.AND;
            default -> joint;
          };
    } else if (joint == Joint.NONE && token.is(TokenKind.PUNCTUATION, ",")) {
      joint = Joint.COMMA;
    } else if (joint == Joint.COMMA && token.kind() == TokenKind.WIDE) {
      joint = Joint.NONE;
    }
  }

  /** Words that join are a joint; others are said of the statement before them. */
  private void words(Tree.Worded w) {
    bareNames();
    switch (w.phrase()) {
      case IMPLIES -> joint = Joint.FOLLOWS;
      case IFF -> joint = Joint.EQUIVALENT;
      case OR -> joint = Joint.ALTERNATIVE;
      case AND -> joint = Joint.AND;
      case FOR_ALL, IF, SMALL, LARGE, WHERE, OTHERWISE, INDEPENDENT, EXPLANATION, REMARK, OTHER ->
          said(w);
    }
  }

  private void said(Tree.Worded w) {
    if (!clauses.isEmpty()) {
      clauses.add(clauses.removeLast().saying(List.of(w)));
    } else if (!w.explains() || !Remarks.in(w).isEmpty()) {
      add(Optional.of(w), List.of(), w.span());
    }
  }

  // Ranges and lists

  /** {@code i = 1, 2, \dots, N}: the place behind a range that begins at a place. */
  private static Optional<Integer> rangeEnd(List<Tree> items, int at) {
    boolean equation =
        chain(items.get(at))
            .filter(c -> c.links().size() == 2 && c.links().getFirst().operator().isEmpty())
            .filter(c -> c.links().get(1).operator().orElseThrow().meaning().equals("="))
            .isPresent();
    int next = at + 1;
    boolean dots = false;
    while (equation && !dots && isComma(items, next) && next + 1 < items.size()) {
      Tree item = items.get(next + 1);
      if (chain(item).isPresent()) {
        return Optional.empty();
      }
      dots = isDots(item);
      next += 2;
    }
    if (!dots) {
      return next > at + 1 && areNumbers(items.subList(at + 1, next))
          ? Optional.of(next)
          : Optional.empty();
    }
    boolean ends = isComma(items, next) && next + 1 < items.size() && isEnd(items.get(next + 1));
    return Optional.of(ends ? next + 2 : next);
  }

  /** {@code i = 1, 2, 3}: numbers and the commas between them. */
  private static boolean areNumbers(List<Tree> items) {
    return items.stream()
        .allMatch(
            i ->
                i instanceof Tree.Leaf l
                    && (l.token().kind() == TokenKind.NUMBER
                        || l.token().is(TokenKind.PUNCTUATION, ",")));
  }

  private static boolean isEnd(Tree item) {
    return chain(item).isEmpty() && separator(item).isEmpty() && !(item instanceof Tree.Worded);
  }

  private static boolean isComma(List<Tree> items, int at) {
    return at < items.size()
        && items.get(at) instanceof Tree.Leaf l
        && l.token().is(TokenKind.PUNCTUATION, ",");
  }

  static boolean isDots(Tree item) {
    return item instanceof Tree.Leaf l && l.token().kind() == TokenKind.DOTS;
  }

  /** The equation with the whole list as its right side. */
  private static Joined ranged(List<Tree> items) {
    Joined chain = chain(items.getFirst()).orElseThrow();
    List<Tree> values = new ArrayList<>(List.of(chain.links().get(1).operand()));
    List<Token> commas = new ArrayList<>();
    for (int k = 1; k + 1 < items.size(); k += 2) {
      commas.add(((Tree.Leaf) items.get(k)).token());
      values.add(items.get(k + 1));
    }
    Tree.Link last =
        new Tree.Link(chain.links().get(1).operator(), new Tree.Listed(values, commas));
    return new Joined(Tree.Binding.CHAIN, List.of(chain.links().getFirst(), last));
  }

  /** Whether a comma and a further name stand here, so that a name before it is one of several. */
  private static boolean isListed(List<Tree> items, int at) {
    return isComma(items, at) && at + 1 < items.size() && separator(items.get(at + 1)).isEmpty();
  }

  // Statements

  private void statement(Tree item, boolean listed) {
    if (chain(item).isEmpty() && listed && !(item instanceof Tree.Prefixed)) {
      names.add(item);
    } else {
      statement(item);
    }
  }

  private void statement(Tree item) {
    Optional<Joined> chain = chain(item);
    if (chain.isEmpty()) {
      lone(item);
      return;
    }
    List<Link> links = new ArrayList<>();
    for (Tree.Link link : chain.get().links()) {
      link.operator().ifPresent(r -> links.add(new Link(r, link.operand())));
    }
    Tree.Link first = chain.get().links().getFirst();
    Optional<Tree> left =
        first.operator().isEmpty() ? Optional.of(first.operand()) : Optional.empty();
    for (int k = left.isEmpty() ? 0 : 1; k + 1 < links.size(); k++) {
      if (isArrow(links.get(k)) && !isArrow(links.get(k + 1))) {
        parted(left, links, k);
        return;
      }
    }
    chained(left, links, item.span());
  }

  private static boolean isArrow(Link link) {
    return link.sign().equals("to");
  }

  /** An arrow between relations says that one follows from the other. */
  private void parted(Optional<Tree> left, List<Link> links, int arrow) {
    if (arrow > 0) {
      Span start = left.map(Tree::span).orElse(links.getFirst().relation().span());
      Span end = links.get(arrow - 1).operand().span();
      chained(left, links.subList(0, arrow), start.to(end));
    }
    joint = Joint.FOLLOWS;
    Tree next = links.get(arrow).operand();
    Span end = links.getLast().operand().span();
    List<Link> rest = links.subList(arrow + 1, links.size());
    chained(Optional.of(next), rest, next.span().to(end));
  }

  private void chained(Optional<Tree> left, List<Link> links, Span span) {
    if (left.isPresent() && links.size() == 1 && links.getFirst().sign().equals("=:")) {
      Token sign = links.getFirst().relation().as(TokenKind.RELATION, ":=");
      add(Optional.of(links.getFirst().operand()), List.of(new Link(sign, left.get())), span);
      return;
    }
    if (left.isEmpty() && !clauses.isEmpty() && joint.isPlain() && names.isEmpty()) {
      Clause before = clauses.removeLast();
      List<Link> all = new ArrayList<>(before.links());
      all.addAll(links);
      Span whole = before.span().to(span);
      clauses.add(
          new Clause(
              row, before.joint(), before.names(), before.first(), all, before.words(), whole));
    } else {
      add(left, links, span);
    }
  }

  /** A relation in parentheses behind a statement restricts it; a number names it. */
  private void lone(Tree item) {
    boolean behind =
        joint != Joint.AND
            && joint.isPlain()
            && !clauses.isEmpty()
            && !clauses.getLast().links().isEmpty();
    if (behind && item instanceof Tree.Group g && g.open().isFence("(")) {
      if (chain(g.content()).isPresent()) {
        clauses.add(clauses.removeLast().saying(List.of(g.content())));
        return;
      }
      if (g.content() instanceof Tree.Leaf l && l.token().kind() == TokenKind.NUMBER) {
        return;
      }
    }
    add(Optional.of(item), List.of(), item.span());
  }

  private void add(Optional<Tree> left, List<Link> links, Span span) {
    Span whole = names.isEmpty() ? span : names.getFirst().span().to(span);
    clauses.add(new Clause(row, joint, names, left, links, List.of(), whole));
    names.clear();
    joint = Joint.NONE;
  }

  /** Names before commas with no relation behind them. */
  private void bareNames() {
    List<Tree> left = List.copyOf(names);
    names.clear();
    left.forEach(n -> add(Optional.of(n), List.of(), n.span()));
  }

  static Optional<Joined> chain(Tree item) {
    return item instanceof Joined j && j.binding() == Tree.Binding.CHAIN
        ? Optional.of(j)
        : Optional.empty();
  }
}
