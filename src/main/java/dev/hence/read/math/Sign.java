package dev.hence.read.math;

/** The sign of a term. */
public enum Sign {
  PLUS("+"),
  MINUS("-"),
  PLUS_MINUS("\\pm"),
  MINUS_PLUS("\\mp");

  private final String latex;

  Sign(String latex) {
    this.latex = latex;
  }

  public String latex() {
    return latex;
  }
}
