package dev.hence;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a piece of work so that it can neither take the whole run with it nor hold it up. */
final class Guard {
  /** Formulas are walked by recursion; they may be nested as deep as the reader allows. */
  private static final long STACK_BYTES = 64L << 20;

  private Guard() {}

  /** What became of the work. */
  sealed interface Result<V> {
    record Done<V>(V value) implements Result<V> {}

    /** It ended in an exception: a defect of ours. */
    record Failed<V>(Throwable cause) implements Result<V> {}

    /** It did not end. */
    record Late<V>() implements Result<V> {}
  }

  /**
   * Does the work in a thread of its own. Work that does not end in time is interrupted and left
   * behind.
   */
  static <V> Result<V> run(String name, Duration limit, Callable<V> work) {
    FutureTask<V> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return new Result.Done<>(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return new Result.Failed<>(e.getCause());
    } catch (TimeoutException e) {
      task.cancel(true);
      return new Result.Late<>();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return new Result.Late<>();
    }
  }
}
