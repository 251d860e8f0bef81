package dev.hence.read.elaborate;

import dev.hence.expr.Rational;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Binding;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Leaf;
import dev.hence.read.syntax.Tree.Link;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks into trees. */
final class Pieces {
  /** The letter that the dot of {@code \pi(\cdot)} is where something is bound to its place. */
  static final String PLACE = "\\cdot";

  private Pieces() {}

  /** The tree without braces around it, which print nothing; of a sign what it stands for. */
  static Tree plain(Tree tree) {
    return switch (tree) {
      case Tree.Braced b -> plain(b.content());
      case Tree.Composed c -> plain(c.meaning());
      default -> tree;
    };
  }

  static boolean isLeaf(Tree tree, TokenKind kind, String meaning) {
    return plain(tree) instanceof Leaf l && l.token().is(kind, meaning);
  }

  static boolean isKind(Tree tree, TokenKind kind) {
    return plain(tree) instanceof Leaf l && l.token().kind() == kind;
  }

  /** Whether a tree is a dot in an argument's place. */
  static boolean isPlace(Tree tree) {
    return isLeaf(tree, TokenKind.OPERATOR, "cdot");
  }

  /** The items between commas, or the only one. */
  static List<Tree> items(Tree tree) {
    return switch (plain(tree)) {
      case Tree.Listed l -> l.items();
      case Tree.Empty e -> List.of();
      default -> List.of(plain(tree));
    };
  }

  /** A number that is written with digits. */
  static Optional<Rational> numeral(Tree tree) {
    return plain(tree) instanceof Leaf l && l.token().kind() == TokenKind.NUMBER
        ? Optional.of(Rational.of(new BigDecimal(l.token().meaning())))
        : Optional.empty();
  }

  /** The links of a product, or the tree as the only one. */
  static List<Link> factors(Tree tree) {
    return plain(tree) instanceof Joined j && j.binding() == Binding.PRODUCT
        ? j.links()
        : List.of(new Link(Optional.empty(), tree));
  }

  /** What stands behind a lone sign, if the sign is this one. */
  static Optional<Tree> signed(Tree tree, String sign) {
    return plain(tree) instanceof Joined j
            && j.binding() == Binding.SUM
            && j.links().size() == 1
            && j.links().getFirst().operator().filter(o -> o.meaning().equals(sign)).isPresent()
        ? Optional.of(j.links().getFirst().operand())
        : Optional.empty();
  }

  static boolean isChain(Tree tree) {
    return plain(tree) instanceof Joined j && j.binding() == Binding.CHAIN;
  }

  static boolean isJuxtaposed(List<Link> links) {
    return links.stream().allMatch(l -> l.operator().isEmpty());
  }

  static String meaning(Optional<Token> operator) {
    return operator.map(Token::meaning).orElse("");
  }

  /**
   * All trees in a tree, itself first; of a choice all readings, and what they share once. Without
   * that choices inside choices would double them each time.
   */
  static List<Tree> all(Tree tree) {
    List<Tree> all = new ArrayList<>();
    collect(tree, all, Collections.newSetFromMap(new IdentityHashMap<>()));
    return all;
  }

  private static void collect(Tree tree, List<Tree> all, Set<Tree> met) {
    if (met.add(tree)) {
      all.add(tree);
      inside(tree).forEach(t -> collect(t, all, met));
    }
  }

  /** The trees directly inside a tree; the readings of a choice. */
  static List<Tree> inside(Tree tree) {
    return switch (tree) {
      case Tree.Choice c -> c.readings();
      case Tree.Composed c -> List.of(c.meaning());
      default -> tree.inner();
    };
  }
}
