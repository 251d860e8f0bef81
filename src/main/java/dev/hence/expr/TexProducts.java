package dev.hence.expr;

import dev.hence.expr.Piece.Level;
import java.util.stream.IntStream;

/** Writes sums, products, quotients, powers and roots in LaTeX. */
final class TexProducts {
  private static final int MOST_INDICES = 3;

  private final TexPrinter printer;

  TexProducts(TexPrinter printer) {
    this.printer = printer;
  }

  Piece sum(Expr.Add add) {
    StringBuilder text = new StringBuilder();
    for (Expr term : Forms.flat(add)) {
      boolean minus = Forms.negated(term).isPresent();
      text.append(text.isEmpty() ? (minus ? "-" : "") : minus ? " - " : " + ");
      text.append(printer.at(Forms.negated(term).orElse(term), Level.ENTRYWISE));
    }
    return Piece.closed(text.toString(), Level.SUM);
  }

  Piece product(Expr.Multiply m) {
    Piece right = printer.piece(m.right());
    String before = TexPrinter.before(printer.piece(m.left()), Level.PRODUCT);
    boolean grouped = m.right() instanceof Expr.Multiply inner && !Forms.associates(m, inner);
    String behind =
        grouped ? TexPrinter.parenthesised(right.text()) : TexPrinter.at(right, Level.PRODUCT);
    boolean open = right.open() && behind.equals(right.text());
    boolean name = mayBeCalled(m.left()) && !endsClosed(before);
    return new Piece(before + sign(before, behind, name) + behind, Level.PRODUCT, open);
  }

  /**
   * A dot where two factors side by side would be read as a number or as a call.
   *
   * @param name whether the left ends in what may be the name of a function
   */
  private static String sign(String left, String right, boolean name) {
    boolean number = Character.isDigit(right.charAt(0)) || right.startsWith("\\frac{1}{2}");
    boolean digits = Character.isDigit(left.charAt(left.length() - 1));
    boolean call = right.startsWith("(") || right.startsWith("\\left(") || right.startsWith("[");
    if ((number && !left.endsWith("}")) || (number && digits)) {
      return " \\cdot ";
    }
    return call && name ? " \\cdot " : " ";
  }

  /** Where it is not known to be otherwise: a dot says in any case what is meant. */
  private boolean mayBeCalled(Expr left) {
    return switch (left) {
      case Expr.Ref r -> isFunctionOrState(r.name());
      case Expr.Multiply m -> mayBeCalled(m.right());
      case Expr.Power p -> mayBeCalled(p.base());
      case Expr.Divide d -> false;
      case Expr.Transpose t -> false;
      case Expr.Root r -> false;
      case Expr.Entry e -> !(e.body() instanceof Expr.Ref);
      default -> true;
    };
  }

  /** A state takes the time in parentheses. */
  private boolean isFunctionOrState(Name name) {
    Notation notation = printer.notation();
    return notation.isState(name)
        || IntStream.rangeClosed(0, MOST_INDICES)
            .anyMatch(k -> !notation.parameters(name, k).isEmpty());
  }

  private static boolean endsClosed(String left) {
    return left.matches("[0-9.]+")
        || left.matches("\\\\frac\\{[0-9]+}\\{[0-9]+}")
        || left.endsWith(")")
        || left.endsWith("\\rvert")
        || left.endsWith("\\rVert")
        || left.endsWith("\\rangle");
  }

  Piece entrywise(Expr.Hadamard h) {
    String text = factor(h.left(), true) + " \\odot " + factor(h.right(), false);
    return Piece.closed(text, Level.ENTRYWISE);
  }

  /** Both factors in parentheses, but for names: others read it as reaching farther. */
  Piece kronecker(Expr.Kronecker k) {
    String left = printer.before(k.left(), Level.SCRIPTED);
    String right = printer.before(k.right(), Level.SCRIPTED);
    return Piece.closed(left + " \\otimes " + right, Level.ENTRYWISE);
  }

  private String factor(Expr side, boolean first) {
    if (side instanceof Expr.Hadamard) {
      return printer.piece(side).text();
    }
    return first ? printer.before(side, Level.PREFIX) : printer.at(side, Level.PREFIX);
  }

  Piece quotient(Expr.Divide d) {
    String text =
        "\\frac{%s}{%s}".formatted(printer.print(d.numerator()), printer.print(d.denominator()));
    return Piece.closed(text, Level.SCRIPTED);
  }

  Piece power(Expr.Power p) {
    String below =
        Forms.isInverseOfEntry(p)
            ? TexPrinter.parenthesised(printer.print(p.base()))
            : printer.before(p.base(), Level.ATOM);
    return Piece.closed(below + TexNames.script("^", printer.print(p.exponent())), Level.SCRIPTED);
  }

  Piece root(int degree, Expr body) {
    String which = degree == 2 ? "" : "[" + degree + "]";
    return Piece.closed("\\sqrt" + which + "{" + printer.print(body) + "}", Level.SCRIPTED);
  }
}
