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
  public static Problem of(ProblemId id, Span span, String message) {
    return new Problem(id, span, message, "");
  }

  public static Problem of(ProblemId id, Span span, String message, String help) {
    return new Problem(id, span, message, help);
  }
}
