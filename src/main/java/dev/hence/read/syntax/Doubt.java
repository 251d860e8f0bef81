package dev.hence.read.syntax;

/** Why a formula can be read in more than one way. */
public enum Doubt {
  /** {@code \log a b}. */
  LOG_OF_PRODUCT("log-of-product"),
  /** {@code a(b + c)}. */
  APPLICATION_OR_PRODUCT("application-or-product"),
  /** {@code \log(a)^2}. */
  POWER_OF_ARGUMENT_OR_VALUE("power-of-argument-or-value"),
  /** {@code A^\top_{ij}}. */
  SCRIPT_OF_ENTRY_OR_MATRIX("script-of-entry-or-matrix"),
  /** {@code \nabla f g}. */
  SCOPE_OF_DERIVATIVE("scope-of-derivative"),
  /** {@code a b |_{t=0}}. */
  SCOPE_OF_EVALUATION("scope-of-evaluation"),
  /** {@code \frac{dy}{dx}} where d may be a number. */
  DERIVATIVE_OR_FRACTION("derivative-or-fraction"),
  /** {@code \Delta w}. */
  DIFFERENCE_OR_PRODUCT("difference-or-product");

  private final String text;

  Doubt(String text) {
    this.text = text;
  }

  /** The name under which reports speak of it. */
  public String text() {
    return text;
  }
}
