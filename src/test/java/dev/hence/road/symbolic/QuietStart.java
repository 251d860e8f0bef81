package dev.hence.road.symbolic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A program that starts Symja from several threads at once; its exit value tells how it went. */
final class QuietStart {
  private QuietStart() {}

  public static void main(String[] args) throws InterruptedException {
    AtomicInteger wrong = new AtomicInteger();
    List<Thread> threads = new ArrayList<>(List.of(new Thread(SymjaReducer::warmUp)));
    for (int i = 0; i < 3; i++) {
      threads.add(new Thread(() -> wrong.addAndGet(decideAll())));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    if (wrong.get() > 0) {
      System.exit(1);
    }
  }

  private static int decideAll() {
    int wrong = 0;
    for (Notation.Claim claim : Identities.trueOnes()) {
      wrong += decide(claim) instanceof Reduction.Zero ? 0 : 1;
    }
    for (Notation.Claim claim : Identities.falseOnes()) {
      wrong += decide(claim) instanceof Reduction.Zero ? 1 : 0;
    }
    return wrong;
  }

  private static Reduction decide(Notation.Claim claim) {
    return ZeroTest.decide(claim.terms(), claim.left(), claim.right(), Duration.ofSeconds(30));
  }
}
