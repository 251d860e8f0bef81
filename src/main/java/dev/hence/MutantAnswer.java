package dev.hence;

/**
 * The answer to a step with one slip in it.
 *
 * @param file the name of the document
 * @param step the id of the step
 * @param slip what was done to it: {@code sign}
 * @param text the step with the slip
 */
public record MutantAnswer(String file, String step, String slip, String text, Fate fate) {
  /** What becomes of a mutant. */
  public enum Fate {
    /** It was refuted. */
    KILLED("killed"),
    /** It passed, and the oracle found no difference at any of its points. */
    EQUIVALENT("equivalent"),
    /** It did not pass and was not refuted. */
    UNDECIDED("undecided"),
    /** It passed, and the oracle knows nothing of what it says. */
    UNJUDGED("passed, unjudged"),
    /** It passed, and the oracle found where it fails. */
    WRONGLY_PASSED("wrongly passed");

    private final String text;

    Fate(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }
}
