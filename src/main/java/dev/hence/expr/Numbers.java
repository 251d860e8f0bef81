package dev.hence.expr;

import dev.hence.expr.Piece.Level;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints exact numbers and sizes. */
final class Numbers {
  private static final int DIGITS = 12;

  private Numbers() {}

  static Piece literal(Rational value) {
    String text = text(value);
    if (value.signum() < 0) {
      return Piece.closed(text, Level.SUM);
    }
    return text.contains("/") ? Piece.closed(text, Level.QUOTIENT) : Piece.atom(text);
  }

  static Piece size(Size size) {
    if (size.isFixed()) {
      return literal(Rational.of(size.offset()));
    }
    List<String> terms = new ArrayList<>();
    for (Size.Term term : size.terms()) {
      boolean first = terms.isEmpty();
      String sign = term.coefficient() < 0 ? (first ? "−" : " − ") : first ? "" : " + ";
      terms.add(sign + product(term));
    }
    Size.Term single = size.terms().getFirst();
    boolean atom = terms.size() == 1 && single.coefficient() == 1 && single.parts().size() == 1;
    String text = String.join("", terms);
    return atom
        ? Piece.atom(text)
        : Piece.closed(
            text, terms.size() == 1 && single.coefficient() > 0 ? Level.PRODUCT : Level.SUM);
  }

  private static String product(Size.Term term) {
    int coefficient = Math.abs(term.coefficient());
    String number =
        coefficient == 1 && !term.parts().isEmpty() ? "" : Integer.toString(coefficient);
    return number + term.parts().stream().map(Numbers::part).collect(Collectors.joining(" "));
  }

  private static String part(Size.Part part) {
    return switch (part) {
      case Size.Part.Letter l -> NameText.of(new Name(l.letter()));
      case Size.Part.Named n ->
          NameText.of(new Name(n.name()))
              + (n.indices().isEmpty()
                  ? ""
                  : Scripts.low(
                      n.indices().stream()
                          .map(i -> size(i).text().replace(" ", ""))
                          .collect(Collectors.joining(","))));
    };
  }

  /** {@code −3}, {@code 0.25} where that is exact and short, else {@code 1/3}. */
  static String text(Rational value) {
    BigInteger rest = value.denominator();
    for (int digit = 0; digit < DIGITS && !rest.equals(BigInteger.ONE); digit++) {
      rest = rest.divide(rest.gcd(BigInteger.TEN));
    }
    boolean decimal = !value.isInteger() && rest.equals(BigInteger.ONE);
    return (decimal ? decimal(value) : value.toString()).replace('-', '−');
  }

  private static String decimal(Rational value) {
    return new BigDecimal(value.numerator())
        .divide(new BigDecimal(value.denominator()))
        .toPlainString();
  }
}
