package dev.hence.read.elaborate;

/** How derivatives are laid out. */
public enum Layout {
  /** Those of numbers are shaped like the variable, Jacobians have a row for each entry. */
  GRADIENT,
  /** Those of numbers are rows for columns. */
  NUMERATOR,
  /** Jacobians have a column for each entry. */
  DENOMINATOR
}
