package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.report.Defect;
import dev.hence.report.DerivationReport;
import dev.hence.report.Expected;
import dev.hence.report.RunReport;
import dev.hence.report.StatementReport;
import dev.hence.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * One run over documents that were read. Steps are checked in parallel; the report has the order of
 * the documents, whatever the order in which the steps end. A fault in one step spoils no other.
 */
final class Run {
  /**
   * Roads count their computing themselves. This is for one that does not, or that waits for ever:
   * so many times the budget and a little more, on the wall, as the machine may be busy.
   */
  private static final int PATIENCE = 10;

  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Problems as they stand in the document, whoever met them. */
  private static final Comparator<Problem> IN_ORDER =
      Comparator.comparingInt((Problem p) -> p.span().start())
          .thenComparing(p -> p.id().code())
          .thenComparing(Problem::message);

  private final Machinery machinery;
  private final Memory memory;
  private final Settings settings;
  private final Progress progress;
  private int total;
  private int done;

  Run(Machinery machinery, Settings settings, Progress progress) {
    this.machinery = machinery;
    this.memory = Memory.of(settings);
    this.settings = settings;
    this.progress = progress;
  }

  /** A statement with its verdict, and what else came up. */
  private record Answer(StatementReport report, List<Problem> problems, Optional<Defect> defect) {}

  RunReport check(Readings readings) {
    List<Derivation> derivations = readings.derivations();
    Selection selection = new Selection(settings, derivations);
    List<List<Statement>> own =
        IntStream.range(0, derivations.size()).mapToObj(selection::own).toList();
    total = (int) own.stream().flatMap(List::stream).filter(Run::isStep).count();
    List<List<Future<Answer>>> futures = new ArrayList<>();
    List<DerivationReport> reports = new ArrayList<>();
    List<Defect> defects = new ArrayList<>(readings.defects());
    try (ExecutorService pool = Executors.newFixedThreadPool(settings.jobs())) {
      for (int k = 0; k < derivations.size(); k++) {
        Derivation derivation = derivations.get(k);
        futures.add(
            own.get(k).stream().map(s -> pool.submit(() -> answer(derivation, s))).toList());
      }
      for (int k = 0; k < derivations.size(); k++) {
        List<Answer> answers = futures.get(k).stream().map(Run::get).toList();
        answers.forEach(a -> a.defect().ifPresent(defects::add));
        reports.add(
            report(derivations.get(k), answers, selection.elsewhere(k), selection.problems(k)));
      }
    }
    return new RunReport(
        reports,
        readings.unopened(),
        defects,
        settings.asked(),
        settings.shard(),
        memory.notices());
  }

  private static boolean isStep(Statement statement) {
    return statement instanceof Statement.Step;
  }

  private static Answer get(Future<Answer> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private DerivationReport report(
      Derivation derivation,
      List<Answer> answers,
      List<Statement> elsewhere,
      List<Problem> ofTheDocument) {
    Set<Problem> problems = new LinkedHashSet<>(ofTheDocument);
    answers.forEach(a -> problems.addAll(a.problems()));
    List<StatementReport> reports = answers.stream().map(Answer::report).toList();
    return new DerivationReport(
        derivation,
        Expected.settled(reports, settings.required()),
        elsewhere,
        problems.stream().sorted(IN_ORDER).toList());
  }

  private Answer answer(Derivation derivation, Statement statement) {
    Machinery.Court court = machinery.court();
    return switch (statement) {
      case Statement.Step step -> {
        Answer answer = check(derivation, step);
        stepDone();
        yield answer;
      }
      case Statement.Given given -> answer(statement, court.given(given));
      case Statement.NoStatement none -> answer(statement, court.none(none));
      case Statement.Unread unread -> answer(statement, court.unread(unread));
    };
  }

  private synchronized void stepDone() {
    done++;
    progress.report(done, total);
  }

  private Answer answer(Statement statement, Verdict verdict) {
    StatementReport report =
        StatementReport.of(statement, verdict, List.of(), List.of(), settings.required());
    return new Answer(report, List.of(), Optional.empty());
  }

  private Answer check(Derivation derivation, Statement.Step step) {
    long seed = settings.seed().orElse(derivation.seed().orElse(Settings.DEFAULT_SEED));
    Duration limit = settings.budget().multipliedBy(PATIENCE).plus(GRACE);
    return switch (Guard.run(
        "step " + step.id(),
        limit,
        () -> StepCheck.of(machinery, memory, step, seed, settings.budget()))) {
      case Guard.Result.Done<StepCheck.Result>(StepCheck.Result result) ->
          new Answer(
              StatementReport.of(
                      step,
                      result.verdict(),
                      result.diagnosis(),
                      result.passedOver(),
                      settings.required())
                  .taking(result.computing()),
              result.problems(),
              Optional.empty());
      case Guard.Result.Failed<StepCheck.Result>(Throwable cause) -> {
        Defect defect = new Defect(derivation.source().name() + ", step " + step.id(), cause);
        Answer answer =
            answer(step, machinery.court().untried(step, "internal error: " + defect.summary()));
        yield new Answer(answer.report(), List.of(), Optional.of(defect));
      }
      case Guard.Result.Late<StepCheck.Result>() ->
          answer(
              step,
              machinery
                  .court()
                  .untried(step, "it did not come to an end within " + limit.toSeconds() + " s"));
    };
  }
}
