package dev.hence.argument;

/** What one line of an argument does. */
enum Idea {
  LINEARITY("linearity of the derivative"),
  PRODUCT("product rule"),
  QUOTIENT("quotient rule"),
  POWER("power rule"),
  CHAIN("chain rule"),
  INTEGRAL("derivative under the integral");

  private final String text;

  Idea(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
