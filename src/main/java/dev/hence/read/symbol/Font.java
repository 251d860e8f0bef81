package dev.hence.read.symbol;

/**
 * The typeface of a letter.
 *
 * @param bold besides the style, so that a calligraphic letter may be bold
 */
public record Font(Style style, boolean bold) {
  public static final Font PLAIN = new Font(Style.PLAIN, false);

  /** The family of letters, with the command that writes it. */
  public enum Style {
    PLAIN(""),
    ROMAN("\\mathrm"),
    ITALIC("\\mathit"),
    CALLIGRAPHIC("\\mathcal"),
    SCRIPT("\\mathscr"),
    BLACKBOARD("\\mathbb"),
    FRAKTUR("\\mathfrak"),
    SANS("\\mathsf"),
    TYPEWRITER("\\mathtt");

    private final String command;

    Style(String command) {
      this.command = command;
    }

    public String command() {
      return command;
    }
  }

  /** This font inside another: an inner style stays, boldness adds up. */
  public Font inside(Font outer) {
    return new Font(style == Style.PLAIN ? outer.style : style, bold || outer.bold);
  }

  String wrap(String letter) {
    String styled = style == Style.PLAIN ? letter : style.command + "{" + letter + "}";
    return bold ? "\\boldsymbol{" + styled + "}" : styled;
  }
}
