package dev.hence.assertj;

import dev.hence.Examination;
import dev.hence.problem.Problem;
import dev.hence.report.StatementReport;
import dev.hence.report.console.StepText;
import dev.hence.text.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a derivation. Steps are checked when something is said about them. */
public class DerivationAssert extends AbstractAssert<DerivationAssert, Examination> {
  /** About a derivation. */
  public DerivationAssert(Examination actual) {
    super(actual, DerivationAssert.class);
  }

  /**
   * Goes on with one step.
   *
   * @param idOrLabel the author's tag or label, or the id that reports show
   * @throws IllegalArgumentException if there is none
   */
  public StepAssert step(String idOrLabel) {
    isNotNull();
    return new StepAssert(actual.step(idOrLabel));
  }

  /** That the document could be read: header, displays, names, shapes. */
  public DerivationAssert hasNoProblems() {
    isNotNull();
    SourceText source = actual.derivation().source();
    List<Problem> problems = actual.derivation().problems();
    if (!problems.isEmpty()) {
      failWithMessage(
          "%s",
          "expected "
              + source.name()
              + " to have no problems, but it has\n\n"
              + problems.stream()
                  .map(p -> StepText.problem(p, source))
                  .collect(Collectors.joining("\n")));
    }
    return this;
  }

  /** That every step has the verdict that is expected of it, and nothing is wrong. */
  public DerivationAssert passes() {
    hasNoProblems();
    SourceText source = actual.derivation().source();
    String failed =
        actual.check().statements().stream()
            .filter(report -> !report.passed())
            .map(report -> details(report, source))
            .collect(Collectors.joining("\n"));
    if (!failed.isEmpty()) {
      failWithMessage("%s", "expected " + source.name() + " to pass, but\n\n" + failed);
    }
    return this;
  }

  private static String details(StatementReport report, SourceText source) {
    return StepText.details(report, source);
  }
}
