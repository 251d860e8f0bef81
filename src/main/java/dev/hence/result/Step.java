package dev.hence.result;

import dev.hence.report.record.Answer;
import dev.hence.report.record.StatementRecord;
import dev.hence.verdict.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A step of a page, with what was answered to it.
 *
 * <pre>{@code
 * Step step = Hence.check("$$\\sin(2x) = 2 \\sin(x) \\tag{1}$$").page().step("1");
 * step.statement();       // sin(2 x) = 2 sin(x)
 * step.latex();           // \sin(2 x) = 2 \sin(x)
 * step.verdict();         // REFUTED
 * step.counterexample();  // x = 1: left 0.909297, right 1.68294
 * }</pre>
 *
 * @param id unique in the page: the label, or its order; {@code 4.2} is the second step of chain 4
 * @param label the author's {@code \tag} or {@code \label}
 * @param line from 1, where the display begins
 * @param column from 1, in code points
 * @param statement the step as it was understood, one line of Unicode; one that could not be read
 *     is shown as it was written
 * @param latex the same as LaTeX on one line
 * @param verdict the verdict of the judge
 * @param passed whether the verdict is the one that is expected of the step
 * @param reach how far the verdict reaches: {@code every instance}, {@code all 24 instances}
 * @param conditions under which it holds, in readable mathematics
 * @param reason why the verdict is not stronger, or what should be known; may be empty
 * @param counterexample where the step is false; only a refuted step has one
 * @param edits of which each, by itself, would make a refuted step hold; the likeliest slip first
 */
public record Step(
    String id,
    Optional<String> label,
    int line,
    int column,
    String statement,
    String latex,
    Outcome verdict,
    boolean passed,
    String reach,
    List<String> conditions,
    String reason,
    Optional<Counterexample> counterexample,
    List<Edit> edits) {
  public Step {
    conditions = List.copyOf(conditions);
    edits = List.copyOf(edits);
  }

  static Step of(StatementRecord record, String latex) {
    Answer answer = record.answer();
    return new Step(
        record.id(),
        record.label(),
        record.place().line(),
        record.place().column(),
        record.text(),
        latex,
        answer.outcome(),
        answer.passed(),
        answer.reach(),
        answer.sideConditions(),
        answer.reason(),
        answer.counterexample().map(Counterexample::of),
        answer.diagnosis().stream().map(Edit::of).toList());
  }

  /** Whether the verdict says that the step holds: it is proved, verified or confirmed. */
  public boolean holds() {
    return switch (verdict) {
      case PROVED, VERIFIED, CONFIRMED -> true;
      case GIVEN, UNDECIDED, UNREAD, CONFLICTED, REFUTED -> false;
    };
  }

  /** {@code 4 f(x) = x² proved (every instance), if x > 0}. */
  @Override
  public String toString() {
    String how = reach.isEmpty() ? "" : " (" + reach + ")";
    String where = counterexample.map(c -> ": " + c).orElse("");
    String why = counterexample.isPresent() || reason.isEmpty() ? "" : ": " + reason;
    String given = conditions.isEmpty() ? "" : ", if " + String.join(", ", conditions);
    return id + "  " + statement + "  " + verdict.text() + how + given + where + why;
  }
}
