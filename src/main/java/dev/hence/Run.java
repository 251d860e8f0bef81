package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.report.Defect;
import dev.hence.report.DerivationReport;
import dev.hence.report.Expected;
import dev.hence.report.RunReport;
import dev.hence.report.StatementReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One run over documents that were read. Steps are checked in parallel; the report has the order of
 * the documents, whatever the order in which the steps end. A fault in one step spoils no other.
 */
final class Run {
  private final Answers answers;
  private final Settings settings;
  private final Progress progress;
  private int total;
  private int done;

  Run(Machinery machinery, Settings settings, Progress progress) {
    this.answers = new Answers(machinery, settings);
    this.settings = settings;
    this.progress = progress;
  }

  RunReport check(Readings readings) {
    List<Derivation> derivations = readings.derivations();
    List<Statement> steps =
        derivations.stream().flatMap(d -> selected(d).stream()).filter(Run::isStep).toList();
    total = steps.size();
    List<List<Future<Answer>>> futures = new ArrayList<>();
    List<DerivationReport> reports = new ArrayList<>();
    List<Defect> defects = new ArrayList<>(readings.defects());
    try (ExecutorService pool = Executors.newFixedThreadPool(settings.jobs())) {
      for (Derivation derivation : derivations) {
        futures.add(
            selected(derivation).stream()
                .map(s -> pool.submit(() -> answer(derivation, s)))
                .toList());
      }
      for (int k = 0; k < derivations.size(); k++) {
        List<Answer> answers = futures.get(k).stream().map(Run::get).toList();
        answers.forEach(a -> a.defect().ifPresent(defects::add));
        reports.add(report(derivations.get(k), answers));
      }
    }
    return new RunReport(reports, readings.unopened(), defects);
  }

  private static boolean isStep(Statement statement) {
    return statement instanceof Statement.Step;
  }

  private List<Statement> selected(Derivation derivation) {
    return derivation.statements().stream().filter(this::isSelected).toList();
  }

  private boolean isSelected(Statement statement) {
    return settings.only().isEmpty()
        || settings.only().contains(statement.id())
        || statement.label().filter(settings.only()::contains).isPresent();
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

  private DerivationReport report(Derivation derivation, List<Answer> answers) {
    Set<Problem> problems = new LinkedHashSet<>(derivation.problems());
    derivation.statements().stream()
        .filter(s -> !isSelected(s))
        .filter(Statement.Unread.class::isInstance)
        .forEach(s -> problems.remove(((Statement.Unread) s).problem()));
    answers.forEach(a -> problems.addAll(a.problems()));
    List<StatementReport> reports = answers.stream().map(Answer::report).toList();
    return new DerivationReport(
        derivation, Expected.settled(reports, settings.required()), List.copyOf(problems));
  }

  private Answer answer(Derivation derivation, Statement statement) {
    Answer answer = answers.to(derivation, statement);
    if (isStep(statement)) {
      stepDone();
    }
    return answer;
  }

  private synchronized void stepDone() {
    done++;
    progress.report(done, total);
  }
}
