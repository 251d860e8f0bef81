package dev.hence.expr;

/**
 * A name as the author writes it, in canonical LaTeX: {@code \theta}, {@code \hat{x}}, {@code
 * \mathcal{L}}. Fonts and accents distinguish names; indices are not part of one.
 */
public record Name(String latex) implements Comparable<Name> {
  /** The letter that stands for time where no one gives it another meaning. */
  public static final Name TIME = new Name("t");

  /** Under what a name with so many indices is kept: {@code x} and {@code x_j} are two names. */
  public String key(int indices) {
    return indices == 0 ? latex : latex + "#" + indices;
  }

  @Override
  public int compareTo(Name other) {
    return latex.compareTo(other.latex);
  }

  @Override
  public String toString() {
    return latex;
  }
}
