package dev.hence.corpus;

import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.report.DerivationReport;
import dev.hence.report.StatementReport;
import dev.hence.text.Position;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/** A report as the lines of a sidecar. */
final class Answers {
  private Answers() {}

  static List<String> of(DerivationReport report) {
    SourceText source = report.derivation().source();
    List<String> lines = new ArrayList<>();
    List<Problem> others = new ArrayList<>(report.problems());
    for (StatementReport s : report.statements()) {
      if (s.statement() instanceof Statement.Unread unread) {
        others.remove(unread.problem());
        lines.add(unread.id() + " " + text(unread.problem(), source));
      } else {
        lines.add(s.statement().id() + " " + s.verdict().outcome().text());
      }
    }
    others.forEach(problem -> lines.add("- " + text(problem, source)));
    return lines;
  }

  private static String text(Problem problem, SourceText source) {
    Position at = source.position(problem.span().start());
    String cell = at.cell().isPresent() ? "cell" + at.cell().getAsInt() + ":" : "";
    return problem.id().code() + " " + cell + at.line() + ":" + at.column();
  }
}
