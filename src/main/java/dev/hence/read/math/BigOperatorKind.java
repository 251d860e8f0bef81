package dev.hence.read.math;

/** An operator with limits that binds an index or a variable. */
public enum BigOperatorKind {
  SUM("\\sum"),
  PRODUCT("\\prod"),
  MAX("\\max"),
  MIN("\\min"),
  SUP("\\sup"),
  INF("\\inf"),
  LIM("\\lim"),
  ARGMAX("\\operatorname{argmax}"),
  ARGMIN("\\operatorname{argmin}");

  private final String latex;

  BigOperatorKind(String latex) {
    this.latex = latex;
  }

  public String latex() {
    return latex;
  }
}
