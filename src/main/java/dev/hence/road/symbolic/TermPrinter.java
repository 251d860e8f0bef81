package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a term on one line, cut off after {@value #LONGEST} characters. */
final class TermPrinter {
  private static final int LONGEST = 400;
  private final StringBuilder out = new StringBuilder();

  private static final Pattern POWER = Pattern.compile("\\^(-?[0-9]+)(?![0-9.(])");

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
      case Term.Symbol s -> out.append(names.getOrDefault(s, name(s)));
      case Term.Sum s -> sum(s);
      case Term.Product p -> {
        out.append(p.coefficient().signum() < 0 ? "−" : "");
        product(p);
      }
      case Term.Power p when readable && p.exponent().signum() < 0 ->
          quotient(Rational.ONE, List.of(p));
      case Term.Power p when p.exponent().equals(Rational.of(1, 2)) -> {
        out.append('√');
        factor(p.base());
      }
      case Term.Power p -> {
        base(p.base());
        out.append(exponent(p.exponent()));
      }
      case Term.OddRoot r -> call("root" + r.index(), r);
      case Term.Apply a when readable && a.function() == Elementary.ABS ->
          out.append('|').append(part(a.argument())).append('|');
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
    return readable ? raised(value.toString()) : "^" + value;
  }

  private static String raised(String number) {
    return number
        .codePoints()
        .mapToObj(c -> Character.isDigit(c) ? HIGH.substring(c - '0', c - '0' + 1) : "⁻")
        .collect(Collectors.joining());
  }

  /** The name of a symbol; that of an integral is made of a term. */
  private String name(Term.Symbol symbol) {
    return readable && symbol.name().startsWith("∫")
        ? POWER.matcher(symbol.name().replace("·", " ")).replaceAll(power -> raised(power.group(1)))
        : symbol.name();
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
      if (negative && addend instanceof Term.Product p) {
        product(p);
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
    if (readable) {
      quotient(magnitude(product.coefficient()), product.factors());
      return;
    }
    Rational magnitude = magnitude(product.coefficient());
    boolean first = magnitude.equals(Rational.ONE);
    out.append(first ? "" : magnitude);
    for (Term factor : product.factors()) {
      out.append(first ? "" : readable ? " " : "·");
      factor(factor);
      first = false;
    }
  }

  /** A positive number times factors; what has a negative exponent stands below. */
  private void quotient(Rational coefficient, List<Term> factors) {
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    add(coefficient.numerator(), above);
    add(coefficient.denominator(), below);
    for (Term factor : factors) {
      if (factor instanceof Term.Power p && p.exponent().signum() < 0) {
        below.add(power(p.base(), p.exponent().negate()));
      } else {
        above.add(factorText(factor));
      }
    }
    out.append(above.isEmpty() ? "1" : String.join(" ", above));
    if (!below.isEmpty()) {
      String divisor = String.join(" ", below);
      out.append('/').append(below.size() == 1 ? divisor : "(" + divisor + ")");
    }
  }

  private static void add(BigInteger number, List<String> factors) {
    if (!number.equals(BigInteger.ONE)) {
      factors.add(number.toString());
    }
  }

  private String power(Term base, Rational exponent) {
    TermPrinter printer = new TermPrinter(names, readable);
    boolean root = exponent.equals(Rational.of(1, 2));
    printer.out.append(root ? "√" : "");
    printer.base(base);
    printer.out.append(root || exponent.equals(Rational.ONE) ? "" : exponent(exponent));
    return printer.out.toString();
  }

  private String factorText(Term factor) {
    TermPrinter printer = new TermPrinter(names, readable);
    printer.factor(factor);
    return printer.out.toString();
  }

  private static Rational magnitude(Rational value) {
    return value.signum() < 0 ? value.negate() : value;
  }

  private void factor(Term term) {
    boolean bare =
        !(term instanceof Term.Sum
            || term instanceof Term.Product
            || (readable && term instanceof Term.Power p && p.exponent().signum() < 0)
            || (term instanceof Term.Constant c
                && (!c.value().isInteger() || c.value().signum() < 0)));
    out.append(bare ? "" : "(");
    write(term);
    out.append(bare ? "" : ")");
  }

  /** What is raised to a power: a name that carries something high needs parentheses. */
  private void base(Term term) {
    if (readable
        && term instanceof Term.Symbol s
        && names.getOrDefault(s, s.name()).contains("⁽")) {
      out.append('(');
      write(term);
      out.append(')');
    } else {
      factor(term);
    }
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
