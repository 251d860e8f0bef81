package dev.hence.report;

import java.util.Locale;

/** Floating-point numbers with the digits that mean something. */
public final class Numbers {
  private Numbers() {}

  /** One digit, for errors and residuals: {@code 2e-16}; {@code 0} for zero. */
  public static String rough(double value) {
    if (value == 0) {
      return "0";
    }
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-").replace("e+0", "e")
        : "∞";
  }

  /** As few digits as tell it from its neighbours. */
  static String shortest(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
