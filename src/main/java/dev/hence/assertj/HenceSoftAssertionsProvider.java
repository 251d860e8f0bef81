package dev.hence.assertj;

import dev.hence.CheckedStep;
import dev.hence.Examination;
import org.assertj.core.api.SoftAssertionsProvider;

/** Assertions that are collected: a test goes on after one has failed, and tells of all. */
public interface HenceSoftAssertionsProvider extends SoftAssertionsProvider {
  /** About a derivation. */
  default SoftDerivationAssert assertThat(Examination derivation) {
    return new SoftDerivationAssert(this, derivation);
  }

  /** About code that takes its arguments by name. */
  default CodeAssert assertThat(Code code) {
    return proxy(CodeAssert.class, Code.class, code);
  }

  /** About one step. */
  default StepAssert assertThat(CheckedStep step) {
    return proxy(StepAssert.class, CheckedStep.class, step);
  }
}
