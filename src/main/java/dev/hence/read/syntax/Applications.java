package dev.hence.read.syntax;

import dev.hence.read.syntax.Tree.Application;
import dev.hence.read.syntax.Tree.Choice;
import dev.hence.read.syntax.Tree.Group;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.syntax.Tree.Scripted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds functions and their arguments in parentheses among the factors of a product. */
final class Applications {
  /** As many groups behind one name may be its arguments, {@code K(x)(y)(z)}. */
  private static final int MAX_GROUPS = 3;

  private Applications() {}

  static List<Link> found(List<Link> links) {
    List<Link> found = new ArrayList<>();
    int k = 0;
    while (k < links.size()) {
      Link head = links.get(k);
      int groups = groups(links, k);
      if (groups == 0) {
        found.add(head);
        k++;
      } else if (Heads.isFunction(head.operand())) {
        found.add(new Link(head.operator(), ofFunction(head.operand(), links.get(k + 1))));
        k += 2;
      } else {
        Tree read = ofName(head, links.subList(k + 1, k + 1 + groups));
        found.add(new Link(head.operator(), read));
        k += 1 + groups;
      }
    }
    return found;
  }

  /** How many groups stand behind a name or a function. */
  private static int groups(List<Link> links, int head) {
    Tree tree = links.get(head).operand();
    boolean function = Heads.isFunction(tree);
    if (!function && !Heads.mayBeApplied(tree)) {
      return 0;
    }
    int count = 0;
    while (count < MAX_GROUPS
        && head + 1 + count < links.size()
        && isArgument(links.get(head + 1 + count), function)) {
      count++;
    }
    return count;
  }

  private static boolean isArgument(Link link, boolean ofFunction) {
    boolean joins =
        link.operator().isEmpty() || link.operator().get().is(TokenKind.OPERATOR, "broadcast");
    Tree group = Heads.base(link.operand());
    boolean braces =
        group instanceof Group g
            && g.open().isFence("{")
            && (ofFunction || isRelation(g.content()));
    return joins && (Heads.isParenthesis(group) || braces);
  }

  /** {@code \log(a)^2}: the power may be the value's or the argument's. */
  private static Tree ofFunction(Tree function, Link group) {
    Tree within = new Application(function, group.operator(), group.operand());
    Tree value = applied(function, group);
    return value.equals(within)
        ? within
        : new Choice(Doubt.POWER_OF_ARGUMENT_OR_VALUE, List.of(value, within));
  }

  /** The function on the group, with the scripts on the group around both. */
  private static Tree applied(Tree function, Link group) {
    Tree operand = group.operand();
    if (operand instanceof Choice c) {
      operand = c.readings().getFirst();
    }
    return operand instanceof Scripted s
        ? new Scripted(
            new Application(function, group.operator(), s.base()), s.scripts(), s.nesting())
        : new Application(function, group.operator(), operand);
  }

  private static Tree ofName(Link head, List<Link> groups) {
    List<Tree> readings = new ArrayList<>();
    for (int n = groups.size(); n >= 0; n--) {
      Tree function = head.operand();
      for (Link group : groups.subList(0, n)) {
        function = applied(function, group);
      }
      List<Link> product = new ArrayList<>(List.of(new Link(Optional.empty(), function)));
      product.addAll(groups.subList(n, groups.size()));
      if (n > 0 || !isCertain(head, groups.getFirst())) {
        readings.add(Factors.joined(product));
      }
    }
    if (Heads.isParenthesis(Heads.base(head.operand()))) {
      readings = new ArrayList<>(readings.reversed());
    }
    return readings.size() == 1
        ? readings.getFirst()
        : new Choice(Doubt.APPLICATION_OR_PRODUCT, readings);
  }

  private static boolean isRelation(Tree content) {
    return content instanceof Tree.Joined j && j.binding() == Tree.Binding.CHAIN;
  }

  /** {@code \mathbb{1}\{x > 0\}}. */
  private static boolean isBraced(Tree group) {
    return Heads.base(group) instanceof Group g && g.open().isFence("{");
  }

  /** Several arguments, or none, are no factor; behind a list they are another list. */
  private static boolean isCertain(Link head, Link group) {
    boolean list =
        Heads.base(head.operand()) instanceof Group g && g.content() instanceof Tree.Listed;
    if (list) {
      return false;
    }
    return isBraced(group.operand())
        || group.operator().isPresent()
        || (Heads.base(group.operand()) instanceof Group g
            && (g.content() instanceof Tree.Empty || g.content() instanceof Tree.Listed));
  }
}
