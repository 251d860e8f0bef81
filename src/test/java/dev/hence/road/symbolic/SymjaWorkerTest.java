package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.time.Deadline;
import dev.hence.time.Stopwatch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whose computing Symja's is, and what is cut off. */
class SymjaWorkerTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  @Test
  void theCallerIsChargedForWhatIsComputedForIt() {
    SymjaReducer.warmUp();
    Stopwatch watch = new Stopwatch();
    SymjaWorker.call(engine -> computed(SHORT), Duration.ofMinutes(1));
    assertThat(watch.elapsed()).isBetween(SHORT, SHORT.multipliedBy(5));
  }

  /** A machine that is busy with other things lets a thread wait likewise. */
  @Test
  void waitingIsNotCutOff() {
    SymjaReducer.warmUp();
    Stopwatch watch = new Stopwatch();
    assertThat(SymjaWorker.call(engine -> waited(SHORT.multipliedBy(5)), SHORT))
        .isEqualTo(new SymjaWorker.Outcome.Done<>("waited"));
    assertThat(watch.elapsed()).isLessThan(SHORT);
  }

  @Test
  void computingIsCutOffAndWhatEndsLateCountsToo() {
    SymjaReducer.warmUp();
    Stopwatch watch = new Stopwatch();
    assertThat(SymjaWorker.call(engine -> computed(Duration.ofSeconds(20)), SHORT))
        .isEqualTo(new SymjaWorker.Outcome.CutOff<>("time"));
    assertThat(watch.elapsed()).isBetween(SHORT, SHORT.multipliedBy(10));
  }

  private static String computed(Duration time) {
    Deadline deadline = Deadline.in(time);
    while (!deadline.passed() && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return "computed";
  }

  @SuppressWarnings("ThreadSleep") // A thread that waits is what is tested.
  private static String waited(Duration time) {
    try {
      Thread.sleep(time.toMillis());
      return "waited";
    } catch (InterruptedException e) {
      return "interrupted";
    }
  }
}
