package dev.hence.report;

import dev.hence.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * The options of a run that decide its verdicts.
 *
 * @param seed of the random points; empty for each document's own
 * @param budget the computing for one step
 * @param required the weakest verdict that passes
 * @param only ids or labels of the statements to check; all if there are none
 */
public record Asked(OptionalLong seed, Duration budget, Outcome required, List<String> only) {
  /** What is asked where nothing else is said. */
  public static final Asked DEFAULT =
      new Asked(OptionalLong.empty(), Duration.ofSeconds(10), Outcome.CONFIRMED, List.of());

  public Asked {
    only = List.copyOf(only);
  }
}
