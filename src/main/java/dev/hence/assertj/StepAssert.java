package dev.hence.assertj;

import dev.hence.CheckedStep;
import dev.hence.report.CounterexampleText;
import dev.hence.report.StatementReport;
import dev.hence.report.console.StepText;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Outcome;
import dev.hence.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions about the verdict on one step. */
public class StepAssert extends AbstractAssert<StepAssert, CheckedStep> {
  /** About a step. */
  public StepAssert(CheckedStep actual) {
    super(actual, StepAssert.class);
  }

  /** That it was proved: for every size and every smooth model. */
  public StepAssert isProved() {
    return meets(Outcome.PROVED, "proved");
  }

  /** That algebra settled it on every instance, or better: that it was proved. */
  public StepAssert isVerified() {
    return meets(Outcome.VERIFIED, "verified, or better");
  }

  /** That it holds as far as was looked: proved, verified or confirmed. */
  public StepAssert holds() {
    return meets(Outcome.CONFIRMED, "found to hold");
  }

  /** That there is a counterexample. */
  public StepAssert isRefuted() {
    if (outcome() != Outcome.REFUTED) {
      fail("refuted", Outcome.REFUTED.text(), outcome().text());
    }
    return this;
  }

  /**
   * That this is its counterexample.
   *
   * @param point as reports print it: {@code w = 0, y₁ = 0, x₁ = 1}
   */
  public StepAssert isRefutedAt(String point) {
    isRefuted();
    String found = counterexample().map(CounterexampleText::point).orElse("");
    if (!found.equals(point)) {
      fail("refuted at " + point, point, found);
    }
    return this;
  }

  /**
   * That the sides have these values at its counterexample.
   *
   * @param left as reports print it: {@code 1/2}
   * @param right likewise, or {@code undefined}
   */
  public StepAssert isRefutedWith(String left, String right) {
    isRefuted();
    String found = counterexample().map(c -> c.left() + " and " + c.right()).orElse("");
    String wanted = left + " and " + right;
    if (!found.equals(wanted)) {
      fail("refuted with the sides " + wanted, wanted, found);
    }
    return this;
  }

  /** That it holds under these conditions and no others. */
  public StepAssert hasSideConditions(String... conditions) {
    List<String> found = verdict().sideConditions();
    if (!found.equals(List.of(conditions))) {
      fail("subject to " + List.of(conditions), List.of(conditions).toString(), found.toString());
    }
    return this;
  }

  private StepAssert meets(Outcome required, String what) {
    boolean holds = report().holds() && outcome().meets(required);
    if (!holds) {
      fail(what, required.text(), outcome().text());
    }
    return this;
  }

  private void fail(String what, String expected, String found) {
    throw failureWithActualExpected(
        found,
        expected,
        "%s",
        "expected step %s of %s to be %s, but it is %s\n\n%s"
            .formatted(
                report().statement().id(),
                actual.source().name(),
                what,
                found,
                StepText.details(report(), actual.source())));
  }

  private StatementReport report() {
    isNotNull();
    return actual.answer().report();
  }

  private Verdict verdict() {
    return report().verdict();
  }

  private Outcome outcome() {
    return verdict().outcome();
  }

  private Optional<Counterexample> counterexample() {
    return verdict().refutation();
  }
}
