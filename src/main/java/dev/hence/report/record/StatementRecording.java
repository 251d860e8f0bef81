package dev.hence.report.record;

import dev.hence.claim.Inferred;
import dev.hence.claim.Statement;
import dev.hence.report.CounterexampleText;
import dev.hence.report.HoldsTo;
import dev.hence.report.Measured;
import dev.hence.report.Reach;
import dev.hence.report.SearchText;
import dev.hence.report.StatementReport;
import dev.hence.report.StatementText;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Outcome;
import dev.hence.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** Makes the record of a statement. */
final class StatementRecording {
  /** What is longer is not named again: its place says enough. */
  private static final int LONGEST_TOKEN = 30;

  private StatementRecording() {}

  static StatementRecord of(StatementReport report, int position, SourceText source) {
    Statement statement = report.statement();
    return new StatementRecord(
        position,
        statement.id(),
        statement.label(),
        Place.of(statement.span(), source),
        sort(statement),
        kind(statement),
        StatementText.of(statement, source),
        answer(report, source),
        problem(statement, source),
        Optional.empty());
  }

  private static Sort sort(Statement statement) {
    return switch (statement) {
      case Statement.Step step -> Sort.STEP;
      case Statement.Given given -> Sort.GIVEN;
      case Statement.NoStatement none -> Sort.NO_STATEMENT;
      case Statement.Unread unread -> Sort.UNREAD;
    };
  }

  private static String kind(Statement statement) {
    return switch (statement) {
      case Statement.Step step -> step.kind().text();
      case Statement.Given given -> given.what();
      case Statement.NoStatement none -> "no statement";
      case Statement.Unread unread -> "unread";
    };
  }

  private static Optional<ProblemRecord> problem(Statement statement, SourceText source) {
    return statement instanceof Statement.Unread unread
        ? Optional.of(ProblemRecord.of(unread.problem(), source))
        : Optional.empty();
  }

  private static Answer answer(StatementReport report, SourceText source) {
    Verdict verdict = report.verdict();
    return new Answer(
        outcome(report),
        report.expectsRefutation(),
        report.passed(),
        Reach.text(verdict),
        measured(report),
        HoldsTo.of(report),
        reason(report),
        verdict.sideConditions(),
        verdict.refutation().map(StatementRecording::counterexample),
        report.diagnosis().stream().map(e -> edit(e, source)).toList(),
        report.passedOver(),
        report.statement() instanceof Statement.Step step ? step.notes() : List.of(),
        report.inferred().stream().map(Inferred::line).toList(),
        SearchText.closest(verdict).map(SearchText::of),
        verdict.evidence().stream().map(EvidenceFields::of).toList());
  }

  private static Outcome outcome(StatementReport report) {
    return switch (report.statement()) {
      case Statement.Step step -> report.verdict().outcome();
      case Statement.Given given -> Outcome.GIVEN;
      case Statement.NoStatement none -> Outcome.GIVEN;
      case Statement.Unread unread -> Outcome.UNREAD;
    };
  }

  private static String reason(StatementReport report) {
    return switch (report.statement()) {
      case Statement.Step step -> report.verdict().reason();
      case Statement.Given given -> report.verdict().reason();
      case Statement.NoStatement none -> none.why();
      case Statement.Unread unread -> unread.problem().message();
    };
  }

  private static Answer.Measurement measured(StatementReport report) {
    if (!report.holds()) {
      return Answer.Measurement.NONE;
    }
    Measured measured = Measured.of(report.verdict());
    return new Answer.Measurement(measured.text(), measured.brief());
  }

  private static CounterexampleRecord counterexample(Counterexample c) {
    return new CounterexampleRecord(
        c.instance().label(),
        EvidenceFields.values(c.point()),
        c.left(),
        c.right(),
        CounterexampleText.point(c),
        CounterexampleText.sides(c),
        CounterexampleText.certificate(c));
  }

  private static EditRecord edit(Edit edit, SourceText source) {
    Optional<Span> token = TokenPlaces.of(edit, source);
    return new EditRecord(
        edit.what(),
        edit.mended(),
        Place.of(token.orElse(edit.span()), source),
        token.map(source::slice).filter(t -> t.length() <= LONGEST_TOKEN),
        edit.order(),
        Replacements.of(edit, source));
  }
}
