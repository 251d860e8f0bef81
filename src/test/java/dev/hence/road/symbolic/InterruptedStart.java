package dev.hence.road.symbolic;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A program whose first thread to need Symja is interrupted; its exit value tells how it went. */
final class InterruptedStart {
  private InterruptedStart() {}

  public static void main(String[] args) throws InterruptedException {
    AtomicBoolean gaveUp = new AtomicBoolean();
    Thread first = new Thread(() -> gaveUp.set(interrupted()));
    first.start();
    first.interrupt();
    first.join();
    if (!gaveUp.get() || !(decide() instanceof Reduction.Zero)) {
      System.exit(1);
    }
  }

  private static boolean interrupted() {
    try {
      Thread.currentThread().interrupt();
      decide();
      return false;
    } catch (CancellationException e) {
      return Thread.currentThread().isInterrupted();
    }
  }

  private static Reduction decide() {
    Terms t = new Terms();
    Term.Symbol x = t.symbol("x");
    return ZeroTest.decide(t, t.sum(x, x), t.product(t.constant(2), x), Duration.ofSeconds(30));
  }
}
