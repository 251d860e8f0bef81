package dev.hence.report.console;

/**
 * Colours text, or leaves it alone.
 *
 * @param on whether there is a terminal that shows colours
 */
record Paint(boolean on) {
  /** What is said by a colour; red and green never say anything that a mark does not say too. */
  enum Colour {
    PLAIN(""),
    GOOD("32"),
    BAD("31"),
    OPEN("33"),
    DEFECT("35"),
    QUIET("2"),
    STRONG("1");

    private final String code;

    Colour(String code) {
      this.code = code;
    }
  }

  String paint(Colour colour, String text) {
    return on && colour != Colour.PLAIN && !text.isEmpty()
        ? "\u001b[" + colour.code + "m" + text + "\u001b[0m"
        : text;
  }
}
