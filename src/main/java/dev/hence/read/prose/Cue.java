package dev.hence.read.prose;

import dev.hence.text.Span;

/**
 * Words that say what a display is.
 *
 * @param display its number
 * @param role what it is
 * @param words as written, on one line
 */
public record Cue(int display, Role role, String words, Span place) {
  /** What words can say of a display. */
  public enum Role {
    /** Its last equation, to 0, is a condition: a derivative is set to zero. */
    STATIONARITY("a derivative is set to zero"),
    /** It restricts the points of an optimisation. */
    CONSTRAINT("a constraint"),
    ASSUMPTION("an assumption"),
    START("a value at the start");

    private final String text;

    Role(String text) {
      this.text = text;
    }

    /** For people. */
    public String text() {
      return text;
    }
  }
}
