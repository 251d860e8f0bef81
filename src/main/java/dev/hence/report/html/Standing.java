package dev.hence.report.html;

import dev.hence.report.record.Answer;
import dev.hence.report.record.StatementRecord;

/**
 * How a statement stands on a page.
 *
 * @param sign in front of it
 * @param look the class of its elements
 */
record Standing(String sign, String look) {
  private static final Standing QUIET = new Standing("·", "given");
  private static final Standing OPEN = new Standing("?", "open");
  private static final Standing BAD = new Standing("✗", "bad");

  static Standing of(StatementRecord statement) {
    return switch (statement.sort()) {
      case GIVEN, NO_STATEMENT -> QUIET;
      case UNREAD -> OPEN;
      case STEP -> ofStep(statement.answer());
    };
  }

  private static Standing ofStep(Answer answer) {
    if (answer.passed()) {
      return new Standing("✓", answer.holds() ? "good" : "expected");
    }
    if (answer.expectsRefutation() && answer.holds()) {
      return BAD;
    }
    return switch (answer.outcome()) {
      case REFUTED -> BAD;
      case CONFLICTED -> new Standing("!", "bad");
      case PROVED, VERIFIED, CONFIRMED, GIVEN, UNDECIDED, UNREAD -> OPEN;
    };
  }

  /** Whether it needs the author. */
  boolean asks() {
    return look.equals("bad") || look.equals("open");
  }
}
