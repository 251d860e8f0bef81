package dev.hence.report.console;

import dev.hence.report.console.Paint.Colour;
import dev.hence.report.record.Answer;
import dev.hence.report.record.Answer.Measurement;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.Sort;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.record.Visible;
import java.util.List;
import java.util.function.ToIntFunction;

/** One line for each statement of a document, in columns. */
final class StepTable {
  private static final int MOST_ID = 14;
  private static final int MOST_REACH = 28;
  private static final int LEAST_STATEMENT = 24;

  /** What statements keep before numbers are told at length. */
  private static final int COMFORTABLE = 48;

  /** The texts of one line. */
  private record Row(
      StatementRecord statement,
      String id,
      String text,
      String verdict,
      String reach,
      Measurement measured) {}

  private final Paint paint;
  private final List<Row> rows;
  private final int id;
  private final int text;
  private final int verdict;
  private final int reach;
  private final int measured;
  private final boolean brief;

  StepTable(DocumentRecord document, int width, Paint paint) {
    this.paint = paint;
    this.rows = document.statements().stream().map(StepTable::row).toList();
    this.id = Math.min(MOST_ID, widest(r -> TextWidth.of(r.id)));
    this.verdict = widest(r -> TextWidth.of(r.verdict));
    int rest = width - indent() - 2 - verdict;
    int mostReach = Math.min(MOST_REACH, widest(r -> TextWidth.of(r.reach)));
    this.reach = fits(rest, mostReach) ? mostReach : 0;
    rest -= reach > 0 ? reach + 2 : 0;
    int mostFull = widest(r -> TextWidth.of(r.measured.full()));
    int mostBrief = widest(r -> TextWidth.of(r.measured.brief()));
    int mostText = widest(r -> TextWidth.of(r.text));
    int comfortable = Math.max(LEAST_STATEMENT, Math.min(mostText, COMFORTABLE));
    this.brief = rest - mostFull - 2 < comfortable;
    this.measured = !brief ? mostFull : fits(rest, mostBrief) ? mostBrief : 0;
    rest -= measured > 0 ? measured + 2 : 0;
    this.text = Math.max(LEAST_STATEMENT, Math.min(rest, mostText));
  }

  private static boolean fits(int rest, int column) {
    return column > 0 && rest - column - 2 >= LEAST_STATEMENT;
  }

  private int widest(ToIntFunction<Row> measure) {
    return rows.stream().mapToInt(measure).max().orElse(0);
  }

  /** The column in which the statements begin. */
  int indent() {
    return id + 6;
  }

  private static Row row(StatementRecord statement) {
    String id = Visible.of(statement.id());
    String text = Visible.of(statement.text());
    Answer answer = statement.answer();
    return switch (statement.sort()) {
      case STEP -> new Row(statement, id, text, answer.verdict(), reach(answer), answer.measured());
      case GIVEN, NO_STATEMENT, UNREAD ->
          new Row(
              statement,
              id,
              text,
              Visible.of(statement.kind()),
              statement.because().map(b -> "waits for " + Visible.of(b)).orElse(""),
              Measurement.NONE);
    };
  }

  private static String reach(Answer answer) {
    if (answer.expectsRefutation()) {
      return answer.passed() ? "as expected" : "expected: refuted";
    }
    return Visible.of(answer.reach());
  }

  /** The line of the k-th statement. */
  String line(int k) {
    Row row = rows.get(k);
    Mark mark = Mark.of(row.statement);
    Colour whole = row.statement.sort() == Sort.STEP ? Colour.PLAIN : Colour.QUIET;
    String behind =
        "  "
            + paint.paint(mark.colour(), TextWidth.pad(row.verdict, verdict))
            + paint.paint(
                Colour.QUIET,
                column(row.reach, reach)
                    + column(brief ? row.measured.brief() : row.measured.full(), measured));
    return "  "
        + paint.paint(mark.colour(), mark.sign())
        + " "
        + TextWidth.pad(TextWidth.cut(row.id, id), id)
        + "  "
        + paint.paint(whole, TextWidth.pad(TextWidth.cut(row.text, text), text))
        + (paint.on() ? behind : behind.stripTrailing());
  }

  private static String column(String text, int width) {
    return width == 0 ? "" : "  " + TextWidth.pad(TextWidth.cut(text, width), width);
  }

  /** Whether the k-th statement did not fit into its column. */
  boolean isCut(int k) {
    return TextWidth.of(rows.get(k).text) > text;
  }

  /** The k-th statement in full. */
  String statement(int k) {
    return rows.get(k).text;
  }
}
