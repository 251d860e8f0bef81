package dev.hence.verdict;

import dev.hence.eval.Enclosure;
import dev.hence.expr.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** Numbers as people read them, with the digits that mean something. */
public final class Numbers {
  private static final int LEAST_DIGITS = 6;
  private static final int MOST_DIGITS = 60;
  private static final int SHORT = 9;
  private static final int MOST_BITS = 20_000;

  private Numbers() {}

  /** An exact number: a short integer or fraction as it is, otherwise in decimals. */
  public static String text(Rational value) {
    return isShort(value) ? signed(value.toString()) : decimal(value, LEAST_DIGITS + 4);
  }

  /** A double in six digits. */
  public static String text(double value) {
    return Double.isFinite(value)
        ? decimal(new BigDecimal(value), LEAST_DIGITS)
        : Double.isNaN(value) ? "undefined" : value > 0 ? "∞" : "−∞";
  }

  /** An enclosed number to at most ten digits. */
  public static String text(Enclosure value) {
    return value instanceof Enclosure.Exact(Rational exact)
        ? text(exact)
        : text(value, LEAST_DIGITS + 4);
  }

  /** Two numbers that differ, with as many digits as it takes to see it. */
  public static List<String> apart(Enclosure left, Enclosure right) {
    BigDecimal signed = difference(left, right);
    BigDecimal difference = signed.abs();
    BigDecimal size = middle(left).abs().max(middle(right).abs());
    int digits =
        difference.signum() == 0 ? MOST_DIGITS : magnitude(size) - magnitude(difference) + 3;
    int shown = Math.clamp(digits, LEAST_DIGITS, MOST_DIGITS);
    String first = text(left, shown);
    String second = text(right, shown);
    if (!first.equals(second) || signed.signum() == 0) {
      return List.of(first, second);
    }
    boolean exact = left instanceof Enclosure.Exact && !(right instanceof Enclosure.Exact);
    return exact
        ? List.of(first, second + beside(signed.negate()))
        : List.of(first + beside(signed), second);
  }

  /** Exact where that is cheap: numbers of many thousand digits are rounded before. */
  private static BigDecimal difference(Enclosure left, Enclosure right) {
    return isLong(left) || isLong(right)
        ? middle(left).subtract(middle(right))
        : decimal(exactMiddle(left).minus(exactMiddle(right)));
  }

  private static boolean isLong(Enclosure value) {
    return Stream.of(value.lower(), value.upper())
        .flatMap(end -> Stream.of(end.numerator(), end.denominator()))
        .anyMatch(part -> part.bitLength() > MOST_BITS);
  }

  /** A difference too small for the digits shown. */
  private static String beside(BigDecimal difference) {
    String size = decimal(difference.abs(), 2);
    return (difference.signum() < 0 ? " − " : " + ") + size;
  }

  private static String text(Enclosure value, int digits) {
    if (value instanceof Enclosure.Exact(Rational exact) && isShort(exact)) {
      return text(exact);
    }
    BigDecimal middle = middle(value);
    BigDecimal radius = value.radius();
    if (radius.signum() > 0 && radius.compareTo(middle.abs()) >= 0) {
      return "0 ± " + decimal(middle.abs().add(radius), 1);
    }
    int known = radius.signum() == 0 ? digits : magnitude(middle) - magnitude(radius) - 1;
    return decimal(middle, Math.clamp(known, 1, digits));
  }

  private static boolean isShort(Rational value) {
    return value.toString().length() <= (value.isInteger() ? 2 * SHORT : SHORT);
  }

  private static BigDecimal middle(Enclosure value) {
    return decimal(exactMiddle(value));
  }

  /** The middle, exactly. */
  private static Rational exactMiddle(Enclosure value) {
    return value.lower().plus(value.upper()).dividedBy(Rational.of(2));
  }

  private static BigDecimal decimal(Rational value) {
    return new BigDecimal(value.numerator())
        .divide(new BigDecimal(value.denominator()), new MathContext(2 * MOST_DIGITS));
  }

  private static String decimal(Rational value, int digits) {
    return decimal(decimal(value), digits);
  }

  /** The decimal exponent of a number: 0 from 1 up to 10. */
  private static int magnitude(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  private static String decimal(BigDecimal value, int digits) {
    BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (rounded.signum() == 0) {
      return "0";
    }
    int exponent = magnitude(rounded);
    if (exponent >= -5 && exponent < Math.max(12, digits)) {
      return signed(rounded.stripTrailingZeros().toPlainString());
    }
    BigDecimal mantissa = rounded.movePointLeft(exponent).stripTrailingZeros();
    return signed(mantissa.toPlainString()) + "·10" + superscript(exponent);
  }

  private static String signed(String text) {
    return text.replace('-', '−');
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return text.toString();
  }
}
