package dev.hence.read.role;

import dev.hence.claim.Proposition;
import dev.hence.read.role.Clause.Joint;
import dev.hence.read.role.Clause.Link;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.TreeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What "and", "or", "not" and parentheses make of statements. */
final class Logic {
  private static final Map<String, String> OPPOSITES =
      Map.of("=", "ne", "ne", "=", "<", ">=", ">=", "<", ">", "<=", "<=", ">");

  private Logic() {}

  /** All that "or" does not part belongs together. */
  static Proposition<Clause> of(List<Clause> clauses) {
    List<Proposition<Clause>> cases = new ArrayList<>();
    List<Proposition<Clause>> all = new ArrayList<>();
    for (Clause clause : clauses) {
      if (clause.joint() == Joint.ALTERNATIVE) {
        cases.add(joined(all));
        all.clear();
      }
      all.add(said(clause));
    }
    cases.add(joined(all));
    return cases.size() == 1 ? cases.getFirst() : new Proposition.Any<>(cases);
  }

  private static Proposition<Clause> joined(List<Proposition<Clause>> all) {
    return all.size() == 1 ? all.getFirst() : new Proposition.All<>(all);
  }

  private static Proposition<Clause> said(Clause clause) {
    Tree side = clause.first().orElse(null);
    if (!clause.links().isEmpty() || !isMade(side)) {
      return new Proposition.Atom<>(clause);
    }
    return said(side);
  }

  private static Proposition<Clause> said(Tree tree) {
    return switch (tree) {
      case Tree.Prefixed p when isDenied(p) -> new Proposition.Not<>(said(p.operand()));
      case Tree.Group g -> of(Clauses.of(row(g.content())));
      default -> of(Clauses.of(tree));
    };
  }

  private static boolean isMade(Tree tree) {
    return isDenied(tree) || (tree instanceof Tree.Group g && g.open().isFence("("));
  }

  private static boolean isDenied(Tree tree) {
    return tree instanceof Tree.Prefixed p
        && p.head() instanceof Tree.Leaf l
        && l.token().is(TokenKind.CONNECTIVE, "not");
  }

  /** Whether a statement without a relation of its own is made of others. */
  static boolean joins(Clause clause) {
    Tree side = clause.first().orElse(null);
    return clause.links().isEmpty()
        && (isDenied(side)
            || (side instanceof Tree.Group g
                && g.content() instanceof Tree.Listed l
                && l.separators().stream().anyMatch(s -> s.kind() == TokenKind.CONNECTIVE)));
  }

  /** What stands in parentheses, as if it stood in a row. */
  private static Tree row(Tree content) {
    if (!(content instanceof Tree.Listed l)) {
      return content;
    }
    List<Tree> items = new ArrayList<>();
    for (int k = 0; k < l.items().size(); k++) {
      items.add(l.items().get(k));
      if (k < l.separators().size()) {
        items.add(new Tree.Leaf(l.separators().get(k)));
      }
    }
    return new Tree.Row(items, Optional.empty());
  }

  // Negation

  /** Of a chain, that one of its relations does not hold. */
  static Proposition<Clause> negation(Clause clause) {
    List<Proposition<Clause>> all = new ArrayList<>();
    Tree left = clause.first().orElseThrow();
    for (Link link : clause.links()) {
      Token sign = link.relation();
      Token other = sign.as(TokenKind.RELATION, OPPOSITES.getOrDefault(sign.meaning(), "not"));
      all.add(
          new Proposition.Atom<>(
              clause.with(Optional.of(left), List.of(new Link(other, link.operand())))));
      left = link.operand();
    }
    return all.size() == 1 ? all.getFirst() : new Proposition.Any<>(all);
  }

  /** Whether statements are written alike, white space aside. */
  static boolean areAlike(Clause one, Clause other) {
    return written(one).equals(written(other));
  }

  private static List<String> written(Clause clause) {
    List<String> all = new ArrayList<>();
    for (Token token : TreeText.tokens(clause.chain().orElseThrow())) {
      all.add(token.meaning());
    }
    return all;
  }
}
