package dev.hence.read.math;

/** What joins two neighbours of a product. */
public enum Operator {
  JUXTAPOSED(""),
  CDOT("\\cdot"),
  TIMES("\\times"),
  /** {@code *} or {@code \ast}. */
  STAR("*"),
  /** {@code /} or {@code \div}. */
  SLASH("/"),
  /** {@code \odot} or {@code .*}: entry by entry. */
  ODOT("\\odot"),
  /** {@code \oslash}: the quotient entry by entry. */
  OSLASH("\\oslash"),
  CIRC("\\circ"),
  OTIMES("\\otimes"),
  SETMINUS("\\setminus"),
  /** The dot of {@code f.(x)}: the function is applied to every entry of the group behind it. */
  BROADCAST(".");

  private final String latex;

  Operator(String latex) {
    this.latex = latex;
  }

  public String latex() {
    return latex;
  }
}
