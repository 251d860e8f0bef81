package dev.hence.read.role;

import dev.hence.read.elaborate.Tendency;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One statement as it is written: sides with relations between them, and the words behind it.
 *
 * @param row in which it stands
 * @param joint how it is joined to the one before
 * @param names what stands before the last name on the left, between commas
 * @param first the left side; empty where it begins with a relation
 * @param words what is said behind it
 */
record Clause(
    int row,
    Joint joint,
    List<Tree> names,
    Optional<Tree> first,
    List<Link> links,
    List<Tree> words,
    Span span) {
  Clause {
    names = List.copyOf(names);
    links = List.copyOf(links);
    words = List.copyOf(words);
  }

  /** A relation with what stands behind it. */
  record Link(Token relation, Tree operand) {
    String sign() {
      return relation.meaning();
    }
  }

  /** How a statement is joined to the one before. */
  enum Joint {
    NONE,
    COMMA,
    AND,
    FOLLOWS,
    EQUIVALENT,
    ALTERNATIVE;

    boolean isArrow() {
      return this == FOLLOWS || this == EQUIVALENT;
    }

    /** Whether it leaves both statements as they are. */
    boolean isPlain() {
      return this == NONE || this == COMMA || this == AND;
    }
  }

  /** All names on the left of a declaration. */
  List<Tree> allNames() {
    List<Tree> all = new java.util.ArrayList<>(names);
    first.ifPresent(all::add);
    return List.copyOf(all);
  }

  /** All its names and sides. */
  List<Tree> trees() {
    List<Tree> all = new java.util.ArrayList<>(allNames());
    links.forEach(l -> all.add(l.operand()));
    return List.copyOf(all);
  }

  /** Whether it has one relation, with this sign. */
  boolean says(String sign) {
    return links.size() == 1 && links.getFirst().sign().equals(sign);
  }

  Tree right() {
    return links.getFirst().operand();
  }

  /** Where it says that letters go, if it says nothing else. */
  List<Tendency> tendencies() {
    return links.size() == 1 && first.isPresent()
        ? allNames().stream().flatMap(n -> Tendency.of(chain(n)).stream()).toList()
        : List.of();
  }

  /** A left side with the relations of the statement. */
  private Tree chain(Tree left) {
    List<Tree.Link> all = new java.util.ArrayList<>();
    all.add(new Tree.Link(Optional.empty(), left));
    links.forEach(l -> all.add(new Tree.Link(Optional.of(l.relation()), l.operand())));
    return new Tree.Joined(Tree.Binding.CHAIN, all);
  }

  /** Its relations as one chain, where it has a left side. */
  Optional<Tree> chain() {
    return first.map(this::chain);
  }

  /** From the left side of a relation to its right; of a later one from its sign. */
  Span place(int k) {
    Link link = links.get(k);
    Span right = link.operand().span();
    return k == 0 && first.isPresent()
        ? first.get().span().to(right)
        : link.relation().span().to(right);
  }

  /** The same from one of its sides on. */
  Clause from(int side) {
    return side == 0
        ? this
        : with(Optional.of(links.get(side - 1).operand()), links.subList(side, links.size()));
  }

  /** Other sides with the same words behind them. */
  Clause with(Optional<Tree> side, List<Link> relations) {
    Span place = side.map(Tree::span).orElse(span).to(relations.getLast().operand().span());
    return new Clause(row, joint, names, side, relations, words, place);
  }

  Clause saying(List<Tree> more) {
    List<Tree> all = new java.util.ArrayList<>(words);
    all.addAll(more);
    return sayingOnly(all);
  }

  Clause sayingOnly(List<Tree> all) {
    return new Clause(row, joint, names, first, links, all, span);
  }
}
