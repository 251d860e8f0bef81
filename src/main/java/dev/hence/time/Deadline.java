package dev.hence.time;

import java.time.Duration;

/** An amount of computing, as {@link Stopwatch} measures it, and shares of what is left of it. */
public final class Deadline {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Stopwatch watch = new Stopwatch();
  private final Duration budget;

  /**
   * Until then on the wall it cannot have passed, unless others compute for the thread: the
   * measured clock is dear to ask.
   */
  private long soonest;

  private long charged;

  private Deadline(Duration budget) {
    this.budget = budget;
    this.soonest = System.nanoTime();
  }

  /** The end of so much computing by the current thread, from now on. */
  public static Deadline in(Duration budget) {
    return new Deadline(budget);
  }

  public boolean passed() {
    long now = System.nanoTime();
    if (now - soonest < 0 && charged == watch.charged()) {
      return false;
    }
    charged = watch.charged();
    Duration left = budget.minus(watch.elapsed());
    soonest = now + Math.max(0, left.toNanos());
    return left.isNegative();
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
