package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.instantiate.Instances;
import dev.hence.mutant.Mutant;
import dev.hence.mutant.Mutator;
import dev.hence.problem.Problems;
import dev.hence.read.Reader;
import dev.hence.read.document.SourceFiles;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Outcome;
import dev.hence.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes the mutants of a derivation, and asks the numeric and the general road about them. */
final class MutantCheck {
  private static final Duration BUDGET = Duration.ofSeconds(20);

  /** On how many instances, the simplest, what is equivalent is seen to hold. */
  private static final int FEW = 2;

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private static final Machinery STANDARD = Wiring.standard();

  private MutantCheck() {}

  static Derivation read(Path file) {
    Problems problems = new Problems();
    Derivation derivation = Reader.read(SourceFiles.load(file, problems).orElseThrow());
    assertThat(derivation.problems()).isEmpty();
    return derivation;
  }

  /** Of the steps that are right; what is wrong already may become right. */
  static List<Mutant> mutants(Derivation derivation) {
    return derivation.statements().stream()
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast)
        .filter(step -> !step.expected().refuted())
        .flatMap(step -> Mutator.of(step).stream())
        .toList();
  }

  /**
   * The numeric road alone refutes, and nothing that it refutes is verified; should the general
   * road prove it, that is a conflict. Neither the simplest counterexample nor a remedy is asked
   * for.
   */
  private static final long STACK_BYTES = 1L << 28;

  private static Machinery machinery(Machinery.Instantiation instantiation) {
    return new Machinery(
        STANDARD.reading(),
        instantiation,
        STANDARD.numeric(),
        STANDARD.search(),
        (instance, seed, time) -> List.of(new Evidence.SymbolicOpen(instance, "not asked")),
        STANDARD.general(),
        STANDARD.court(),
        (counterexample, time) -> counterexample,
        (step, beside, counterexample, time) -> List.of());
  }

  private static Instances few(Statement.Step step, Problems problems) {
    Instances all = STANDARD.instantiation().instances(step, problems);
    return new Instances(all.list().stream().limit(FEW).toList(), all.passedOver());
  }

  /**
   * What becomes of a step.
   *
   * @param equivalent whether it is known to hold, so that few instances are enough
   */
  static Outcome outcome(Statement.Step step, boolean equivalent) {
    return verdict(
            step, machinery(equivalent ? MutantCheck::few : STANDARD.instantiation()), BUDGET)
        .outcome();
  }

  /** The counterexample to a step, as the numeric road finds it. */
  static Optional<Evidence.Counterexample> refutation(Statement.Step step, Duration budget) {
    return verdict(step, machinery(STANDARD.instantiation()), budget).refutation();
  }

  private static Verdict verdict(Statement.Step step, Machinery machinery, Duration budget) {
    Proofs proofs = new Proofs(List.of(), machinery.general());
    return StepCheck.of(machinery, Memory.NONE, proofs, step, Settings.DEFAULT_SEED, budget)
        .verdict();
  }

  /** Asks all the questions, several at a time; the answers come in their order. */
  static <T> List<T> all(List<Callable<T>> questions) throws InterruptedException {
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS, MutantCheck::deep)) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : pool.invokeAll(questions)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /** A thread in which long recursions have room, as in a run. */
  private static Thread deep(Runnable task) {
    return new Thread(null, task, "mutants", STACK_BYTES);
  }
}
