package dev.hence;

import dev.hence.claim.Beginnings;
import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.report.CounterexampleText;
import dev.hence.report.Defect;
import dev.hence.report.StatementReport;
import dev.hence.verdict.Outcome;
import dev.hence.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answers to single statements. A fault in one spoils no other. */
record Answers(Machinery machinery, Settings settings, Memory memory) {
  /**
   * Roads count their computing themselves. This is for one that does not, or that waits for ever:
   * so many times the budget and a little more.
   */
  private static final int PATIENCE = 4;

  private static final Duration GRACE = Duration.ofSeconds(10);

  Answers(Machinery machinery, Settings settings) {
    this(machinery, settings, Memory.of(settings));
  }

  /** What is proved of a document, for the answers to its statements. */
  Proofs proofs(Derivation derivation) {
    return new Proofs(derivation.statements(), machinery.general());
  }

  Answer to(Derivation derivation, Proofs proofs, Statement statement) {
    Machinery.Court court = machinery.court();
    return switch (statement) {
      case Statement.Step step -> check(derivation, proofs, step);
      case Statement.Given given -> answer(statement, court.given(given));
      case Statement.NoStatement none -> answer(statement, court.none(none));
      case Statement.Unread unread -> answer(statement, court.unread(unread));
    };
  }

  private Answer answer(Statement statement, Verdict verdict) {
    StatementReport report =
        StatementReport.of(statement, verdict, List.of(), List.of(), settings.required());
    return new Answer(report, List.of(), Optional.empty());
  }

  private Answer answer(Statement.Step step, StepCheck.Result result) {
    StatementReport report =
        StatementReport.of(
                step,
                result.verdict(),
                result.diagnosis(),
                result.passedOver(),
                settings.required())
            .taking(result.computing());
    return new Answer(report, result.problems(), Optional.empty());
  }

  /** What is false at some state may yet hold along the trajectories that the author looks at. */
  private Answer check(Derivation derivation, Proofs proofs, Statement.Step step) {
    long seed = settings.seed().orElse(derivation.seed().orElse(Settings.DEFAULT_SEED));
    Duration limit = settings.budget().multipliedBy(PATIENCE).plus(GRACE);
    return switch (Guard.run(
        "step " + step.id(),
        limit,
        () -> StepCheck.of(machinery, memory, proofs, step, seed, settings.budget()))) {
      case Guard.Result.Done<StepCheck.Result>(StepCheck.Result result)
          when result.verdict().outcome() == Outcome.REFUTED
              && Beginnings.along(step).isPresent() ->
          check(derivation, proofs, Beginnings.along(step).get());
      case Guard.Result.Done<StepCheck.Result>(StepCheck.Result result)
          when result.verdict().outcome() == Outcome.REFUTED && mayHold(derivation, proofs, step) ->
          answer(
              step,
              machinery
                  .court()
                  .untried(
                      step,
                      "it has two readings, "
                          + step.otherwise().get().reading()
                          + place(result.verdict())));
      case Guard.Result.Done<StepCheck.Result>(StepCheck.Result result) ->
          unsaid(derivation, step, result.verdict())
              .map(why -> answer(step, machinery.court().untried(step, why)))
              .orElseGet(() -> answer(step, result));
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

  /** What a counterexample supposes, where a document need not say all. */
  private Optional<String> unsaid(Derivation derivation, Statement.Step step, Verdict verdict) {
    return settings.inferring() ? Unsaid.of(derivation, step, verdict) : Optional.empty();
  }

  /** Where the usual reading fails. */
  private static String place(Verdict refuted) {
    return refuted.refutation().map(c -> "; " + CounterexampleText.place(c)).orElse("");
  }

  /** Whether a step that is false as it is usually read is not refuted in its other reading. */
  private boolean mayHold(Derivation derivation, Proofs proofs, Statement.Step step) {
    return step.other()
        .filter(o -> check(derivation, proofs, o).report().verdict().outcome() != Outcome.REFUTED)
        .isPresent();
  }
}
