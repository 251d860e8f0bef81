package dev.hence.claim;

/**
 * The verdict that the author expects of a statement.
 *
 * @param refuted whether a statement of its display is to be refuted, so that the others of the
 *     display may hold
 * @param display the number of that display in the document
 */
public record Expectation(boolean refuted, int display) {
  public static final Expectation HOLDS = new Expectation(false, 0);
  public static final Expectation REFUTED = new Expectation(true, 0);

  /** That a statement of a display is to be refuted. */
  public static Expectation refutedIn(int display) {
    return new Expectation(true, display);
  }
}
