package dev.hence;

import dev.hence.MutantAnswer.Fate;
import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.mutant.Mutant;
import dev.hence.mutant.Mutator;
import dev.hence.mutant.Oracle;
import dev.hence.report.Defect;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Outcome;
import dev.hence.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Checks every step of documents with every single slip in it. The numeric and the general road are
 * asked: the one refutes, and should the other prove what is false, that must come out. The
 * symbolic road refutes nothing. Of what passes an oracle says whether it is true.
 */
public final class Mutation {
  private final Machinery machinery;
  private final Settings settings;
  private final Progress progress;
  private final List<Defect> defects = Collections.synchronizedList(new ArrayList<>());
  private int done;

  private Mutation(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    Machinery all = Wiring.standard();
    this.machinery =
        new Machinery(
            all.reading(),
            all.instantiation(),
            all.numeric(),
            all.search(),
            (instance, seed, time) -> List.of(new Evidence.SymbolicOpen(instance, "not asked")),
            all.general(),
            all.court(),
            (counterexample, time) -> counterexample,
            (step, beside, counterexample, time) -> List.of());
  }

  /** Checks the mutants of files and of the documents below directories. */
  public static MutationReport of(List<Path> paths, Settings settings, Progress progress) {
    return new Mutation(settings, progress).run(Documents.open(paths));
  }

  /** A mutant, and the document in which it stands. */
  private record Question(String file, long seed, Mutant mutant) {}

  private MutationReport run(Documents documents) {
    Readings readings = Readings.of(documents, machinery.reading());
    List<Question> questions = readings.derivations().stream().flatMap(this::questions).toList();
    List<Future<MutantAnswer>> futures = new ArrayList<>();
    List<MutantAnswer> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(settings.jobs())) {
      for (Question question : questions) {
        futures.add(pool.submit(() -> answered(question, questions.size())));
      }
      futures.forEach(future -> answers.add(Once.await(future)));
    }
    defects.addAll(0, readings.defects());
    return new MutationReport(answers, readings.unopened(), defects);
  }

  private Stream<Question> questions(Derivation derivation) {
    long seed = settings.seed().orElse(derivation.seed().orElse(Settings.DEFAULT_SEED));
    return derivation.statements().stream()
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast)
        .filter(step -> !step.expected().refuted() && isAsked(step))
        .flatMap(step -> Mutator.of(step).stream())
        .map(mutant -> new Question(derivation.source().name(), seed, mutant));
  }

  private boolean isAsked(Statement.Step step) {
    return settings.only().isEmpty() || settings.only().stream().anyMatch(step::isCalled);
  }

  private MutantAnswer answered(Question question, int total) {
    MutantAnswer answer = answer(question);
    count(total);
    return answer;
  }

  private synchronized void count(int total) {
    done++;
    progress.report(done, total);
  }

  private MutantAnswer answer(Question question) {
    Mutant mutant = question.mutant();
    Fate fate = fate(outcome(question), mutant.step(), question.seed());
    return new MutantAnswer(
        question.file(), mutant.original().id(), mutant.slip().text(), mutant.text(), fate);
  }

  private Outcome outcome(Question question) {
    Statement.Step step = question.mutant().step();
    Duration limit = settings.budget().multipliedBy(4).plusSeconds(10);
    Proofs proofs = new Proofs(List.of(), machinery.general());
    return switch (Guard.run(
        "step " + step.id(),
        limit,
        () ->
            StepCheck.of(
                machinery, Memory.NONE, proofs, step, question.seed(), settings.budget()))) {
      case Guard.Result.Done<StepCheck.Result>(StepCheck.Result result) -> of(result.verdict());
      case Guard.Result.Failed<StepCheck.Result>(Throwable cause) -> {
        defects.add(
            new Defect(question.file() + ", mutant " + question.mutant().describe(), cause));
        yield Outcome.UNDECIDED;
      }
      case Guard.Result.Late<StepCheck.Result>() -> Outcome.UNDECIDED;
    };
  }

  private static Outcome of(Verdict verdict) {
    return verdict.outcome();
  }

  private Fate fate(Outcome outcome, Statement.Step step, long seed) {
    return switch (outcome) {
      case REFUTED -> Fate.KILLED;
      case PROVED, VERIFIED, CONFIRMED ->
          switch (Oracle.of(step, seed)) {
            case HOLDS -> Fate.EQUIVALENT;
            case FAILS -> Fate.WRONGLY_PASSED;
            case UNJUDGED -> Fate.UNJUDGED;
          };
      case UNDECIDED, CONFLICTED, UNREAD, GIVEN -> Fate.UNDECIDED;
    };
  }
}
