package dev.hence;

import dev.hence.time.Stopwatch;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a piece of work so that it can neither take the whole run with it nor hold it up. */
final class Guard {
  /** Formulas are walked by recursion; they may be nested as deep as the reader allows. */
  private static final long STACK_BYTES = 64L << 20;

  /** How many times the limit work may take on the wall, on a machine that has other work. */
  private static final int PATIENCE = 6;

  private Guard() {}

  /** The end of a piece of work. */
  sealed interface Result<V> {
    record Done<V>(V value) implements Result<V> {}

    /** It ended in an exception: a defect of ours. */
    record Failed<V>(Throwable cause) implements Result<V> {}

    /** It did not end. */
    record Late<V>() implements Result<V> {}
  }

  /**
   * Does the work in a thread of its own. Work that has computed for longer than the limit is
   * interrupted and left behind, whatever else the machine does; so is work that waits for ever.
   */
  static <V> Result<V> run(String name, Duration limit, Callable<V> work) {
    FutureTask<V> task = new FutureTask<>(work);
    CompletableFuture<Stopwatch> computing = new CompletableFuture<>();
    Runnable measured =
        () -> {
          computing.complete(new Stopwatch());
          task.run();
        };
    Thread thread = new Thread(null, measured, name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      for (int waited = 0; waited < PATIENCE && !exceeds(computing, limit); waited++) {
        if (ends(task, limit)) {
          return new Result.Done<>(task.get());
        }
      }
    } catch (ExecutionException e) {
      return new Result.Failed<>(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    task.cancel(true);
    return new Result.Late<>();
  }

  private static boolean exceeds(CompletableFuture<Stopwatch> computing, Duration limit) {
    return computing.isDone() && computing.join().elapsed().compareTo(limit) > 0;
  }

  private static boolean ends(FutureTask<?> task, Duration limit)
      throws ExecutionException, InterruptedException {
    try {
      task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
