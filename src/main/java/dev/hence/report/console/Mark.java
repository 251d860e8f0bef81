package dev.hence.report.console;

import dev.hence.report.console.Paint.Colour;
import dev.hence.report.record.Answer;
import dev.hence.report.record.StatementRecord;

/**
 * The sign in front of a statement.
 *
 * @param colour green only for what the judge says to hold
 */
record Mark(String sign, Colour colour) {
  static Mark of(StatementRecord statement) {
    return switch (statement.sort()) {
      case GIVEN -> new Mark("·", Colour.QUIET);
      case NO_STATEMENT -> new Mark(" ", Colour.QUIET);
      case UNREAD -> new Mark("?", Colour.OPEN);
      case STEP -> ofStep(statement.answer());
    };
  }

  private static Mark ofStep(Answer answer) {
    if (answer.passed()) {
      return new Mark("✓", answer.holds() ? Colour.GOOD : Colour.PLAIN);
    }
    if (answer.expectsRefutation() && answer.holds()) {
      return new Mark("✗", Colour.BAD);
    }
    return switch (answer.outcome()) {
      case REFUTED -> new Mark("✗", Colour.BAD);
      case CONFLICTED -> new Mark("!", Colour.DEFECT);
      case PROVED, VERIFIED, CONFIRMED, GIVEN, UNDECIDED, UNREAD -> new Mark("?", Colour.OPEN);
    };
  }
}
