package dev.hence.read.math;

/** A kind of bracket; absolute values and norms are nodes of their own. */
public enum Delimiter {
  PARENTHESIS("(", ")"),
  BRACKET("[", "]"),
  BRACE("\\{", "\\}"),
  ANGLE("\\langle", "\\rangle"),
  FLOOR("\\lfloor", "\\rfloor"),
  CEILING("\\lceil", "\\rceil"),
  /** Only around a matrix. */
  BAR("|", "|"),
  /** Only around a matrix. */
  DOUBLE_BAR("\\|", "\\|");

  private final String open;
  private final String close;

  Delimiter(String open, String close) {
    this.open = open;
    this.close = close;
  }

  public String open() {
    return open;
  }

  public String close() {
    return close;
  }
}
