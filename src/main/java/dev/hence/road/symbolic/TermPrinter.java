package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.StringJoiner;

/** Writes a term on one line, cut off after {@value #LONGEST} characters. */
final class TermPrinter {
  private static final int LONGEST = 400;
  private final StringBuilder out = new StringBuilder();

  private TermPrinter() {}

  static String print(Term term) {
    TermPrinter printer = new TermPrinter();
    printer.write(term);
    StringBuilder text = printer.out;
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text.toString();
  }

  private void write(Term term) {
    if (out.length() > LONGEST) {
      return;
    }
    switch (term) {
      case Term.Constant c -> out.append(c.value());
      case Term.Pi pi -> out.append('π');
      case Term.Symbol s -> out.append(s.name());
      case Term.Sum s -> sum(s);
      case Term.Product p -> product(p);
      case Term.Power p when p.exponent().equals(Rational.of(1, 2)) -> {
        out.append('√');
        factor(p.base());
      }
      case Term.Power p -> {
        factor(p.base());
        out.append(p.exponent().isInteger() ? "^" + p.exponent() : "^(" + p.exponent() + ")");
      }
      case Term.OddRoot r -> call("root" + r.index(), r);
      case Term.Apply a -> call(a.function().text(), a);
      case Term.Select s -> call("select", s);
      case Term.Opaque o -> call(o.name() + derivative(o), o);
    }
  }

  private void sum(Term.Sum sum) {
    boolean first = true;
    for (Term addend : sum.addends()) {
      out.append(first ? "" : " + ");
      write(addend);
      first = false;
    }
    if (sum.constant().signum() != 0) {
      out.append(" + ").append(sum.constant());
    }
  }

  private void product(Term.Product product) {
    boolean first = true;
    if (product.coefficient().equals(Rational.of(-1))) {
      out.append('-');
    } else if (!product.coefficient().equals(Rational.ONE)) {
      out.append(product.coefficient());
      first = false;
    }
    for (Term factor : product.factors()) {
      out.append(first ? "" : "·");
      factor(factor);
      first = false;
    }
  }

  private void factor(Term term) {
    boolean bare =
        !(term instanceof Term.Sum
            || term instanceof Term.Product
            || term instanceof Term.Constant c && (!c.value().isInteger() || c.value().signum() < 0));
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
