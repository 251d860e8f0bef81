package dev.hence.report.console;

import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.report.StatementReport;
import dev.hence.report.StatementText;
import dev.hence.report.record.ProblemRecord;
import dev.hence.report.record.Recording;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.record.Visible;
import dev.hence.text.SourceText;

/** The console's text about one statement or one problem, for those who show them one by one. */
public final class StepText {
  private static final int WIDTH = 100;

  private static final Paint PLAIN = new Paint(false);

  private StepText() {}

  /** The id of a statement and the statement as it was understood, on one line. */
  public static String line(Statement statement, SourceText source) {
    return Visible.of(statement.id() + "  " + StatementText.of(statement, source));
  }

  /** Text of a document, on one line. */
  public static String visible(String text) {
    return Visible.of(text);
  }

  /** All that is to be said of a statement; every line ends with a line feed. */
  public static String details(StatementReport report, SourceText source) {
    StatementRecord record = Recording.statement(report, 0, source);
    return StepDetails.of(record, source.name(), WIDTH, PLAIN);
  }

  /** A problem with its place, the line of the source, and what would help. */
  public static String problem(Problem problem, SourceText source) {
    return new Excerpts(WIDTH, PLAIN).of(ProblemRecord.of(problem, source), source.name());
  }
}
