package dev.hence.report.record;

import dev.hence.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * The number of steps, and how many have which verdict. What could not be read counts as a step,
 * what claims nothing does not.
 */
public final class Tally {
  private final List<StatementRecord> steps;

  private Tally(List<StatementRecord> steps) {
    this.steps = List.copyOf(steps);
  }

  /** Of one document. */
  public static Tally of(DocumentRecord document) {
    return of(List.of(document));
  }

  /** Of several documents together. */
  public static Tally of(List<DocumentRecord> documents) {
    return new Tally(
        documents.stream()
            .flatMap(d -> d.statements().stream())
            .filter(StatementRecord::isStep)
            .toList());
  }

  /** The number of steps. */
  public int steps() {
    return steps.size();
  }

  /** The number of steps that do not have the verdict that is expected of them. */
  public long failed() {
    return steps.stream().filter(s -> !s.answer().passed()).count();
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
    long empty = steps.stream().filter(s -> s.answer().saysNothing()).count();
    add(parts, empty, empty == 1 ? "of them says nothing" : "of them say nothing");
    return String.join(", ", parts);
  }

  private long count(Outcome outcome, boolean refutationExpected) {
    return steps.stream()
        .filter(s -> s.answer().outcome() == outcome)
        .filter(s -> s.answer().expectsRefutation() == refutationExpected)
        .count();
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
