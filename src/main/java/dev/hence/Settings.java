package dev.hence;

import dev.hence.report.Asked;
import dev.hence.report.Shard;
import dev.hence.shard.Costs;
import dev.hence.verdict.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The settings of a check: seed, budget, required verdict, cache.
 *
 * @param seed of the random points; empty for the document's own, or else {@link #DEFAULT_SEED}
 * @param budget the computing, in processor time, that all roads together may do for one step
 * @param jobs how many steps are checked at the same time
 * @param required the weakest verdict that passes for a step that is to hold
 * @param only ids or labels of the statements to check; all if there are none
 * @param shard which part of the steps to check; empty for all of them
 * @param costs by which steps are split into shards
 * @param cache the folder with the evidence of earlier runs; empty for none
 * @param inferring whether prose and uses may say what the header does not; else it must
 */
public record Settings(
    OptionalLong seed,
    Duration budget,
    int jobs,
    Outcome required,
    List<String> only,
    Optional<Shard> shard,
    Costs costs,
    Optional<Path> cache,
    boolean inferring) {
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

  /** A run over all steps that knows of no other. */
  public Settings(
      OptionalLong seed, Duration budget, int jobs, Outcome required, List<String> only) {
    this(
        seed,
        budget,
        jobs,
        required,
        only,
        Optional.empty(),
        Costs.UNKNOWN,
        Optional.empty(),
        false);
  }

  /** What of it a report repeats. */
  Asked asked() {
    return new Asked(seed, budget, required, only);
  }

  public Settings withSeed(long value) {
    return new Settings(
        OptionalLong.of(value), budget, jobs, required, only, shard, costs, cache, inferring);
  }

  public Settings withBudget(Duration value) {
    return new Settings(seed, value, jobs, required, only, shard, costs, cache, inferring);
  }

  public Settings withJobs(int value) {
    return new Settings(seed, budget, value, required, only, shard, costs, cache, inferring);
  }

  public Settings requiring(Outcome value) {
    return new Settings(seed, budget, jobs, value, only, shard, costs, cache, inferring);
  }

  public Settings withOnly(List<String> value) {
    return new Settings(seed, budget, jobs, required, value, shard, costs, cache, inferring);
  }

  /** The part of the steps, split by what they cost. */
  public Settings withShard(Shard value, Costs by) {
    return new Settings(
        seed, budget, jobs, required, only, Optional.of(value), by, cache, inferring);
  }

  public Settings withCache(Path value) {
    return new Settings(
        seed, budget, jobs, required, only, shard, costs, Optional.of(value), inferring);
  }

  /** The same where prose and uses may say what the header does not. */
  public Settings inferringFromProse() {
    return new Settings(seed, budget, jobs, required, only, shard, costs, cache, true);
  }
}
