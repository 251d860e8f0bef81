package dev.hence.claim;

/** How a step is checked, see the kinds of statement in the language reference. */
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
