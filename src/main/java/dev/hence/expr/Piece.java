package dev.hence.expr;

/**
 * A printed part, and how it may be joined to others.
 *
 * @param level how tightly it is bound
 * @param open whether it ends in the argument of an operator written before it ({@code Σⱼ aⱼ}), so
 *     that a factor written behind would be read as a part of that argument
 */
record Piece(String text, Level level, boolean open) {
  /** From loose to tight. */
  enum Level {
    /** {@code a + b}, {@code −a}. */
    SUM,
    /** {@code a ⊙ b}. */
    ENTRYWISE,
    /** {@code a b}. */
    PRODUCT,
    /** {@code a/b}, {@code ∂E/∂v}, {@code d/dt E}. */
    QUOTIENT,
    /** {@code ∇_θ L}, {@code Σⱼ aⱼ}, {@code √2}. */
    PREFIX,
    /** {@code x²}, {@code xᵀ}: cannot take another superscript. */
    SCRIPTED,
    ATOM
  }

  static Piece atom(String text) {
    return new Piece(text, Level.ATOM, false);
  }

  static Piece closed(String text, Level level) {
    return new Piece(text, level, false);
  }

  static Piece open(String text, Level level) {
    return new Piece(text, level, true);
  }

  /** The text, in parentheses if it is bound more loosely than asked. */
  String at(Level least) {
    return level.compareTo(least) >= 0 ? text : parenthesised();
  }

  /** As {@link #at}, but with something to follow: what is open is closed. */
  String before(Level least) {
    return open ? parenthesised() : at(least);
  }

  String parenthesised() {
    return "(" + text + ")";
  }
}
