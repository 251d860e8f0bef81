package dev.hence.road.numeric;

import java.time.Duration;

/**
 * How much the numeric road tries.
 *
 * @param seed from which all points are drawn
 * @param points sampled in an instance
 * @param certified of those, how many are to be agreed upon by enclosures
 * @param trajectories integrated in an instance
 * @param search how long a violation of an inequality is looked for
 * @param budget the most work and computing for one instance
 */
public record Settings(
    long seed, int points, int certified, int trajectories, Search search, Allowance budget) {
  /** How long a violation of an inequality is looked for. */
  public enum Search {
    /** From a few starts: for what may be shown to hold otherwise. */
    BRIEF,
    /** Wherever one may hide. */
    THOROUGH
  }

  public static final Settings DEFAULT =
      new Settings(20201, 64, 3, 3, Search.THOROUGH, Allowance.ofTime(Duration.ofSeconds(10)));

  public Settings {
    if (points < 1 || certified < 1 || trajectories < 1) {
      throw new IllegalArgumentException("nothing to try");
    }
  }

  public Settings withSeed(long other) {
    return new Settings(other, points, certified, trajectories, search, budget);
  }

  boolean isThorough() {
    return search == Search.THOROUGH;
  }
}
