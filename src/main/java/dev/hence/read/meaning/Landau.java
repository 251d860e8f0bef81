package dev.hence.read.meaning;

import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Font;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A side with the orders of magnitude taken off: {@code 1 + x + O(x^2)}. The letters O and o are
 * Landau's where nothing else is known of them.
 *
 * @param kept the other terms; empty if there are none
 * @param orders those that were taken off
 */
record Landau(Optional<Syntax> kept, List<Order> orders) {
  /**
   * One order of magnitude.
   *
   * @param little whether it is {@code o}
   * @param gauge what is measured by, a factor before the letter included
   */
  record Order(boolean little, Syntax gauge, Span span) {}

  static Landau of(Syntax side, Context context) {
    if (!(side instanceof Syntax.Terms sum)) {
      Optional<Order> order = order(side, context);
      return order
          .map(o -> new Landau(Optional.empty(), List.of(o)))
          .orElseGet(() -> new Landau(Optional.of(side), List.of()));
    }
    List<Syntax.Term> kept = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    for (Syntax.Term term : sum.terms()) {
      order(term.value(), context).ifPresentOrElse(orders::add, () -> kept.add(term));
    }
    if (orders.isEmpty()) {
      return new Landau(Optional.of(side), orders);
    }
    return new Landau(
        kept.isEmpty() ? Optional.empty() : Optional.of(new Syntax.Terms(kept, sum.span())),
        orders);
  }

  private static Optional<Order> order(Syntax term, Context context) {
    if (!(term instanceof Syntax.Product product)) {
      return Optional.empty();
    }
    List<Syntax.Factor> factors = product.factors();
    for (int k = 0; k + 1 < factors.size(); k++) {
      if (isLetter(factors.get(k).value(), context)
          && factors.get(k + 1).value() instanceof Syntax.Group group
          && group.open() == Delimiter.PARENTHESIS
          && factors.get(k + 1).operator() == Operator.JUXTAPOSED
          && factors.subList(0, k).stream().allMatch(f -> isPlain(f.value()))) {
        return Optional.of(order(product, k, group));
      }
    }
    return Optional.empty();
  }

  private static Order order(Syntax.Product product, int letter, Syntax.Group group) {
    if (group.items().size() != 1) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          group.span(),
          "an order of magnitude takes one formula",
          "write O(\\eta^2), and say \\eta \\to 0 where it has several letters");
    }
    List<Syntax.Factor> rest = new ArrayList<>(product.factors());
    Syntax.Factor name = rest.remove(letter);
    Syntax.Factor inside = rest.get(letter);
    rest.set(letter, new Syntax.Factor(name.operator(), name.negated(), group, inside.span()));
    Syntax gauge =
        rest.size() == 1 ? group.items().getFirst() : new Syntax.Product(rest, product.span());
    boolean little = ((Syntax.Name) name.value()).base().equals("o");
    return new Order(little, gauge, product.span());
  }

  /** Whether a side has a letter of Landau's that is no term of it. */
  static boolean isLetter(Syntax syntax, Context context) {
    return syntax instanceof Syntax.Name name
        && (name.base().equals("O") || name.base().equals("o"))
        && (name.font() == Font.PLAIN
            || name.font() == Font.CALLIGRAPHIC
            || name.font() == Font.SCRIPT
            || name.font() == Font.ROMAN)
        && name.accents().isEmpty()
        && !name.bold()
        && Written.of(name).filter(w -> context.knows(w.plain(), 0)).isEmpty();
  }

  /** What can stand before the letter as a factor of the gauge. */
  private static boolean isPlain(Syntax factor) {
    return switch (factor) {
      case Syntax.FunctionName f -> false;
      case Syntax.Derivative d -> false;
      case Syntax.BigOperator b -> false;
      case Syntax.Integral i -> false;
      default -> true;
    };
  }
}
