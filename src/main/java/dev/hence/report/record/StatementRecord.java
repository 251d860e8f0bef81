package dev.hence.report.record;

import java.util.Optional;

/**
 * A statement of a document with what was answered to it.
 *
 * @param position its number among the statements of the document, from 0
 * @param kind of a step how it is checked, of what is given what it is
 * @param text the statement as it was understood; one that was not, as it was written
 * @param problem why it could not be read
 * @param because what it waits for, where its own problem is the consequence of another: a name, or
 *     the id of a statement
 */
public record StatementRecord(
    int position,
    String id,
    Optional<String> label,
    Place place,
    Sort sort,
    String kind,
    String text,
    Answer answer,
    Optional<ProblemRecord> problem,
    Optional<String> because) {
  /** Whether it counts as a step: what could not be read does, what claims nothing does not. */
  public boolean isStep() {
    return switch (sort) {
      case STEP, UNREAD -> true;
      case GIVEN, NO_STATEMENT -> false;
    };
  }

  /** The same, which waits for something. */
  StatementRecord waitingFor(Optional<String> what) {
    return new StatementRecord(position, id, label, place, sort, kind, text, answer, problem, what);
  }
}
