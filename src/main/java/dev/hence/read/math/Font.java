package dev.hence.read.math;

/** A font that makes a letter another name; bold is kept beside it. */
public enum Font {
  PLAIN(""),
  /** {@code \mathrm}, {@code \text}, {@code \operatorname}, {@code \mbox}. */
  ROMAN("\\mathrm"),
  /** Only for more than one letter; a single italic letter is plain. */
  ITALIC("\\mathit"),
  CALLIGRAPHIC("\\mathcal"),
  SCRIPT("\\mathscr"),
  BLACKBOARD("\\mathbb"),
  FRAKTUR("\\mathfrak"),
  SANS("\\mathsf"),
  TYPEWRITER("\\mathtt");

  private final String command;

  Font(String command) {
    this.command = command;
  }

  /** The base in this font, as LaTeX. */
  public String wrap(String base) {
    return this == PLAIN ? base : command + "{" + base + "}";
  }
}
