package dev.hence.mutant;

/** The slips of the pen that mutants are made of. */
public enum Slip {
  SIGN("sign"),
  FACTOR_TWO("factor 2"),
  LOST_SQUARE("lost square"),
  LOST_SUM("lost sum"),
  INDEX("index i ↔ j"),
  GRADIENT("∇ by the wrong argument"),
  POINT("x ↔ x_j ↔ x'"),
  LOST_PRIME("lost ℓ'"),
  TIME("wrong time"),
  LOST_INTEGRAL("lost ∫ or dt"),
  SWAPPED("swapped arguments"),
  LOST_FACTOR("lost factor"),
  LOST_TERM("lost term"),
  TRANSPOSE("transpose, order of a product"),
  DELTA("δ dropped"),
  CAPTURE("bound index captured"),
  RANGE("range of a sum"),
  MOVED_SUM("sum moved across a product"),
  SLOT("derivative of the wrong slot"),
  START("value at the start dropped");

  private final String text;

  Slip(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
