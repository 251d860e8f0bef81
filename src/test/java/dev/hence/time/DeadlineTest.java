package dev.hence.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void computingUsesItUp() {
    Deadline deadline = Deadline.in(SHORT);
    assertThat(deadline.passed()).isFalse();
    compute(SHORT);
    assertThat(deadline.passed()).isTrue();
    assertThat(deadline.left()).isZero();
    assertThat(deadline.share(2)).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  @SuppressWarnings("ThreadSleep") // Waiting is what is tested.
  void waitingDoesNot() throws InterruptedException {
    Deadline deadline = Deadline.in(SHORT);
    Thread.sleep(2 * SHORT.toMillis());
    assertThat(deadline.passed()).isFalse();
    assertThat(deadline.share(2)).isBetween(Duration.ofMillis(1), SHORT.dividedBy(2));
  }

  @Test
  void othersComputeForTheThreadThatIsChargedOnly() throws InterruptedException {
    Deadline deadline = Deadline.in(Duration.ofHours(1));
    Thread other =
        new Thread(
            () -> {
              compute(SHORT);
              Stopwatch.charge(Duration.ofHours(2));
            });
    other.start();
    other.join();
    assertThat(deadline.passed()).isFalse();
    Stopwatch.charge(Duration.ofHours(2));
    assertThat(deadline.passed()).isTrue();
  }

  private static void compute(Duration time) {
    Stopwatch watch = new Stopwatch();
    while (watch.elapsed().compareTo(time) < 0) {
      Thread.onSpinWait();
    }
  }
}
