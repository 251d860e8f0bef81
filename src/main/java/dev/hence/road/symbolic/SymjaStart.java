package dev.hence.road.symbolic;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;

/**
 * Starts Symja once, silently, on a thread that nobody interrupts: a class whose initialisation is
 * interrupted is lost to the whole process.
 *
 * <p>While it starts, its logging libraries complain on standard error of missing back ends, and
 * keep the stream they found there for later. So the standard streams are replaced for that time by
 * ones that pass everything on but what {@link SymjaThread}s write.
 */
final class SymjaStart {
  private final FutureTask<?> task;

  /** Begins to start what is given. */
  SymjaStart(Runnable start) {
    task = new FutureTask<>(start, null);
    new SymjaThread(task).start();
  }

  private static final class Once {
    static final SymjaStart START = new SymjaStart(() -> quietly(SymjaStart::start));
  }

  /**
   * Returns when Symja has started.
   *
   * @throws CancellationException if the current thread is interrupted meanwhile; Symja starts all
   *     the same
   * @throws IllegalStateException if Symja cannot be started
   */
  static void ensure() {
    Once.START.await();
  }

  void await() {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while Symja was starting");
    } catch (ExecutionException e) {
      throw new IllegalStateException("Symja could not be started", e.getCause());
    }
  }

  private static void start() {
    // JAS would keep a pool of threads that holds up the end of the program for a minute.
    Config.JAS_NO_THREADS = true;
    F.initSymbols();
    EvalEngine engine = SymjaThread.newEngine();
    EvalEngine.set(engine);
    engine.evaluate(F.Expand(F.Times(F.Dummy("a"), F.Plus(F.Dummy("b"), F.C1))));
    EvalEngine.remove();
  }

  private static void quietly(Runnable work) {
    replaced(
        () -> System.err, System::setErr, () -> replaced(() -> System.out, System::setOut, work));
  }

  private static void replaced(
      Supplier<PrintStream> stream, Consumer<PrintStream> set, Runnable work) {
    PrintStream original = stream.get();
    PrintStream filter = new PrintStream(new Filter(original), true);
    set.accept(filter);
    try {
      work.run();
    } finally {
      if (stream.get().equals(filter)) {
        set.accept(original);
      }
    }
  }

  private static final class Filter extends OutputStream {
    private final PrintStream original;

    Filter(PrintStream original) {
      this.original = original;
    }

    private static boolean mute() {
      return Thread.currentThread() instanceof SymjaThread;
    }

    @Override
    public void write(int b) {
      if (!mute()) {
        original.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!mute()) {
        original.write(bytes, offset, length);
      }
    }

    @Override
    public void flush() {
      original.flush();
    }
  }
}
