package dev.hence;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Work that is done once for each key, by whichever thread asks for it first. */
final class Once<V> {
  private final ConcurrentMap<String, FutureTask<V>> asked = new ConcurrentHashMap<>();

  /** What the work gave; others wait for the thread that does it. */
  V get(String key, Callable<V> work) {
    FutureTask<V> mine = new FutureTask<>(work);
    FutureTask<V> task = Optional.ofNullable(asked.putIfAbsent(key, mine)).orElse(mine);
    task.run(); // does nothing where another thread has begun
    return await(task);
  }

  /**
   * What a piece of work gives.
   *
   * @throws IllegalStateException if it failed, with the cause
   */
  static <V> V await(Future<V> work) {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
