package dev.hence.read.syntax;

import dev.hence.read.syntax.Tree.Derivative;
import dev.hence.read.syntax.Tree.Leaf;

/** What may stand before an argument. */
final class Heads {
  private Heads() {}

  static boolean isLeaf(Tree tree, String meaning) {
    return tree instanceof Leaf l && l.token().meaning().equals(meaning);
  }

  /** The tree without scripts. */
  static Tree base(Tree tree) {
    return switch (tree) {
      case Tree.Scripted s -> base(s.base());
      case Tree.Choice c when c.doubt() == Doubt.SCRIPT_OF_ENTRY_OR_MATRIX ->
          base(c.readings().getFirst());
      default -> tree;
    };
  }

  /** Whether the tree is a function by its name, perhaps with scripts. */
  static boolean isFunction(Tree tree) {
    return switch (base(tree)) {
      case Tree.Run r -> true;
      case Leaf l -> l.token().kind() == TokenKind.FUNCTION || l.token().kind() == TokenKind.BIG;
      default -> false;
    };
  }

  /** Whether the tree takes what stands behind it as its argument. */
  static boolean isPrefix(Tree tree) {
    return isFunction(tree) || isPrefixDerivative(tree) || isDoubtfulPrefix(tree);
  }

  private static boolean isPrefixDerivative(Tree tree) {
    return tree instanceof Derivative d && d.operand().isEmpty();
  }

  /** Whether the tree may be a derivative of what stands behind it, or a fraction. */
  static boolean isDoubtfulPrefix(Tree tree) {
    return tree instanceof Tree.Choice c
        && c.doubt() == Doubt.DERIVATIVE_OR_FRACTION
        && isPrefixDerivative(c.readings().getFirst());
  }

  /** Whether the tree is a name, perhaps with scripts. */
  static boolean isName(Tree tree) {
    return switch (base(tree)) {
      case Leaf l ->
          switch (l.token().kind()) {
            case LETTER, WORD, TEXT -> true;
            case NAME -> !l.token().meaning().equals("\\partial");
            default -> false;
          };
      case Tree.Composed c -> true;
      case Tree.Styled s -> true;
      default -> false;
    };
  }

  /** Whether parentheses behind the tree may hold its argument. */
  static boolean mayBeApplied(Tree tree) {
    return isName(tree)
        || isParenthesis(base(tree))
        || (tree instanceof Derivative d && d.operand().isPresent());
  }

  static boolean isParenthesis(Tree tree) {
    return tree instanceof Tree.Group g && (g.open().isFence("(") || g.open().isFence("["));
  }

  /** Whether the reach of a function before it ends here. */
  static boolean stops(Tree tree) {
    return switch (tree) {
      case Tree.Prefixed p -> true;
      case Tree.Application a -> isFunction(a.function());
      case Tree.Scripted s -> stops(s.base());
      case Tree.Choice c ->
          c.doubt() == Doubt.LOG_OF_PRODUCT
              || c.doubt() == Doubt.SCOPE_OF_DERIVATIVE
              || c.doubt() == Doubt.POWER_OF_ARGUMENT_OR_VALUE;
      case Derivative d -> true;
      default -> isFunction(tree);
    };
  }
}
