package dev.hence.argument;

/** The idea of one line of an argument. */
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
