package dev.hence.read.math;

/** A mark over or under a letter. */
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
  /** A difference, {@code \Delta w}: one name, unless Δ is a name of its own. */
  DELTA("\\Delta");

  private final String command;

  Accent(String command) {
    this.command = command;
  }

  /** The canonical command, for example {@code \bar} for {@code \overline} as well. */
  public String command() {
    return command;
  }
}
