package dev.hence.read.math;

/** An operator with limits that binds an index or a variable. */
public enum BigOperatorKind {
  SUM("\\sum"),
  PRODUCT("\\prod"),
  /**
   * {@code a_1 a_2 \cdots a_n}: the factors stand in this order, which may go down. Printed as a
   * product, in which the ends tell the order.
   */
  CHAIN("\\prod"),
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
