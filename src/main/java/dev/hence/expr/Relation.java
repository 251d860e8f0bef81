package dev.hence.expr;

/** The relation between the two sides of a statement. */
public enum Relation {
  EQUAL("="),
  LESS_OR_EQUAL("≤"),
  GREATER_OR_EQUAL("≥"),
  LESS("<"),
  GREATER(">"),
  NOT_EQUAL("≠"),
  APPROXIMATELY("≈");

  private final String text;

  Relation(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The relation with its sides exchanged. */
  public Relation mirrored() {
    return switch (this) {
      case EQUAL, NOT_EQUAL, APPROXIMATELY -> this;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      case LESS -> GREATER;
      case GREATER -> LESS;
    };
  }

  /** Whether the relation fails where the sides are equal. */
  public boolean isStrict() {
    return this == LESS || this == GREATER || this == NOT_EQUAL;
  }

  /** Whether the relation orders its sides, so that both must be numbers. */
  public boolean isInequality() {
    return this == LESS_OR_EQUAL || this == GREATER_OR_EQUAL || this == LESS || this == GREATER;
  }
}
