package dev.hence.time;

import java.time.Duration;

/** An amount of computing, as {@link Stopwatch} measures it, and shares of what is left of it. */
public final class Deadline {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Stopwatch watch = new Stopwatch();
  private final Duration budget;

  private Deadline(Duration budget) {
    this.budget = budget;
  }

  /** The end of so much computing by the current thread, from now on. */
  public static Deadline in(Duration budget) {
    return new Deadline(budget);
  }

  public boolean passed() {
    return watch.elapsed().compareTo(budget) > 0;
  }

  /** What is left; never negative. */
  public Duration left() {
    Duration left = budget.minus(watch.elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** One of so many equal parts of what is left, at least a millisecond. */
  public Duration share(int parts) {
    Duration part = left().dividedBy(parts);
    return part.compareTo(SHORTEST) < 0 ? SHORTEST : part;
  }
}
