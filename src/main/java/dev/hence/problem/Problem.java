package dev.hence.problem;

import dev.hence.text.Span;

/**
 * Something wrong with a document.
 *
 * @param id the kind of problem
 * @param span where it is, in the original file
 * @param message what is wrong, one sentence without line numbers
 * @param help what would mend it, or empty
 */
public record Problem(ProblemId id, Span span, String message, String help) {
  private static final int MAX_QUOTED = 40;

  public static Problem of(ProblemId id, Span span, String message) {
    return new Problem(id, span, message, "");
  }

  public static Problem of(ProblemId id, Span span, String message, String help) {
    return new Problem(id, span, message, help);
  }

  /** A text of the document as a message shows it, shortened where it is long. */
  public static String quoted(String text) {
    return text.codePointCount(0, text.length()) <= MAX_QUOTED
        ? "“" + text + "”"
        : "“" + text.substring(0, text.offsetByCodePoints(0, MAX_QUOTED)) + "…”";
  }
}
