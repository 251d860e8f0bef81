package dev.hence;

import dev.hence.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * How to check.
 *
 * @param seed of the random points; empty for the document's own, or else {@link #DEFAULT_SEED}
 * @param budget the computing, in processor time, that all roads together may do for one step
 * @param jobs how many steps are checked at the same time
 * @param required the weakest verdict that passes for a step that is to hold
 * @param only ids or labels of the statements to check; all if there are none
 */
public record Settings(
    OptionalLong seed, Duration budget, int jobs, Outcome required, List<String> only) {
  public static final long DEFAULT_SEED = 1;
  public static final Settings DEFAULT =
      new Settings(
          OptionalLong.empty(),
          Duration.ofSeconds(10),
          Runtime.getRuntime().availableProcessors(),
          Outcome.CONFIRMED,
          List.of());

  public Settings {
    only = List.copyOf(only);
    if (jobs < 1) {
      throw new IllegalArgumentException("at least one job is needed: " + jobs);
    }
  }

  public Settings withSeed(long value) {
    return new Settings(OptionalLong.of(value), budget, jobs, required, only);
  }

  public Settings withBudget(Duration value) {
    return new Settings(seed, value, jobs, required, only);
  }

  public Settings withJobs(int value) {
    return new Settings(seed, budget, value, required, only);
  }

  public Settings requiring(Outcome value) {
    return new Settings(seed, budget, jobs, value, only);
  }

  public Settings withOnly(List<String> value) {
    return new Settings(seed, budget, jobs, required, value);
  }
}
