package dev.hence.read.symbol;

/** What stands over, under or before a letter and makes another letter of it. */
public enum Accent {
  DOT("\\dot"),
  DDOT("\\ddot"),
  DDDOT("\\dddot"),
  HAT("\\hat"),
  BAR("\\bar"),
  TILDE("\\tilde"),
  VEC("\\vec"),
  CHECK("\\check"),
  BREVE("\\breve"),
  ACUTE("\\acute"),
  GRAVE("\\grave"),
  RING("\\mathring"),
  UNDERLINE("\\underline"),
  /** A difference that is one name, {@code \Delta w}. */
  DELTA("\\Delta ");

  private final String command;

  Accent(String command) {
    this.command = command;
  }

  public String command() {
    return command;
  }

  String wrap(String latex) {
    return this == DELTA ? command + latex : command + "{" + latex + "}";
  }
}
