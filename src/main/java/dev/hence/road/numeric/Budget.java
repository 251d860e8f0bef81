package dev.hence.road.numeric;

import java.time.Duration;

/** The time that one instance may take. */
final class Budget {
  /** The time is up. Thrown where work is begun, hence without a stack trace. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Exhausted(Duration whole) {
      super("no time left after " + whole.toMillis() + " ms", null, false, false);
    }
  }

  private final Duration whole;
  private final long end;

  Budget(Duration whole) {
    this.whole = whole;
    this.end = System.nanoTime() + whole.toNanos();
  }

  /**
   * @throws Exhausted if the time is up
   */
  void check() {
    if (System.nanoTime() - end > 0) {
      throw new Exhausted(whole);
    }
  }
}
