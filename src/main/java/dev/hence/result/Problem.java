package dev.hence.result;

import dev.hence.report.record.ProblemRecord;

/**
 * Something wrong with a page.
 *
 * @param id the stable code, {@code HNC-0201}; the language reference lists all of them
 * @param line from 1
 * @param column from 1, in code points
 * @param message what is wrong, as a sentence
 * @param help what would mend it; may be empty
 */
public record Problem(String id, int line, int column, String message, String help) {
  /** The id of a fault of Hence itself. */
  public static final String DEFECT = "defect";

  static Problem of(ProblemRecord record) {
    return new Problem(
        record.id(),
        record.place().line(),
        record.place().column(),
        record.message(),
        record.help());
  }

  /** {@code HNC-0201 at 4:12: …}. */
  @Override
  public String toString() {
    String advice = help.isEmpty() ? "" : " (help: " + help + ")";
    return id + " at " + line + ":" + column + ": " + message + advice;
  }
}
