package dev.hence.road.symbolic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.matheclipse.core.eval.EvalEngine;

/**
 * Runs work on {@link SymjaThread}s within a time.
 *
 * <p>Symja and JAS stop when their thread is interrupted. One that does not is left behind as a
 * daemon, and counts against the few threads there may be, so that no document can collect them.
 */
final class SymjaWorker {
  private static final int MOST_THREADS = 8;
  private static final long GRACE_MILLIS = 100;

  private static final ThreadPoolExecutor THREADS =
      new ThreadPoolExecutor(
          0, MOST_THREADS, 2, TimeUnit.SECONDS, new SynchronousQueue<>(), SymjaThread::new);

  private SymjaWorker() {}

  /** How a computation ended. */
  sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    record CutOff<T>(String reason) implements Outcome<T> {}

    record Failed<T>(String reason) implements Outcome<T> {}
  }

  static <T> Outcome<T> call(Function<EvalEngine, T> work, Duration budget) {
    SymjaStart.ensure();
    CountDownLatch ended = new CountDownLatch(1);
    Future<Outcome<T>> future;
    try {
      future = THREADS.submit(() -> guarded(work, ended));
    } catch (RejectedExecutionException e) {
      return new Outcome.CutOff<>("all Symja threads are busy");
    }
    try {
      return future.get(Math.max(1, budget.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      cancel(future, ended);
      return new Outcome.CutOff<>("time");
    } catch (InterruptedException e) {
      cancel(future, ended);
      Thread.currentThread().interrupt();
      return new Outcome.CutOff<>("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void cancel(Future<?> future, CountDownLatch ended) {
    future.cancel(true);
    try {
      ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> Outcome<T> guarded(Function<EvalEngine, T> work, CountDownLatch ended) {
    boolean clean = false;
    try {
      T value = work.apply(SymjaThread.engine());
      clean = true;
      return new Outcome.Done<>(value);
    } catch (TooLarge e) {
      return new Outcome.CutOff<>("too many terms");
    } catch (StackOverflowError | OutOfMemoryError e) {
      return new Outcome.CutOff<>("memory");
    } catch (RuntimeException e) {
      // Symja throws its own kinds of exception for interruption as well as for defects.
      return new Outcome.Failed<>(e.getClass().getSimpleName());
    } finally {
      if (!clean) {
        SymjaThread.discardEngine();
      }
      ended.countDown();
    }
  }
}
