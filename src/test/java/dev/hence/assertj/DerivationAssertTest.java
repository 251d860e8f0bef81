package dev.hence.assertj;

import static dev.hence.assertj.HenceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hence.Examination;
import dev.hence.Hence;
import dev.hence.Side;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.error.AssertJMultipleFailuresError;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

final class DerivationAssertTest {
  private static final Examination SOFTMAX = Hence.derivation("assertj/softmax.md");

  private static AssertionError failure(ThrowingCallable assertion) {
    AssertionError error = catchThrowableOfType(AssertionError.class, assertion);
    assertThat((Throwable) error).as("nothing failed").isNotNull();
    return error;
  }

  @Test
  void whatHoldsPasses() {
    assertThat(SOFTMAX).hasNoProblems();
    assertThat(SOFTMAX).step("3").isProved().isVerified().holds().hasSideConditions();
    assertThat(SOFTMAX).step("5").isVerified().holds();
  }

  @Test
  void aRefutedStepIsShownWithStatementSidesAndCounterexample() {
    AssertionFailedError error =
        (AssertionFailedError) failure(() -> assertThat(SOFTMAX).step("4").isVerified());
    assertThat((Throwable) error)
        .hasMessageContaining(
            "expected step 4 of assertj/softmax.md to be verified, or better, but it is refuted")
        .hasMessageContaining("∂")
        .hasMessageContaining(
            "counterexample  z = (1, 0): i = 1, j = 1: left 0.268941, right 0.731059");
    assertThat(error.getExpected().getStringRepresentation()).isEqualTo("verified");
    assertThat(error.getActual().getStringRepresentation()).isEqualTo("refuted");
  }

  @Test
  void aCounterexampleIsHeldToItsPoint() {
    assertThat(SOFTMAX).step("4").isRefuted().isRefutedAt("z = (1, 0)");
    AssertionError error = failure(() -> assertThat(SOFTMAX).step("4").isRefutedAt("z = (0, 0)"));
    assertThat(error).hasMessageContaining("to be refuted at z = (0, 0), but it is z = (1, 0)");
    failure(() -> assertThat(SOFTMAX).step("4").isRefutedWith("1", "2"));
    failure(() -> assertThat(SOFTMAX).step("3").isRefuted());
    failure(() -> assertThat(SOFTMAX).step("3").hasSideConditions("x ≠ 0"));
  }

  @Test
  void aDerivationPassesOnlyAsAWhole() {
    assertThat(failure(() -> assertThat(SOFTMAX).passes()))
        .hasMessageContaining("expected assertj/softmax.md to pass")
        .hasMessageContaining("✗ 4  refuted")
        .hasMessageNotContaining("✗ 3");
  }

  @Test
  void problemsAreShownWithTheirPlace() {
    Examination broken = Hence.derivation("src/test/resources/engine/notes/broken.md");
    assertThat(failure(() -> assertThat(broken).hasNoProblems()))
        .hasMessageContaining("HNC-0102 src/test/resources/engine/notes/broken.md:3:1");
  }

  @Test
  void softAssertionsTellOfAll() {
    HenceSoftAssertions softly = new HenceSoftAssertions();
    softly.assertThat(SOFTMAX).hasNoProblems().step("3").isProved();
    softly.assertThat(SOFTMAX).step("4").isProved();
    softly.assertThat(SOFTMAX).step("3").isRefuted();
    softly.assertThat((Code.ToNumber) z -> 0).agreesWith(SOFTMAX, "5", Side.LEFT);
    AssertJMultipleFailuresError error =
        catchThrowableOfType(AssertJMultipleFailuresError.class, softly::assertAll);
    assertThat(error.getFailures())
        .hasSize(3)
        .extracting(Throwable::getMessage)
        .satisfies(
            messages ->
                assertThat(messages.toString())
                    .contains("step 4", "step 3", "expected the code to agree with the left side"));
  }

  @Test
  void whatIsNotThereIsAMistakeOfTheTest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(SOFTMAX).step("7"))
        .withMessageContaining("there is no step '7' in assertj/softmax.md");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hence.derivation("assertj/hardmax.md"))
        .withMessageContaining("no file and no resource");
  }
}
