package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.claim.Grounds;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.report.Defect;
import dev.hence.report.DerivationReport;
import dev.hence.report.Expected;
import dev.hence.report.RunReport;
import dev.hence.report.StatementReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * One run over documents that were read. Steps are checked in parallel; the report has the order of
 * the documents, whatever the order in which the steps end. A fault in one step spoils no other.
 */
final class Run {
  /** Problems as they stand in the document, whoever met them. */
  private static final Comparator<Problem> IN_ORDER =
      Comparator.comparingInt((Problem p) -> p.span().start())
          .thenComparing(p -> p.id().code())
          .thenComparing(Problem::message);

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
        Proofs proofs = answers.proofs(derivation);
        futures.add(
            own.get(k).stream()
                .map(s -> pool.submit(() -> answer(derivation, proofs, s)))
                .toList());
      }
      for (int k = 0; k < derivations.size(); k++) {
        List<Answer> answers = futures.get(k).stream().map(Once::await).toList();
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
        answers.memory().notices());
  }

  private static boolean isStep(Statement statement) {
    return statement instanceof Statement.Step;
  }

  private DerivationReport report(
      Derivation derivation,
      List<Answer> answers,
      List<Statement> elsewhere,
      List<Problem> ofTheDocument) {
    Set<Problem> problems = new LinkedHashSet<>(ofTheDocument);
    answers.forEach(a -> problems.addAll(a.problems()));
    List<StatementReport> reports =
        answers.stream().map(Answer::report).map(r -> resting(r, derivation)).toList();
    return new DerivationReport(
        derivation,
        Expected.settled(reports, settings.required()),
        elsewhere,
        problems.stream().sorted(IN_ORDER).toList());
  }

  private static StatementReport resting(StatementReport report, Derivation derivation) {
    return report.restingOn(Grounds.of(report.statement(), derivation.inferred()));
  }

  private Answer answer(Derivation derivation, Proofs proofs, Statement statement) {
    Answer answer = answers.to(derivation, proofs, statement);
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
