package dev.hence.road.numeric;

import dev.hence.time.Deadline;
import java.time.Duration;

/** The computing that one instance may take. */
final class Budget {
  /** It is used up. Thrown where work is begun, hence without a stack trace. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Exhausted(Duration whole) {
      super("no time left after " + whole.toMillis() + " ms", null, false, false);
    }
  }

  private final Duration whole;
  private final Deadline deadline;
  private final Deadline half;

  Budget(Duration whole) {
    this.whole = whole;
    this.deadline = Deadline.in(whole);
    this.half = Deadline.in(whole.dividedBy(2));
  }

  /** Whether more than half of it is used up: then what can wait waits. */
  boolean isHalfSpent() {
    return half.passed();
  }

  /**
   * @throws Exhausted if it is used up
   */
  void check() {
    if (deadline.passed()) {
      throw new Exhausted(whole);
    }
  }
}
