package dev.hence.engine;

import dev.hence.Answer;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.report.Defect;
import dev.hence.report.StatementReport;
import dev.hence.report.Unopened;
import dev.hence.report.console.StepText;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Outcome;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** The messages of failing tests, which are the details of the console report. */
final class Failures {
  private Failures() {}

  /** Of a step; empty if it passes. */
  static Optional<AssertionFailedError> of(Answer answer, SourceText source, Outcome required) {
    StatementReport report = answer.report();
    if (report.passed() && answer.problems().isEmpty()) {
      return Optional.empty();
    }
    String message = report.passed() ? "" : StepText.details(report, source);
    String problems =
        answer.problems().stream()
            .map(p -> StepText.problem(p, source))
            .collect(Collectors.joining());
    AssertionFailedError error = error(report, message + problems, required);
    answer.defect().map(Defect::cause).ifPresent(error::initCause);
    return Optional.of(at(error, report.statement().id(), report.statement().span(), source));
  }

  private static AssertionFailedError error(
      StatementReport report, String message, Outcome required) {
    if (report.passed() || report.statement() instanceof Statement.Unread) {
      return new AssertionFailedError(message.stripTrailing());
    }
    if (report.expectsRefutation()) {
      return compared(message, Outcome.REFUTED.text(), report.verdict().outcome().text());
    }
    Optional<Counterexample> refutation = report.verdict().refutation();
    return refutation.isPresent()
        ? compared(message, refutation.get().left(), refutation.get().right())
        : compared(message, required.text(), report.verdict().outcome().text());
  }

  /** The sides of a step as what is expected and what is met, which an IDE shows side by side. */
  private static AssertionFailedError compared(String message, String expected, String actual) {
    return new AssertionFailedError(message.stripTrailing(), expected, actual);
  }

  /** Of a document that has a problem. */
  static AssertionFailedError of(Problem problem, SourceText source) {
    AssertionFailedError error =
        new AssertionFailedError(StepText.problem(problem, source).stripTrailing());
    return at(error, problem.id().code(), problem.span(), source);
  }

  /** Of a document that cannot be read. */
  static AssertionFailedError of(Unopened unopened) {
    String help = unopened.help().isEmpty() ? "" : "\n    help: " + unopened.help();
    return at(
        new AssertionFailedError(
            StepText.visible(
                    unopened.id().code() + " " + unopened.name() + ": " + unopened.message())
                + help),
        unopened.id().code(),
        unopened.name(),
        1);
  }

  /** Of a document of which other tests were listed than there are. */
  static AssertionFailedError ofListing(String document) {
    String message =
        StepText.visible(document)
            + ": its tests are not those that were listed. It changed meanwhile, or the cache"
            + " listed it wrongly; what the cache listed is deleted: run the tests again.";
    return at(new AssertionFailedError(message), "list", document, 1);
  }

  /** Of a document at which Hence itself fails. */
  static AssertionFailedError of(Defect defect) {
    return new AssertionFailedError(
        "internal error at " + StepText.visible(defect.place() + ": " + defect.summary()),
        defect.cause());
  }

  private static AssertionFailedError at(
      AssertionFailedError error, String what, Span span, SourceText source) {
    return at(error, what, source.name(), source.position(span.start()).line());
  }

  /** The place in the document instead of that in this engine, so that a click leads to it. */
  private static AssertionFailedError at(
      AssertionFailedError error, String what, String file, int line) {
    String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    error.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("derivation", what, last, line)});
    return error;
  }
}
