package dev.hence.report.console;

import dev.hence.report.record.Answer;
import dev.hence.report.record.Details;
import dev.hence.report.record.EvidenceRecord;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.record.Visible;
import java.util.ArrayList;
import java.util.List;

/** All that is to be said of one step that does not simply hold, in columns. */
final class StepDetails {
  private static final int LABEL = 16;

  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  private StepDetails(Paint paint) {
    this.paint = paint;
  }

  static String of(StatementRecord statement, String file, int width, Paint paint) {
    StepDetails details = new StepDetails(paint);
    details.heading(statement, file);
    statement
        .problem()
        .map(problem -> new Excerpts(width, paint).of(problem, file))
        .ifPresentOrElse(
            excerpt -> details.text.append(excerpt.indent(2).stripTrailing()).append('\n'),
            () -> details.body(statement));
    return details.text.toString();
  }

  private void heading(StatementRecord statement, String file) {
    Mark mark = Mark.of(statement);
    text.append(paint.paint(mark.colour(), mark.sign() + " " + Visible.of(statement.id())))
        .append("  ")
        .append(paint.paint(mark.colour(), Details.verdict(statement)))
        .append("  ")
        .append(paint.paint(Paint.Colour.QUIET, Visible.of(statement.place().in(file))))
        .append('\n');
  }

  private void body(StatementRecord statement) {
    text.append("    ").append(Visible.of(statement.text())).append('\n');
    Details.of(statement).forEach(this::line);
  }

  private void line(Details.Line line) {
    text.append("    ")
        .append(paint.paint(Paint.Colour.QUIET, TextWidth.pad(line.label(), LABEL)))
        .append(Visible.of(line.text()))
        .append('\n');
  }

  /** The evidence for one statement, one line each, for those who want all of it. */
  static List<String> evidenceLines(Answer answer) {
    List<String> lines = new ArrayList<>();
    for (EvidenceRecord evidence : answer.evidence()) {
      lines.add(TextWidth.pad(evidence.road(), 10) + Visible.of(evidence.onInstance()));
    }
    answer.passedOver().forEach(p -> lines.add("passed over: " + Visible.of(p)));
    answer.notes().forEach(note -> lines.add("note: " + Visible.of(note)));
    return lines;
  }
}
