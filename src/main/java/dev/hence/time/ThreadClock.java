package dev.hence.time;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The computing of one thread and of those that worked for it, in nanoseconds; where the processor
 * time of the thread cannot be measured, the time on the wall, which holds all that it waits for.
 */
final class ThreadClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ThreadLocal<ThreadClock> CURRENT =
      ThreadLocal.withInitial(() -> new ThreadClock(Thread.currentThread().threadId()));

  private final long thread;
  private final boolean measured;
  private final AtomicLong others = new AtomicLong();

  private ThreadClock(long thread) {
    this.thread = thread;
    this.measured = THREADS.isThreadCpuTimeSupported() && THREADS.getThreadCpuTime(thread) >= 0;
  }

  static ThreadClock current() {
    return CURRENT.get();
  }

  /** May be asked by any thread while the one that is measured lives. */
  long nanos() {
    return measured ? THREADS.getThreadCpuTime(thread) + others.get() : System.nanoTime();
  }

  long others() {
    return others.get();
  }

  void add(long nanos) {
    others.addAndGet(nanos);
  }
}
