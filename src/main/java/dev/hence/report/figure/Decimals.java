package dev.hence.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Lengths in a picture. */
final class Decimals {
  private static final int PLACES = 2;

  private Decimals() {}

  /** In points, to a hundredth, as PDF and SVG write numbers. */
  static String of(double value) {
    return BigDecimal.valueOf(value)
        .setScale(PLACES, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
