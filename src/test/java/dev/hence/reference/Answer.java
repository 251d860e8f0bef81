package dev.hence.reference;

import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.report.CounterexampleText;
import dev.hence.report.DerivationReport;
import dev.hence.report.StatementReport;
import dev.hence.report.StatementText;
import dev.hence.text.Position;
import dev.hence.text.SourceText;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The answer to an example, as it stands behind it. */
final class Answer {
  private static final int MOST_COLUMNS = 64;

  private final DerivationReport report;
  private final SourceText source;
  private final List<String> lines = new ArrayList<>();
  private final int idWidth;
  private final int textWidth;

  private Answer(DerivationReport report) {
    this.report = report;
    this.source = report.derivation().source();
    this.idWidth = report.statements().stream().mapToInt(s -> id(s).length()).max().orElse(0);
    this.textWidth =
        report.statements().stream()
            .mapToInt(s -> width(text(s)))
            .filter(width -> width <= MOST_COLUMNS)
            .max()
            .orElse(0);
  }

  /** The lines of an answer. */
  static List<String> of(DerivationReport report, boolean withAssumptions) {
    Answer answer = new Answer(report);
    report.statements().forEach(answer::statement);
    answer.otherProblems();
    if (withAssumptions) {
      report.derivation().assumptions().forEach(a -> answer.lines.add("assumed: " + a));
    }
    return answer.lines;
  }

  private void statement(StatementReport statement) {
    String text = text(statement);
    String padded = text + " ".repeat(Math.max(0, textWidth - width(text)));
    String id = id(statement);
    lines.add(
        mark(statement)
            + " "
            + (id + " ".repeat(idWidth - id.length()))
            + "  "
            + padded
            + "  "
            + verdict(statement));
    below(statement);
  }

  private static String id(StatementReport statement) {
    return statement.statement().id();
  }

  private String text(StatementReport statement) {
    return StatementText.of(statement.statement(), source);
  }

  private static int width(String text) {
    return (int)
        text.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count();
  }

  private static String mark(StatementReport report) {
    return switch (report.statement()) {
      case Statement.Given given -> "·";
      case Statement.NoStatement none -> " ";
      case Statement.Unread unread -> "?";
      case Statement.Step step ->
          report.passed()
              ? "✓"
              : switch (report.verdict().outcome()) {
                case REFUTED -> "✗";
                case CONFLICTED -> "!";
                case PROVED, VERIFIED, CONFIRMED -> "✗";
                case GIVEN, UNDECIDED, UNREAD -> "?";
              };
    };
  }

  private static String verdict(StatementReport report) {
    return switch (report.statement()) {
      case Statement.Given given -> given.what();
      case Statement.NoStatement none -> "no statement: " + none.why();
      case Statement.Unread unread -> "unread";
      case Statement.Step step ->
          report.verdict().outcome().text()
              + (!report.expectsRefutation()
                  ? ""
                  : report.passed() ? ", as expected" : ", but expected to be refuted");
    };
  }

  private void below(StatementReport report) {
    if (report.statement() instanceof Statement.Unread unread) {
      problem("", unread.problem());
      return;
    }
    if (!(report.statement() instanceof Statement.Step)) {
      return;
    }
    Verdict verdict = report.verdict();
    verdict.sideConditions().forEach(c -> indented("if " + c));
    verdict.refutation().ifPresent(this::counterexample);
    if (!verdict.reason().isEmpty()) {
      indented(verdict.reason());
    }
  }

  private void counterexample(Counterexample counterexample) {
    String instance = counterexample.instance().label();
    String point = CounterexampleText.point(counterexample);
    List<String> parts = new ArrayList<>();
    if (!instance.isEmpty()) {
      parts.add(instance);
    }
    if (!point.isEmpty()) {
      parts.add(point);
    }
    parts.add(CounterexampleText.sides(counterexample));
    indented(String.join(": ", parts));
  }

  private void otherProblems() {
    List<Problem> others = new ArrayList<>(report.problems());
    report.statements().stream()
        .map(StatementReport::statement)
        .filter(Statement.Unread.class::isInstance)
        .forEach(s -> others.remove(((Statement.Unread) s).problem()));
    others.forEach(p -> problem("! ", p));
  }

  private void problem(String mark, Problem problem) {
    Position at = source.position(problem.span().start());
    String place = problem.id().code() + " " + at.line() + ":" + at.column() + "  ";
    String indent = mark.isEmpty() ? " ".repeat(idWidth + 4) : mark;
    lines.add(indent + place + problem.message());
    if (!problem.help().isEmpty()) {
      lines.add(" ".repeat(indent.length() + place.length()) + problem.help());
    }
  }

  private void indented(String line) {
    lines.add(" ".repeat(idWidth + 4) + line);
  }
}
