package dev.hence.report;

import dev.hence.claim.Expectation;
import dev.hence.claim.Inferred;
import dev.hence.claim.Statement;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Outcome;
import dev.hence.verdict.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * The answer to one statement.
 *
 * @param diagnosis single edits that would make a refuted step hold
 * @param passedOver choices of sizes at which the step says nothing, with the reason
 * @param passed whether the verdict is what is expected of the statement
 * @param inferred the inferred entries on which the answer rests
 * @param computing what the answer took; not part of what is reported
 */
public record StatementReport(
    Statement statement,
    Verdict verdict,
    List<Edit> diagnosis,
    List<String> passedOver,
    boolean passed,
    List<Inferred> inferred,
    Duration computing) {
  public StatementReport {
    diagnosis = List.copyOf(diagnosis);
    passedOver = List.copyOf(passedOver);
    inferred = List.copyOf(inferred);
  }

  /**
   * A report by the rule that decides what passes. Where proofs are required, a step that says
   * nothing is none.
   *
   * @param required the weakest verdict that passes for a step that is to hold
   */
  public static StatementReport of(
      Statement statement,
      Verdict verdict,
      List<Edit> diagnosis,
      List<String> passedOver,
      Outcome required) {
    boolean passed = passes(statement, verdict, required);
    return new StatementReport(
        statement, verdict, diagnosis, passedOver, passed, List.of(), Duration.ZERO);
  }

  private static boolean passes(Statement statement, Verdict verdict, Outcome required) {
    Outcome outcome = verdict.outcome();
    boolean shows = required != Outcome.PROVED || !verdict.saysNothing();
    return switch (statement) {
      case Statement.Step step ->
          step.expected().refuted()
              ? outcome == Outcome.REFUTED
              : holds(outcome) && outcome.meets(required) && shows;
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

  /** The same, with what it took. */
  public StatementReport taking(Duration time) {
    return new StatementReport(statement, verdict, diagnosis, passedOver, passed, inferred, time);
  }

  /** The same, which rests on what was inferred. */
  public StatementReport restingOn(List<Inferred> entries) {
    return new StatementReport(
        statement, verdict, diagnosis, passedOver, passed, entries, computing);
  }

  /** The same answer to a statement of which the author expects that it holds. */
  StatementReport expectedToHold(Outcome required) {
    Statement holding =
        switch (statement) {
          case Statement.Step step -> step.expecting(Expectation.HOLDS);
          case Statement.Unread u ->
              new Statement.Unread(u.id(), u.label(), u.span(), u.problem(), Expectation.HOLDS);
          case Statement.Given given -> given;
          case Statement.NoStatement none -> none;
        };
    return of(holding, verdict, diagnosis, passedOver, required)
        .restingOn(inferred)
        .taking(computing);
  }

  /** Whether the author says that the statement is false. */
  public boolean expectsRefutation() {
    return switch (statement) {
      case Statement.Step step -> step.expected().refuted();
      case Statement.Unread unread -> unread.expected().refuted();
      case Statement.Given given -> false;
      case Statement.NoStatement none -> false;
    };
  }

  /** Whether the verdict says that a step holds. */
  public boolean holds() {
    return holds(verdict.outcome());
  }
}
