package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GuardTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void returnsTheValue() {
    assertThat(Guard.run("work", LONG, () -> 42)).isEqualTo(new Guard.Result.Done<>(42));
  }

  @Test
  void returnsWhatWasThrown() {
    IllegalStateException thrown = new IllegalStateException("broken");
    Guard.Result<Integer> result =
        Guard.run(
            "work",
            LONG,
            () -> {
              throw thrown;
            });
    assertThat(result).isEqualTo(new Guard.Result.Failed<>(thrown));
  }

  @Test
  void survivesARecursionThatDoesNotEnd() {
    assertThat(Guard.run("work", LONG, () -> depth(0)))
        .isInstanceOfSatisfying(
            Guard.Result.Failed.class,
            f -> assertThat(f.cause()).isInstanceOf(StackOverflowError.class));
  }

  @Test
  void hasRoomForDeepTrees() {
    assertThat(Guard.run("work", LONG, () -> down(100_000)))
        .isEqualTo(new Guard.Result.Done<>(100_000));
  }

  @Test
  void doesNotWaitForWorkThatDoesNotEnd() {
    CountDownLatch never = new CountDownLatch(1);
    Guard.Result<Integer> result =
        Guard.run(
            "work",
            Duration.ofMillis(20),
            () -> {
              never.await();
              return 1;
            });
    assertThat(result).isEqualTo(new Guard.Result.Late<>());
  }

  @Test
  void leavesWorkThatComputesForEverBehind() {
    AtomicBoolean stop = new AtomicBoolean();
    Guard.Result<Integer> result =
        Guard.run(
            "work",
            Duration.ofMillis(20),
            () -> {
              int turns = 0;
              while (!stop.get()) {
                turns++;
              }
              return turns;
            });
    stop.set(true);
    assertThat(result).isEqualTo(new Guard.Result.Late<>());
  }

  @Test
  void doesNotCountWhatItWaitedFor() {
    Duration limit = Duration.ofMillis(200);
    Guard.Result<Boolean> result =
        Guard.run("work", limit, () -> new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS));
    assertThat(result).isEqualTo(new Guard.Result.Done<>(false));
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int depth(int n) {
    return depth(n + 1) + 1;
  }

  private static int down(int n) {
    return n == 0 ? 0 : down(n - 1) + 1;
  }
}
