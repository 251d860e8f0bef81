package dev.hence.road.numeric;

import dev.hence.eval.Work;
import dev.hence.time.Deadline;

/** The work and the computing that one instance may take. */
final class Budget {
  /** It is used up. Thrown where work is begun, hence without a stack trace. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Exhausted(String why) {
      super(why, null, false, false);
    }
  }

  private final Allowance whole;
  private final Deadline deadline;
  private final Deadline half;
  private final long begun = Work.done();

  Budget(Allowance whole) {
    this.whole = whole;
    this.deadline = Deadline.in(whole.time());
    this.half = Deadline.in(whole.time().dividedBy(2));
  }

  /** Whether more than half of it is used up: then what can wait waits. */
  boolean isHalfSpent() {
    return work() > whole.work() / 2 || half.passed();
  }

  /**
   * @throws Exhausted if it is used up
   */
  void check() {
    if (work() > whole.work()) {
      throw new Exhausted("no work left after " + whole.work() + " operations");
    }
    if (deadline.passed()) {
      throw new Exhausted("no time left after " + whole.time().toMillis() + " ms");
    }
  }

  private long work() {
    return Work.done() - begun;
  }
}
