package dev.hence.read.meaning;

/**
 * How derivatives are laid out; the names are those of the article "Matrix calculus" of Wikipedia.
 *
 * <p>∇ of a number is shaped like the variable in each of them.
 */
enum Layout {
  /** ∂L/∂x is shaped like x; ∂y/∂x is the Jacobian, a row for each entry of y. The default. */
  GRADIENT,

  /** ∂L/∂x is the transpose of x's shape; ∂y/∂x is the Jacobian, a row for each entry of y. */
  NUMERATOR,

  /** ∂L/∂x is shaped like x; ∂y/∂x has a column for each entry of y. */
  DENOMINATOR;

  static Layout of(String text) {
    return switch (text) {
      case "numerator" -> NUMERATOR;
      case "denominator" -> DENOMINATOR;
      default -> GRADIENT;
    };
  }
}
