package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Writes a term on one line, cut off after {@value #LONGEST} characters. */
final class TermPrinter {
  private static final int LONGEST = 400;
  private final StringBuilder out = new StringBuilder();

  private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final Map<Term.Symbol, String> names;
  private final boolean readable;

  private TermPrinter(Map<Term.Symbol, String> names, boolean readable) {
    this.names = names;
    this.readable = readable;
  }

  static String print(Term term) {
    return new TermPrinter(Map.of(), false).text(term);
  }

  /**
   * As a person would write it: powers raised, and a number before what is taken from it.
   *
   * @param names of symbols that are not called by their own
   */
  static String readable(Term term, Map<Term.Symbol, String> names) {
    return new TermPrinter(names, true).text(term);
  }

  private String text(Term term) {
    write(term);
    return out.length() > LONGEST ? out.substring(0, LONGEST) + "…" : out.toString();
  }

  private String part(Term term) {
    return new TermPrinter(names, readable).text(term);
  }

  private void write(Term term) {
    if (out.length() > LONGEST) {
      return;
    }
    switch (term) {
      case Term.Constant c ->
          out.append(c.value().signum() < 0 ? "−" : "").append(magnitude(c.value()));
      case Term.Pi pi -> out.append('π');
      case Term.Symbol s -> out.append(names.getOrDefault(s, s.name()));
      case Term.Sum s -> sum(s);
      case Term.Product p -> {
        out.append(p.coefficient().signum() < 0 ? "−" : "");
        product(p);
      }
      case Term.Power p when p.exponent().equals(Rational.of(1, 2)) -> {
        out.append('√');
        factor(p.base());
      }
      case Term.Power p -> {
        factor(p.base());
        out.append(exponent(p.exponent()));
      }
      case Term.OddRoot r -> call("root" + r.index(), r);
      case Term.Apply a -> call(a.function().text(), a);
      case Term.Select s -> select(s);
      case Term.Opaque o -> call(o.name() + derivative(o), o);
    }
  }

  /** {@code max(a, b)} where the sign of a − b chooses between a and b. */
  private void select(Term.Select s) {
    String on = part(s.on());
    String above = part(s.above());
    String below = part(s.below());
    String difference = above + " − " + below;
    String reversed = below + " − " + above;
    if (on.equals(difference) || on.equals(reversed)) {
      out.append(on.equals(difference) ? "max(" : "min(").append(above + ", " + below + ")");
    } else {
      out.append("(" + above + " if " + on + " > 0, else " + below + ")");
    }
  }

  private String exponent(Rational value) {
    if (!value.isInteger()) {
      return "^(" + value + ")";
    }
    return readable
        ? value
            .toString()
            .replace("-", "⁻")
            .codePoints()
            .mapToObj(c -> Character.isDigit(c) ? HIGH.substring(c - '0', c - '0' + 1) : "⁻")
            .collect(Collectors.joining())
        : "^" + value;
  }

  private void sum(Term.Sum sum) {
    boolean first = true;
    int sign = sum.constant().signum();
    boolean ahead = readable && sign > 0 && isNegative(sum.addends().getFirst());
    if (ahead) {
      out.append(magnitude(sum.constant()));
      first = false;
    }
    for (Term addend : sum.addends()) {
      boolean negative = isNegative(addend);
      out.append(first ? (negative ? "−" : "") : negative ? " − " : " + ");
      if (negative) {
        product((Term.Product) addend);
      } else {
        write(addend);
      }
      first = false;
    }
    if (sign != 0 && !ahead) {
      out.append(sign < 0 ? " − " : " + ").append(magnitude(sum.constant()));
    }
  }

  private static boolean isNegative(Term addend) {
    return addend instanceof Term.Product p && p.coefficient().signum() < 0;
  }

  /** A product without its sign. */
  private void product(Term.Product product) {
    Rational magnitude = magnitude(product.coefficient());
    boolean first = magnitude.equals(Rational.ONE);
    out.append(first ? "" : magnitude);
    for (Term factor : product.factors()) {
      out.append(first ? "" : readable ? " " : "·");
      factor(factor);
      first = false;
    }
  }

  private static Rational magnitude(Rational value) {
    return value.signum() < 0 ? value.negate() : value;
  }

  private void factor(Term term) {
    boolean bare =
        !(term instanceof Term.Sum
            || term instanceof Term.Product
            || (term instanceof Term.Constant c
                && (!c.value().isInteger() || c.value().signum() < 0)));
    out.append(bare ? "" : "(");
    write(term);
    out.append(bare ? "" : ")");
  }

  private void call(String name, Term term) {
    out.append(name).append('(');
    String separator = "";
    for (Term child : term.children()) {
      out.append(separator);
      write(child);
      separator = ", ";
    }
    out.append(')');
  }

  private static String derivative(Term.Opaque opaque) {
    if (opaque.orders().stream().allMatch(order -> order == 0)) {
      return "";
    }
    StringJoiner orders = new StringJoiner(",", "^{", "}");
    opaque.orders().forEach(order -> orders.add(order.toString()));
    return orders.toString();
  }
}
