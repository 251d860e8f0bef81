package dev.hence.report;

import dev.hence.claim.Expectation;
import dev.hence.claim.Statement;
import dev.hence.verdict.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code expect refuted} says of a display of several statements: that one of them, at least,
 * is false. Where one is refuted, or may yet be, each that holds is held to what it says.
 */
public final class Expected {
  private Expected() {}

  /**
   * The answers to a document, each with what is expected of it now that all are known.
   *
   * @param required the weakest verdict that passes for a step that is to hold
   */
  public static List<StatementReport> settled(List<StatementReport> reports, Outcome required) {
    Set<Integer> refuted = displays(reports, Outcome.REFUTED);
    Set<Integer> open = displays(reports, Outcome.UNDECIDED, Outcome.UNREAD, Outcome.CONFLICTED);
    return reports.stream()
        .map(
            r -> {
              boolean another = !is(r, Outcome.REFUTED) && isAmong(refuted, r.statement());
              boolean perhaps = r.holds() && isAmong(open, r.statement());
              return another || perhaps ? r.expectedToHold(required) : r;
            })
        .toList();
  }

  private static boolean is(StatementReport report, Outcome... outcomes) {
    return List.of(outcomes).contains(report.verdict().outcome());
  }

  /** The displays said to be refuted of which a statement has such a verdict. */
  private static Set<Integer> displays(List<StatementReport> reports, Outcome... outcomes) {
    return reports.stream()
        .filter(r -> is(r, outcomes))
        .flatMap(r -> of(r.statement()).stream())
        .filter(e -> e.refuted() && e.display() > 0)
        .map(Expectation::display)
        .collect(Collectors.toSet());
  }

  private static boolean isAmong(Set<Integer> displays, Statement statement) {
    return of(statement).filter(e -> displays.contains(e.display())).isPresent();
  }

  /** What the author expects of a statement; empty of what claims nothing. */
  public static Optional<Expectation> of(Statement statement) {
    return switch (statement) {
      case Statement.Step step -> Optional.of(step.expected());
      case Statement.Unread unread -> Optional.of(unread.expected());
      case Statement.Given given -> Optional.empty();
      case Statement.NoStatement none -> Optional.empty();
    };
  }
}
