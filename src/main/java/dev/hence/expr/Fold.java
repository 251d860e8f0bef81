package dev.hence.expr;

/** The way in which the values that an index gives are combined: a sum, a product, an extremum. */
public enum Fold {
  SUM("∑"),
  PRODUCT("∏"),
  LARGEST("max"),
  SMALLEST("min");

  private final String text;

  Fold(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Whether one of the values is taken; ties are kinks, and of nothing there is none. */
  public boolean isExtremum() {
    return this == LARGEST || this == SMALLEST;
  }
}
