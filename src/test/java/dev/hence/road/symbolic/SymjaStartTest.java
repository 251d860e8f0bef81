package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SymjaStartTest {
  @Test
  void anInterruptedWaiterInterruptsNotTheStart() throws InterruptedException {
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean undisturbed = new AtomicBoolean();
    SymjaStart start = new SymjaStart(() -> undisturbed.set(waited(goOn)));
    Thread.currentThread().interrupt();
    assertThatThrownBy(start::await).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).as("still known to be interrupted").isTrue();
    goOn.countDown();
    start.await();
    assertThat(undisturbed).isTrue();
  }

  private static boolean waited(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Test
  void everyOneWhoWaitsHearsWhyItFailed() {
    SymjaStart start =
        new SymjaStart(
            () -> {
              throw new NoClassDefFoundError("org/matheclipse/Missing");
            });
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(start::await)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Symja could not be started")
          .hasRootCauseMessage("org/matheclipse/Missing");
    }
  }
}
