package dev.hence.read.prose;

import dev.hence.read.syntax.Doubt;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A factor of a product, a function before its argument, or a derivative before its operand.
 *
 * @param below whether what stands before is divided by it
 */
record UseFactor(Tree tree, boolean below) {
  static boolean isProduct(Doubt doubt) {
    return doubt == Doubt.APPLICATION_OR_PRODUCT || doubt == Doubt.SCOPE_OF_DERIVATIVE;
  }

  /** What stands side by side in a tree, however the grammar joins it. */
  static List<UseFactor> of(Tree tree) {
    List<UseFactor> factors = new ArrayList<>();
    flatten(tree, false, factors);
    return factors;
  }

  private static void flatten(Tree tree, boolean below, List<UseFactor> factors) {
    switch (tree) {
      case Tree.Joined j when j.binding() == Tree.Binding.PRODUCT -> {
        for (Tree.Link link : j.links()) {
          boolean over = link.operator().filter(o -> o.meaning().equals("/")).isPresent();
          flatten(link.operand(), over, factors);
        }
      }
      case Tree.Choice c when isProduct(c.doubt()) -> flatten(product(c), below, factors);
      case Tree.Application a when !UseReader.isFunction(a.function()) -> {
        flatten(a.function(), below, factors);
        flatten(a.argument(), below, factors);
      }
      case Tree.Prefixed p when p.head() instanceof Tree.Derivative d -> {
        factors.add(new UseFactor(d, below));
        flatten(p.operand(), below, factors);
      }
      default -> factors.add(new UseFactor(tree, below));
    }
  }

  private static Tree product(Tree.Choice choice) {
    return choice.readings().stream()
        .filter(r -> r instanceof Tree.Joined j && j.binding() == Tree.Binding.PRODUCT)
        .reduce((first, last) -> last)
        .orElse(choice.readings().getFirst());
  }

  /** A derivative that acts on what stands behind it. */
  boolean derives() {
    return tree instanceof Tree.Derivative d && d.operand().isEmpty();
  }

  /** What stands in parentheses, whatever is raised behind them. */
  Optional<Tree.Group> group() {
    return group(tree);
  }

  private static Optional<Tree.Group> group(Tree tree) {
    return switch (tree) {
      case Tree.Group g when g.open().meaning().equals("(") -> Optional.of(g);
      case Tree.Scripted s -> group(s.base());
      case Tree.Choice c -> group(c.readings().getFirst());
      default -> Optional.empty();
    };
  }

  /** What is raised behind it. */
  UseScripts scripts() {
    return UseScripts.of(scripts(tree));
  }

  private static List<Tree.Script> scripts(Tree tree) {
    return switch (tree) {
      case Tree.Scripted s -> s.scripts();
      case Tree.Choice c -> scripts(c.readings().getFirst());
      default -> List.of();
    };
  }
}
