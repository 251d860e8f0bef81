package dev.hence.report.console;

import dev.hence.claim.Statement;
import dev.hence.report.StatementReport;
import dev.hence.report.console.Paint.Colour;

/**
 * The sign in front of a statement.
 *
 * @param colour green only for what the judge says to hold
 */
record Mark(String sign, Colour colour) {
  static Mark of(StatementReport report) {
    return switch (report.statement()) {
      case Statement.Given given -> new Mark("·", Colour.QUIET);
      case Statement.NoStatement none -> new Mark(" ", Colour.QUIET);
      case Statement.Unread unread -> new Mark("?", Colour.OPEN);
      case Statement.Step step -> ofStep(report);
    };
  }

  private static Mark ofStep(StatementReport report) {
    if (report.passed()) {
      return new Mark("✓", report.holds() ? Colour.GOOD : Colour.PLAIN);
    }
    if (report.expectsRefutation() && report.holds()) {
      return new Mark("✗", Colour.BAD);
    }
    return switch (report.verdict().outcome()) {
      case REFUTED -> new Mark("✗", Colour.BAD);
      case CONFLICTED -> new Mark("!", Colour.DEFECT);
      case PROVED, VERIFIED, CONFIRMED, GIVEN, UNDECIDED, UNREAD -> new Mark("?", Colour.OPEN);
    };
  }
}
