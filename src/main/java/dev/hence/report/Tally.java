package dev.hence.report;

import dev.hence.claim.Statement;
import dev.hence.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * How many steps there are, and how many have which verdict. What could not be read counts as a
 * step, what claims nothing does not.
 */
public final class Tally {
  private final List<StatementReport> steps;

  private Tally(List<StatementReport> steps) {
    this.steps = List.copyOf(steps);
  }

  /** Of one document. */
  public static Tally of(DerivationReport report) {
    return of(List.of(report));
  }

  /** Of several documents together. */
  public static Tally of(List<DerivationReport> reports) {
    return new Tally(
        reports.stream().flatMap(d -> d.statements().stream()).filter(Tally::isStep).toList());
  }

  private static boolean isStep(StatementReport report) {
    return switch (report.statement()) {
      case Statement.Step step -> true;
      case Statement.Unread unread -> true;
      case Statement.Given given -> false;
      case Statement.NoStatement none -> false;
    };
  }

  /** The number of steps. */
  public int steps() {
    return steps.size();
  }

  /** The number of steps that do not have the verdict that is expected of them. */
  public long failed() {
    return steps.stream().filter(s -> !s.passed()).count();
  }

  /** Such as {@code 12 verified, 1 refuted as expected}; empty where there is no step. */
  public String verdicts() {
    List<String> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      String though =
          outcome == Outcome.REFUTED ? " as expected" : " though expected to be refuted";
      add(parts, count(outcome, false), outcome.text());
      add(parts, count(outcome, true), outcome.text() + though);
    }
    return String.join(", ", parts);
  }

  private long count(Outcome outcome, boolean refutationExpected) {
    return steps.stream()
        .filter(s -> outcome(s) == outcome)
        .filter(s -> s.expectsRefutation() == refutationExpected)
        .count();
  }

  private static Outcome outcome(StatementReport report) {
    return report.statement() instanceof Statement.Unread
        ? Outcome.UNREAD
        : report.verdict().outcome();
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
