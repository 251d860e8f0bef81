package dev.hence.read.elaborate;

import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Binding;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A side without the orders of magnitude among its terms: {@code 1 + x + O(x^2)}. The letters O and
 * o are Landau's where nothing else is known of them.
 *
 * @param kept the other terms; empty if there are none
 * @param orders those that were taken off
 */
record Orders(Optional<Tree> kept, List<Order> orders) {
  private static final Set<String> BIG = Set.of("O", "\\mathcal{O}", "\\mathscr{O}", "\\mathrm{O}");
  private static final Set<String> LITTLE = Set.of("o", "\\mathrm{o}", "\\mathcal{o}");

  Orders {
    orders = List.copyOf(orders);
  }

  /**
   * One order of magnitude.
   *
   * @param little whether it is {@code o}
   * @param gauge by what is measured, factors before the letter included
   */
  record Order(boolean little, Tree gauge) {}

  static Orders of(Tree side, Context context) {
    if (!(Pieces.plain(side) instanceof Joined sum) || sum.binding() != Binding.SUM) {
      return order(side, context)
          .map(o -> new Orders(Optional.empty(), List.of(o)))
          .orElseGet(() -> new Orders(Optional.of(side), List.of()));
    }
    List<Link> kept = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    for (Link link : sum.links()) {
      order(link.operand(), context).ifPresentOrElse(orders::add, () -> kept.add(link));
    }
    return orders.isEmpty()
        ? new Orders(Optional.of(side), orders)
        : new Orders(terms(kept), orders);
  }

  private static Optional<Tree> terms(List<Link> kept) {
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    Link first = kept.getFirst();
    boolean plus = Pieces.meaning(first.operator()).equals("+");
    List<Link> links = new ArrayList<>(kept);
    links.set(0, plus ? new Link(Optional.empty(), first.operand()) : first);
    boolean lone = links.size() == 1 && links.getFirst().operator().isEmpty();
    return Optional.of(lone ? first.operand() : new Joined(Binding.SUM, links));
  }

  private static Optional<Order> order(Tree term, Context context) {
    return switch (Pieces.plain(term)) {
      case Tree.Choice c ->
          c.readings().stream().flatMap(r -> order(r, context).stream()).findFirst();
      case Tree.Application a -> applied(a, context);
      case Joined j when j.binding() == Binding.PRODUCT -> product(j, context);
      default -> Optional.empty();
    };
  }

  private static Optional<Order> applied(Tree.Application a, Context context) {
    Optional<String> letter =
        ScriptedName.of(a.function())
            .filter(ScriptedName::isBare)
            .filter(n -> !context.knows(n.name(), 0))
            .map(n -> n.name().latex());
    Tree inside = a.argument() instanceof Tree.Group g ? g.content() : a.argument();
    boolean one = !(inside instanceof Tree.Listed);
    return letter
        .filter(l -> one && (BIG.contains(l) || LITTLE.contains(l)))
        .map(l -> new Order(LITTLE.contains(l), inside));
  }

  /** The last factor is the letter with its argument; those before it belong to the gauge. */
  private static Optional<Order> product(Joined product, Context context) {
    Link last = product.links().getLast();
    return order(last.operand(), context).map(o -> new Order(o.little(), gauge(product, o)));
  }

  private static Tree gauge(Joined product, Order last) {
    List<Link> links = new ArrayList<>(product.links());
    Link factor = links.removeLast();
    links.add(new Link(factor.operator(), last.gauge()));
    return new Joined(Binding.PRODUCT, links);
  }
}
