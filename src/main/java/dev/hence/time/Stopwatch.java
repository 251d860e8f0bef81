package dev.hence.time;

import java.time.Duration;

/** Measures the computing that the thread which made it does, or has others do, from then on. */
public final class Stopwatch {
  private final ThreadClock clock = ThreadClock.current();
  private final long start = clock.nanos();

  /** The computing so far; any thread may ask as long as the one that is measured lives. */
  public Duration elapsed() {
    return Duration.ofNanos(Math.max(0, clock.nanos() - start));
  }

  /** What others were said to have computed for the thread, in nanoseconds. */
  long charged() {
    return clock.others();
  }

  /** Counts what another thread computed for the current one, which waited for it. */
  public static void charge(Duration computing) {
    ThreadClock.current().add(computing.toNanos());
  }
}
