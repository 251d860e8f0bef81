package dev.hence.road.numeric;

import java.time.Duration;

/**
 * What an examination may take.
 *
 * @param work the most evaluating, as {@link dev.hence.eval.Work} counts it
 * @param time the most computing, in processor time
 */
public record Allowance(long work, Duration time) {
  /** Where work is counted, the clock stops only what hangs. */
  private static final Duration GUARD = Duration.ofMinutes(1);

  /** So much computing, whatever is done in it. */
  public static Allowance ofTime(Duration time) {
    return new Allowance(Long.MAX_VALUE, time);
  }

  /** So much work, on a fast machine and on a slow one. */
  public static Allowance ofWork(long work) {
    return new Allowance(work, GUARD);
  }
}
