package dev.hence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.hence.CheckedStep;
import dev.hence.Examination;
import dev.hence.Hence;
import dev.hence.RandomInstance;
import dev.hence.Side;
import dev.hence.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

/** What Jupiter makes of our annotations. */
final class JupiterTest {
  private static final String LOGISTIC = "engine/notes/logistic-regression.md";

  /** Runs in an engine of its own; some of it is to fail. */
  static final class Cases {
    private static final List<String> SEEN = new ArrayList<>();

    @DerivationTest(LOGISTIC)
    void all() {}

    @DerivationTest(value = LOGISTIC, steps = "slope", require = "proved")
    void closer(CheckedStep step, Examination document) {
      assertThat(step.answer().report().verdict().outcome()).isEqualTo(Outcome.PROVED);
      assertThat(document.derivation().title()).isNotEmpty();
      throw new IllegalStateException("the method itself runs");
    }

    @DerivationTest(value = LOGISTIC, require = "refuted")
    void anything() {}

    @DerivationTest("engine/notes/broken.md")
    void broken(CheckedStep step) {
      SEEN.add(step.toString());
    }

    @ParameterizedTest
    @InstanceSource(derivation = "assertj/softmax.md", step = "1", count = 7, seed = 5)
    void probabilitiesSumToOneForEachSize(RandomInstance at) {
      double sum = 0;
      for (double p : at.values(Side.RIGHT)) {
        sum += p;
      }
      assertThat(at.size("C")).isBetween(2, 3);
      assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @InstanceSource(derivation = "assertj/softmax.md", step = "99")
    void ofNoStep(RandomInstance at) {}

    @ParameterizedTest
    @InstanceSource(derivation = "assertj/softmax.md", step = "1")
    void noScoreIsAboveOne(RandomInstance at) {
      for (double z : at.vector("z")) {
        assertThat(z).isLessThanOrEqualTo(1);
      }
    }
  }

  private static EngineExecutionResults run(String method, String parameters) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(Cases.class.getName() + "#" + method + "(" + parameters + ")"))
        .enableImplicitConfigurationParameters(false)
        .execute();
  }

  private static List<String> names(EngineExecutionResults results) {
    return results.testEvents().finished().stream()
        .map(e -> e.getTestDescriptor().getDisplayName())
        .toList();
  }

  private static Throwable failure(EngineExecutionResults results) {
    return results.allEvents().failed().stream()
        .findFirst()
        .orElseThrow()
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow();
  }

  @Test
  void everyStepIsATest() {
    EngineExecutionResults results = run("all", "");
    assertThat(names(results))
        .containsExactly(
            "slope  σ′(z) = σ(z) (1 − σ(z))",
            "4  ∇_w J(w) = ∑ᵢ (yᵢ − σ(wᵀ xᵢ)) xᵢ",
            "5  σ(z) = 1 − σ(z)",
            "6  σ(−z) = 1 − σ(z)");
    results.testEvents().assertStatistics(s -> s.succeeded(2).failed(2));
    assertThat(failure(results))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("✗ 4  refuted  engine/notes/logistic-regression.md:20:3");
  }

  @Test
  void theMethodMayLookCloser() {
    EngineExecutionResults results =
        run("closer", CheckedStep.class.getName() + "," + Examination.class.getName());
    results.testEvents().assertStatistics(s -> s.started(1).failed(1));
    assertThat(failure(results)).hasMessage("the method itself runs");
  }

  @Test
  void onlyVerdictsThatPassCanBeRequired() {
    assertThat(failure(run("anything", "")))
        .hasMessage("require must be proved, verified or confirmed, not 'refuted'");
  }

  @Test
  void aSourceWithoutAStepSaysSo() {
    assertThat(failure(run("ofNoStep", RandomInstance.class.getName())))
        .hasMessageStartingWith("there is no step '99' in assertj/softmax.md, only [");
  }

  @Test
  void problemsFailBeforeTheMethodIsReached() {
    Cases.SEEN.clear();
    EngineExecutionResults results = run("broken", CheckedStep.class.getName());
    results.testEvents().assertStatistics(s -> s.started(3).succeeded(1).failed(2));
    assertThat(failure(results)).hasMessageContaining("HNC-0102");
    assertThat(Cases.SEEN).containsExactly("engine/notes/broken.md, step #1");
  }

  @Test
  void instancesAreArgumentsAndTellTheirSeed() {
    EngineExecutionResults results =
        run("probabilitiesSumToOneForEachSize", RandomInstance.class.getName());
    results.testEvents().assertStatistics(s -> s.started(7).succeeded(7));
    assertThat(names(results).getFirst()).matches("\\[1\\] .*seed 5, #0: C = 2: z = .*");
  }

  @Test
  void aFailureIsToldAtTheSimplestPoint() {
    EngineExecutionResults results = run("noScoreIsAboveOne", RandomInstance.class.getName());
    assertThat(results.testEvents().failed().count()).isPositive();
    assertThat(failure(results).getMessage())
        .matches("(?s)fails at seed 1, #\\d+: C = 2: z = \\((0, 2|2, 0)\\)\n.*");
  }

  @Test
  void aStepOfATrajectoryHasNoInstancesAtPoints() {
    Examination page =
        Hence.derivation("derivations/kernel-machines/gradient-descent-learns-a-kernel-machine.md");
    assertThat(page.instances("5.1", 1).list(3)).hasSize(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> page.instances("11", 1))
        .withMessageContaining("step 11 has no values at single points");
  }
}
