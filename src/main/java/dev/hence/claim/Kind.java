package dev.hence.claim;

/** The kind of a step, which decides how it is checked. The language reference explains each. */
public enum Kind {
  POINTWISE,
  TRAJECTORY,
  CLOSED_FORM,
  INEQUALITY,
  INDEPENDENCE,
  EXPECTATION,
  APPROXIMATION,
  ORDER,
  LIMIT,
  DISCRETE;

  /** The word used in reports. */
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
