package dev.hence.read.math;

import dev.hence.read.math.Syntax.Factor;
import dev.hence.read.math.Syntax.Name;
import dev.hence.read.math.Syntax.Product;
import dev.hence.read.math.Syntax.Scripted;
import dev.hence.text.Span;
import java.util.List;

/** Putting factors together and looking at them. */
final class Products {
  private Products() {}

  static Factor juxtaposed(Syntax value) {
    return new Factor(Operator.JUXTAPOSED, false, value, value.span());
  }

  /** A product of the factors, or the only one of them. */
  static Syntax of(List<Factor> factors) {
    Factor first = factors.get(0);
    if (factors.size() == 1 && !first.negated()) {
      return first.value();
    }
    List<Factor> list = List.copyOf(factors);
    return new Product(list, first.span().to(list.get(list.size() - 1).span()));
  }

  /** The factors of a product, or the one that is none. */
  static List<Factor> factors(Syntax syntax) {
    return syntax instanceof Product product ? product.factors() : List.of(juxtaposed(syntax));
  }

  /** The factors from one on, the first of them without its operator. */
  static List<Factor> tail(List<Factor> factors, int from) {
    List<Factor> tail = new java.util.ArrayList<>(factors.subList(from, factors.size()));
    if (!tail.isEmpty()) {
      Factor first = tail.get(0);
      tail.set(0, new Factor(Operator.JUXTAPOSED, first.negated(), first.value(), first.span()));
    }
    return tail;
  }

  static boolean isJuxtaposed(Factor factor) {
    return factor.operator() == Operator.JUXTAPOSED && !factor.negated();
  }

  /** The letter of a total differential, in whatever upright or italic form. */
  static boolean isD(Syntax syntax) {
    return syntax instanceof Name name
        && name.base().equals("d")
        && (name.font() == Font.PLAIN || name.font() == Font.ROMAN)
        && !name.bold()
        && name.accents().isEmpty();
  }

  static boolean isPartial(Syntax syntax) {
    return syntax instanceof Name name && name.base().equals("\\partial");
  }

  /** A partial sign, perhaps with an order, that has found nothing to belong to. */
  static boolean isLoosePartial(Syntax syntax) {
    return isPartial(syntax) || (syntax instanceof Scripted scripted && isPartial(scripted.base()));
  }

  /** A name, perhaps with scripts: what a differential may be taken of. */
  static boolean isName(Syntax syntax) {
    return (syntax instanceof Name name && !isPartial(name) && !isSign(name))
        || (syntax instanceof Scripted scripted && isName(scripted.base()));
  }

  /** A sign that stands in a script as if it were a name. */
  private static boolean isSign(Name name) {
    return name.base().startsWith("+")
        || name.base().startsWith("-")
        || (name.base().startsWith("\\") && Vocabulary.MARKS.contains(name.base().substring(1)));
  }

  /** {@code \mathrm{dt}}, taken apart. */
  static List<Syntax> differential(Name name) {
    if (name.font() != Font.ROMAN || !name.base().matches("d[A-Za-z]")) {
      return List.of(name);
    }
    Span span = name.span();
    int middle = Math.min(span.end(), Math.max(span.start(), span.end() - 1));
    return List.of(
        Name.plain("d", new Span(span.start(), middle)),
        Name.plain(name.base().substring(1), new Span(middle, span.end())));
  }
}
