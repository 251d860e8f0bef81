package dev.hence.read.elaborate;

import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Big;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.syntax.Tree.Scripted;
import java.util.List;
import java.util.Optional;

/** Sums and products of which it is not clear where they end. */
final class OpenEnds {
  private OpenEnds() {}

  /** A sum ends at the next sign; its index must not occur behind it again. */
  static Optional<Refusal> ofSum(Joined sum) {
    List<Link> links = sum.links();
    for (int k = 0; k + 1 < links.size(); k++) {
      for (String letter : openLetters(links.get(k).operand())) {
        for (Link later : links.subList(k + 1, links.size())) {
          if (mentions(later.operand(), letter)) {
            return Optional.of(
                new Refusal.Several(
                    later.operand().span(),
                    "an index behind its sum",
                    List.of("a sum that ends at the sign", "a sum that goes on")));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The letters of a sum that stands last in a term. */
  private static List<String> openLetters(Tree term) {
    List<Link> factors = Pieces.factors(term);
    return factors.getLast().operand() instanceof Big b && b.head() instanceof Scripted s
        ? Evaluations.content(s.scripts(), true).map(Pieces::items).orElse(List.of()).stream()
            .flatMap(item -> letter(item).stream())
            .toList()
        : List.of();
  }

  private static Optional<String> letter(Tree item) {
    Tree head =
        Pieces.plain(item) instanceof Joined j && Pieces.isChain(j)
            ? j.links().getFirst().operand()
            : item;
    return ScriptedName.of(head).filter(ScriptedName::isBare).map(n -> n.name().latex());
  }

  /** {@code \prod_i p_i \cdot c}: is c multiplied once, or as often as there are p_i? */
  static Optional<Refusal> ofProduct(Big product, String letter) {
    List<Link> factors = Pieces.factors(product.body());
    int last = factors.size() - 1;
    while (last >= 0 && !mentions(factors.get(last).operand(), letter)) {
      last--;
    }
    return last >= 0 && last < factors.size() - 1
        ? Optional.of(
            new Refusal.Several(
                factors.get(last + 1).operand().span(),
                "a factor behind a product",
                List.of("a factor of the product", "a factor beside it")))
        : Optional.empty();
  }

  /** Whether a letter stands in a tree, also where a sum there binds it anew. */
  static boolean mentions(Tree tree, String letter) {
    Tree plain = Pieces.plain(tree);
    if (plain instanceof Big && openLetters(plain).contains(letter)) {
      return false;
    }
    boolean here =
        ScriptedName.of(plain)
            .filter(ScriptedName::isBare)
            .filter(n -> n.name().latex().equals(letter))
            .isPresent();
    if (plain instanceof Tree.Choice c) {
      return mentions(c.readings().getFirst(), letter);
    }
    return here || plain.inner().stream().anyMatch(inner -> mentions(inner, letter));
  }
}
