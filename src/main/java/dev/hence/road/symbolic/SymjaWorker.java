package dev.hence.road.symbolic;

import dev.hence.time.Stopwatch;
import java.time.Duration;
import java.util.concurrent.Callable;
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
 * Runs work on {@link SymjaThread}s, for so much computing, which counts as the caller's.
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
    Job<T> job = new Job<>(work);
    Future<Outcome<T>> future;
    try {
      future = THREADS.submit(job);
    } catch (RejectedExecutionException e) {
      return new Outcome.CutOff<>("all Symja threads are busy");
    }
    try {
      return result(job, future, budget);
    } finally {
      Stopwatch.charge(job.computing());
    }
  }

  private static <T> Outcome<T> result(Job<T> job, Future<Outcome<T>> future, Duration budget) {
    try {
      for (Duration left = budget; left.isPositive(); left = budget.minus(job.computing())) {
        try {
          return future.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // On a busy machine the work has not computed for as long as was waited for it.
        }
      }
      job.stop(future);
      return new Outcome.CutOff<>("time");
    } catch (InterruptedException e) {
      job.stop(future);
      Thread.currentThread().interrupt();
      return new Outcome.CutOff<>("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** A piece of work on a thread that may do others before and after. */
  private static final class Job<T> implements Callable<Outcome<T>> {
    private final Function<EvalEngine, T> work;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Stopwatch watch;
    private volatile Duration whole;

    Job(Function<EvalEngine, T> work) {
      this.work = work;
    }

    @Override
    public Outcome<T> call() {
      watch = new Stopwatch();
      try {
        return guarded();
      } finally {
        whole = watch.elapsed();
        ended.countDown();
      }
    }

    private Outcome<T> guarded() {
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
      }
    }

    /** What it has computed so far, and no more once it has ended. */
    Duration computing() {
      Stopwatch running = watch;
      Duration soFar = running == null ? Duration.ZERO : running.elapsed();
      return whole == null ? soFar : whole;
    }

    void stop(Future<?> future) {
      future.cancel(true);
      try {
        ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
