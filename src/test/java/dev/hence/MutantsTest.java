package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.instantiate.Instances;
import dev.hence.mutant.Census;
import dev.hence.mutant.Equivalence;
import dev.hence.mutant.Mutant;
import dev.hence.mutant.Mutator;
import dev.hence.problem.Problems;
import dev.hence.read.Reader;
import dev.hence.read.document.SourceFiles;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Steps of the derivations with one slip in each: every one that changes the meaning is refuted,
 * and none of those that change nothing.
 */
class MutantsTest {
  private static final Duration BUDGET = Duration.ofSeconds(20);

  /** On how many instances, the simplest, what is equivalent is seen to hold. */
  private static final int FEW = 2;

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private static final Machinery STANDARD = Wiring.standard();

  /**
   * The numeric road alone refutes, and nothing that it refutes is verified; neither the simplest
   * counterexample nor a remedy is asked for.
   */
  private static Machinery machinery(Machinery.Instantiation instantiation) {
    return new Machinery(
        STANDARD.reading(),
        instantiation,
        STANDARD.numeric(),
        (instance, seed, time) -> List.of(new Evidence.SymbolicOpen(instance, "not asked")),
        STANDARD.court(),
        (counterexample, time) -> counterexample,
        (step, counterexample, time) -> List.of());
  }

  private static Instances few(Statement.Step step, Problems problems) {
    Instances all = STANDARD.instantiation().instances(step, problems);
    return new Instances(all.list().stream().limit(FEW).toList(), all.passedOver());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel-machines/gradient-descent-learns-a-kernel-machine",
        "regression/linear-regression-closed-form"
      })
  void everyMutantThatChangesTheMeaningIsRefuted(String name) throws Exception {
    Derivation derivation = read(Path.of("derivations", name + ".md"));
    List<Mutant> mutants = mutants(derivation);
    Equivalence equivalence = Equivalence.in(derivation);
    Census census = new Census();
    List<String> wrong = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Outcome>> outcomes =
          mutants.stream()
              .map(m -> pool.submit(() -> outcome(m.step(), equivalence.rule(m).isPresent())))
              .toList();
      for (int k = 0; k < mutants.size(); k++) {
        Mutant mutant = mutants.get(k);
        Optional<String> rule = equivalence.rule(mutant);
        Outcome outcome = get(outcomes.get(k));
        census.count(mutant, rule);
        boolean holds = outcome.meets(Outcome.CONFIRMED);
        if (rule.isPresent() ? !holds : outcome != Outcome.REFUTED) {
          wrong.add(mutant.describe() + rule.map(r -> " (" + r + ")").orElse("") + ": " + outcome);
        }
      }
    }
    System.out.println(census.table());
    assertThat(wrong).isEmpty();
    Golden.assertMatches("mutants/" + name + ".txt", census.table());
  }

  private static Outcome outcome(Statement.Step step, boolean equivalent) {
    Machinery machinery = machinery(equivalent ? MutantsTest::few : STANDARD.instantiation());
    return StepCheck.of(machinery, step, Settings.DEFAULT_SEED, BUDGET).verdict().outcome();
  }

  private static Outcome get(Future<Outcome> outcome) throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /** Of the steps that are right; what is wrong already may become right. */
  private static List<Mutant> mutants(Derivation derivation) {
    return derivation.statements().stream()
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast)
        .filter(step -> !step.expected().refuted())
        .flatMap(step -> Mutator.of(step).stream())
        .toList();
  }

  private static Derivation read(Path file) {
    Problems problems = new Problems();
    Derivation derivation = Reader.read(SourceFiles.load(file, problems).orElseThrow());
    assertThat(derivation.problems()).isEmpty();
    return derivation;
  }
}
