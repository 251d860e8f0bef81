package dev.hence.report.record;

/** Keeps what came from a document from steering the terminal. */
public final class Visible {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE = 0x7F;

  private Visible() {}

  /** The text on one line, with every control character made visible. */
  public static String of(String text) {
    if (text.codePoints().noneMatch(Visible::steers)) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.codePoints().forEach(c -> visible.append(steers(c) ? picture(c) : Character.toString(c)));
    return visible.toString();
  }

  /** Control characters, line ends, lone surrogates, and marks that turn the writing direction. */
  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> c != 0x200D;
      default -> false;
    };
  }

  private static String picture(int c) {
    if (c == '\t') {
      return " ";
    }
    if (c < ' ') {
      return Character.toString(CONTROL_PICTURES + c);
    }
    return c == DELETE ? "␡" : "‹U+%04X›".formatted(c);
  }
}
