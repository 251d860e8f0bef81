package dev.hence.expr;

import dev.hence.expr.Piece.Level;
import java.math.BigDecimal;
import java.math.BigInteger;

/** How exact numbers and sizes are printed. */
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
    String name = NameText.of(new Name(size.name()));
    if (size.offset() == 0) {
      return Piece.atom(name);
    }
    String sign = size.offset() > 0 ? " + " : " − ";
    return Piece.closed(name + sign + Math.abs(size.offset()), Level.SUM);
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
