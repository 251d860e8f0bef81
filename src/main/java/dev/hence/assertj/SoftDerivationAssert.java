package dev.hence.assertj;

import dev.hence.CheckedStep;
import dev.hence.Examination;

/**
 * Collected assertions about a derivation. AssertJ collects what fails in an assertion that it has
 * wrapped itself, and not in one to which that leads.
 */
public final class SoftDerivationAssert {
  private final HenceSoftAssertionsProvider softly;
  private final Examination derivation;

  SoftDerivationAssert(HenceSoftAssertionsProvider softly, Examination derivation) {
    this.softly = softly;
    this.derivation = derivation;
  }

  /**
   * Goes on with one step.
   *
   * @throws IllegalArgumentException if there is none
   */
  public StepAssert step(String idOrLabel) {
    return softly.proxy(StepAssert.class, CheckedStep.class, derivation.step(idOrLabel));
  }

  /** That the document could be read. */
  public SoftDerivationAssert hasNoProblems() {
    itself().hasNoProblems();
    return this;
  }

  /** That every step has the verdict that is expected of it, and nothing is wrong. */
  public SoftDerivationAssert passes() {
    itself().passes();
    return this;
  }

  private DerivationAssert itself() {
    return softly.proxy(DerivationAssert.class, Examination.class, derivation);
  }
}
