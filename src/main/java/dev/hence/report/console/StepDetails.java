package dev.hence.report.console;

import dev.hence.claim.Statement;
import dev.hence.report.CounterexampleText;
import dev.hence.report.EvidenceText;
import dev.hence.report.SearchText;
import dev.hence.report.StatementReport;
import dev.hence.report.StatementText;
import dev.hence.text.SourceText;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** All that is to be said of one step that does not simply hold. */
final class StepDetails {
  private static final int LABEL = 16;
  private static final int MOST_EVIDENCE = 4;

  private final SourceText source;
  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  private StepDetails(SourceText source, Paint paint) {
    this.source = source;
    this.paint = paint;
  }

  /** Whether there is more to say of a statement than its line. */
  static boolean areNeeded(StatementReport report) {
    return switch (report.statement()) {
      case Statement.Step step -> !report.passed() || !report.holds();
      case Statement.Given given -> false;
      case Statement.NoStatement none -> false;
      case Statement.Unread unread -> true;
    };
  }

  static String of(StatementReport report, SourceText source, int width, Paint paint) {
    StepDetails details = new StepDetails(source, paint);
    details.heading(report);
    if (report.statement() instanceof Statement.Unread unread) {
      details.text.append(
          new Excerpt(width, paint).of(unread.problem(), source).indent(2).stripTrailing() + "\n");
    } else {
      details.body(report);
    }
    return details.text.toString();
  }

  private void heading(StatementReport report) {
    Mark mark = Mark.of(report);
    Statement statement = report.statement();
    String verdict = report.verdict().outcome().text();
    String expected =
        !report.expectsRefutation()
            ? ""
            : report.passed() ? ", as expected" : ", but expected to be refuted";
    text.append(paint.paint(mark.colour(), mark.sign() + " " + Visible.of(statement.id())))
        .append("  ")
        .append(paint.paint(mark.colour(), verdict + expected))
        .append("  ")
        .append(paint.paint(Paint.Colour.QUIET, Visible.of(source.place(statement.span().start()))))
        .append('\n');
  }

  private void body(StatementReport report) {
    text.append("    ")
        .append(Visible.of(StatementText.of(report.statement(), source)))
        .append('\n');
    Verdict verdict = report.verdict();
    verdict.refutation().ifPresent(this::counterexample);
    for (Edit edit : report.diagnosis()) {
      edit.order()
          .ifPresentOrElse(
              order -> line("holds to", order + ": " + edit.mended()),
              () -> line("mending edit", edit.what() + ": " + edit.mended() + place(edit)));
    }
    if (!verdict.reason().isEmpty()) {
      line("reason", verdict.reason());
    }
    notes(report.statement()).forEach(note -> line("note", note));
    if (verdict.refutation().isEmpty()) {
      SearchText.closest(verdict).ifPresent(search -> line("search", SearchText.of(search)));
      open(verdict.evidence().stream().filter(StepDetails::isOpen).toList());
    }
  }

  private void counterexample(Counterexample c) {
    String instance = c.instance().label();
    if (!instance.isEmpty()) {
      line("instance", instance);
    }
    String point = CounterexampleText.point(c);
    line("counterexample", (point.isEmpty() ? "" : point + ": ") + CounterexampleText.sides(c));
    line("", CounterexampleText.certificate(c));
  }

  private String place(Edit edit) {
    return " (" + source.position(edit.span().start()) + ")";
  }

  private static boolean isOpen(Evidence evidence) {
    return switch (evidence) {
      case Evidence.NumericOpen o -> true;
      case Evidence.Counterexample c -> true;
      case Evidence.Disagreement d -> true;
      case Evidence.Proof p -> false;
      case Evidence.SymbolicZero z -> false;
      case Evidence.SymbolicOpen o -> false;
      case Evidence.PointAgreement p -> false;
      case Evidence.TrajectoryAgreement t -> false;
      case Evidence.OrderAgreement o -> false;
      case Evidence.LongRunAgreement r -> false;
    };
  }

  /** What stands in the way of a verdict, as much of it as a person reads. */
  private void open(List<Evidence> evidence) {
    evidence.stream().limit(MOST_EVIDENCE).forEach(e -> line(EvidenceText.road(e), onInstance(e)));
    int rest = evidence.size() - MOST_EVIDENCE;
    if (rest > 0) {
      line("", "… and " + rest + " more of the kind, which --verbose shows");
    }
  }

  /** {@code f = linear: 64 points agree, …}. */
  static String onInstance(Evidence evidence) {
    String instance = evidence instanceof Evidence.General ? "" : evidence.instance().label();
    return (instance.isEmpty() ? "" : instance + ": ") + EvidenceText.of(evidence);
  }

  private void line(String label, String what) {
    text.append("    ")
        .append(paint.paint(Paint.Colour.QUIET, TextWidth.pad(label, LABEL)))
        .append(Visible.of(what))
        .append('\n');
  }

  /** The evidence for one statement, one line each, for those who want all of it. */
  static List<String> evidenceLines(StatementReport report) {
    List<String> lines = new ArrayList<>();
    for (Evidence evidence : report.verdict().evidence()) {
      lines.add(TextWidth.pad(EvidenceText.road(evidence), 10) + Visible.of(onInstance(evidence)));
    }
    report.passedOver().forEach(p -> lines.add("passed over: " + Visible.of(p)));
    notes(report.statement()).forEach(note -> lines.add("note: " + Visible.of(note)));
    return lines;
  }

  private static List<String> notes(Statement statement) {
    return statement instanceof Statement.Step step ? step.notes() : List.of();
  }
}
