package dev.hence.report;

import dev.hence.claim.Expectation;
import dev.hence.claim.Statement;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Outcome;
import dev.hence.verdict.Verdict;
import java.util.List;

/**
 * The answer to one statement.
 *
 * @param diagnosis single edits that would make a refuted step hold
 * @param passedOver choices of sizes at which the step says nothing, with the reason
 * @param passed whether the verdict is what is expected of the statement
 */
public record StatementReport(
    Statement statement,
    Verdict verdict,
    List<Edit> diagnosis,
    List<String> passedOver,
    boolean passed) {
  public StatementReport {
    diagnosis = List.copyOf(diagnosis);
    passedOver = List.copyOf(passedOver);
  }

  /**
   * A report by the rule that decides what passes.
   *
   * @param required the weakest verdict that passes for a step that is to hold
   */
  public static StatementReport of(
      Statement statement,
      Verdict verdict,
      List<Edit> diagnosis,
      List<String> passedOver,
      Outcome required) {
    boolean passed = passes(statement, verdict.outcome(), required);
    return new StatementReport(statement, verdict, diagnosis, passedOver, passed);
  }

  private static boolean passes(Statement statement, Outcome outcome, Outcome required) {
    return switch (statement) {
      case Statement.Step step ->
          switch (step.expected()) {
            case HOLDS -> holds(outcome) && outcome.meets(required);
            case REFUTED -> outcome == Outcome.REFUTED;
          };
      case Statement.Given given -> true;
      case Statement.NoStatement none -> true;
      case Statement.Unread unread -> false;
    };
  }

  private static boolean holds(Outcome outcome) {
    return switch (outcome) {
      case PROVED, VERIFIED, CONFIRMED -> true;
      case GIVEN, UNDECIDED, UNREAD, CONFLICTED, REFUTED -> false;
    };
  }

  /** Whether the author says that the statement is false. */
  public boolean expectsRefutation() {
    return switch (statement) {
      case Statement.Step step -> step.expected() == Expectation.REFUTED;
      case Statement.Unread unread -> unread.expected() == Expectation.REFUTED;
      case Statement.Given given -> false;
      case Statement.NoStatement none -> false;
    };
  }

  /** Whether the verdict says that a step holds. */
  public boolean holds() {
    return holds(verdict.outcome());
  }
}
