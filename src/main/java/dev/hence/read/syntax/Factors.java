package dev.hence.read.syntax;

import dev.hence.read.syntax.Tree.Binding;
import dev.hence.read.syntax.Tree.Choice;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The factors of one product while they are read, and then the readings that they allow: what is a
 * function and its argument, how far a logarithm or a derivative reaches.
 */
final class Factors {
  /** So many functions and derivatives may each act on all that follows. */
  static final int MOST_PREFIXES = 100;

  private List<Link> links = new ArrayList<>();

  void add(Optional<Token> operator, Tree operand) {
    links.add(new Link(operator, operand));
  }

  /** A bar behind the factors so far evaluates all of them, or the last. */
  void evaluate(Tree bar) {
    Tree factors = tree();
    Tree whole = new Tree.Evaluation(factors, bar);
    Tree read = whole;
    if (factors instanceof Joined product) {
      List<Link> last = new ArrayList<>(product.links());
      Link factor = last.removeLast();
      last.add(new Link(factor.operator(), new Tree.Evaluation(factor.operand(), bar)));
      read = new Choice(Doubt.SCOPE_OF_EVALUATION, List.of(whole, joined(last)));
    }
    links = new ArrayList<>(List.of(new Link(Optional.empty(), read)));
  }

  /** The first function or derivative that is one too many. */
  Optional<Tree> tooDeep() {
    return links.stream()
        .map(Link::operand)
        .filter(Heads::isPrefix)
        .skip(MOST_PREFIXES)
        .findFirst();
  }

  Tree tree() {
    return readings(links);
  }

  private static Tree readings(List<Link> written) {
    return joined(reaching(differences(Differentials.slashes(Applications.found(written)))));
  }

  static Tree joined(List<Link> links) {
    Link first = links.getFirst();
    return links.size() == 1 && first.operator().isEmpty()
        ? first.operand()
        : new Joined(Binding.PRODUCT, links);
  }

  /** {@code \Delta w}: one name for a difference, or two factors. */
  private static List<Link> differences(List<Link> links) {
    List<Link> found = new ArrayList<>();
    for (Link link : links) {
      boolean isDelta =
          !found.isEmpty()
              && link.operator().isEmpty()
              && Heads.isName(link.operand())
              && Heads.isLeaf(found.getLast().operand(), "\\Delta");
      if (isDelta) {
        Link delta = found.removeLast();
        Tree name = new Tree.Prefixed(delta.operand(), link.operand());
        Link plain = new Link(Optional.empty(), delta.operand());
        Tree product = new Joined(Binding.PRODUCT, List.of(plain, link));
        Tree choice = new Choice(Doubt.DIFFERENCE_OR_PRODUCT, List.of(name, product));
        found.add(new Link(delta.operator(), choice));
      } else {
        found.add(link);
      }
    }
    return found;
  }

  /** How far each function and each derivative without parentheses reaches. */
  private static List<Link> reaching(List<Link> links) {
    List<Link> rest = new ArrayList<>();
    for (int k = links.size() - 1; k >= 0; k--) {
      Link link = links.get(k);
      boolean takes = Heads.isPrefix(link.operand());
      if (takes && !rest.isEmpty() && rest.getFirst().operator().isEmpty()) {
        rest = reached(link, rest);
      } else {
        rest.addFirst(link);
      }
    }
    return rest;
  }

  /** A derivative of all that follows, or a fraction beside it. */
  private static List<Link> doubted(Link head, List<Link> rest) {
    List<Tree> readings = ((Choice) head.operand()).readings();
    Tree derivative = joined(reached(new Link(Optional.empty(), readings.getFirst()), rest));
    List<Link> beside = new ArrayList<>(List.of(new Link(Optional.empty(), readings.getLast())));
    beside.addAll(rest);
    Tree read =
        new Choice(
            Doubt.DERIVATIVE_OR_FRACTION, List.of(derivative, new Joined(Binding.PRODUCT, beside)));
    return new ArrayList<>(List.of(new Link(head.operator(), read)));
  }

  private static List<Link> reached(Link head, List<Link> rest) {
    if (Heads.isDoubtfulPrefix(head.operand())) {
      return doubted(head, rest);
    }
    boolean function = Heads.isFunction(head.operand());
    int reach = 1;
    while (reach < rest.size() && !(function && Heads.stops(rest.get(reach).operand()))) {
      reach++;
    }
    Tree one = new Tree.Prefixed(head.operand(), rest.getFirst().operand());
    Tree read = one;
    if (reach > 1) {
      List<Link> inside = List.copyOf(rest.subList(0, reach));
      Tree all = new Tree.Prefixed(head.operand(), new Joined(Binding.PRODUCT, inside));
      List<Link> beside = new ArrayList<>(List.of(new Link(Optional.empty(), one)));
      beside.addAll(inside.subList(1, reach));
      Doubt doubt = function ? Doubt.LOG_OF_PRODUCT : Doubt.SCOPE_OF_DERIVATIVE;
      read = new Choice(doubt, List.of(all, new Joined(Binding.PRODUCT, beside)));
    }
    List<Link> result = new ArrayList<>(List.of(new Link(head.operator(), read)));
    result.addAll(rest.subList(reach, rest.size()));
    return result;
  }
}
