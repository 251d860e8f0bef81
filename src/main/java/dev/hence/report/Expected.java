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
 * is false. Where one is refuted, each of the others is held to what it says.
 */
public final class Expected {
  private Expected() {}

  /**
   * The answers to a document, each with what is expected of it now that all are known.
   *
   * @param required the weakest verdict that passes for a step that is to hold
   */
  public static List<StatementReport> settled(List<StatementReport> reports, Outcome required) {
    Set<Integer> refuted =
        reports.stream()
            .filter(r -> r.verdict().outcome() == Outcome.REFUTED)
            .flatMap(r -> expectation(r.statement()).stream())
            .filter(e -> e.refuted() && e.display() > 0)
            .map(Expectation::display)
            .collect(Collectors.toSet());
    return reports.stream()
        .map(
            r ->
                r.verdict().outcome() != Outcome.REFUTED && isAmong(refuted, r.statement())
                    ? r.expectedToHold(required)
                    : r)
        .toList();
  }

  private static boolean isAmong(Set<Integer> displays, Statement statement) {
    return expectation(statement).filter(e -> displays.contains(e.display())).isPresent();
  }

  private static Optional<Expectation> expectation(Statement statement) {
    return switch (statement) {
      case Statement.Step step -> Optional.of(step.expected());
      case Statement.Unread unread -> Optional.of(unread.expected());
      case Statement.Given given -> Optional.empty();
      case Statement.NoStatement none -> Optional.empty();
    };
  }
}
