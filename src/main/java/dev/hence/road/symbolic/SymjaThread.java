package dev.hence.road.symbolic;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.matheclipse.core.eval.EvalEngine;

/** A thread on which Symja runs, with an engine of its own that prints nowhere. */
final class SymjaThread extends Thread {
  /** Symja recurses as deep as its expressions. */
  private static final long STACK_BYTES = 64L << 20;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private EvalEngine engine;

  SymjaThread(Runnable work) {
    super(null, work, "hence-symja-" + COUNT.incrementAndGet(), STACK_BYTES);
    setDaemon(true);
  }

  /** The engine of the current thread, which has to be one of these. */
  static EvalEngine engine() {
    SymjaThread current = (SymjaThread) currentThread();
    if (current.engine == null) {
      current.engine = newEngine();
    }
    EvalEngine.set(current.engine);
    return current.engine;
  }

  /** Forgets the engine, whose state is unknown after a computation was cut off. */
  static void discardEngine() {
    ((SymjaThread) currentThread()).engine = null;
    EvalEngine.remove();
  }

  static EvalEngine newEngine() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    EvalEngine engine = new EvalEngine("", 512, 1000, nowhere, nowhere, true);
    engine.setQuietMode(true);
    engine.setFileSystemEnabled(false);
    return engine;
  }
}
