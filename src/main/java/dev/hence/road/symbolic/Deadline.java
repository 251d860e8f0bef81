package dev.hence.road.symbolic;

import java.time.Duration;

/** A point in time, and shares of what is left until then. */
record Deadline(long nanos) {
  static Deadline in(Duration budget) {
    return new Deadline(System.nanoTime() + budget.toNanos());
  }

  boolean passed() {
    return System.nanoTime() - nanos > 0;
  }

  /** One of so many equal parts of the time left, at least a millisecond. */
  Duration share(int parts) {
    return Duration.ofNanos(Math.max(1_000_000, (nanos - System.nanoTime()) / parts));
  }
}
