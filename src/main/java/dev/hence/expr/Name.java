package dev.hence.expr;

/**
 * A name as the author writes it, in canonical LaTeX: {@code \theta}, {@code \hat{x}}, {@code
 * \mathcal{L}}. Fonts and accents distinguish names; indices are not part of one.
 */
public record Name(String latex) implements Comparable<Name> {
  @Override
  public int compareTo(Name other) {
    return latex.compareTo(other.latex);
  }

  @Override
  public String toString() {
    return latex;
  }
}
