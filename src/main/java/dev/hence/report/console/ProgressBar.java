package dev.hence.report.console;

import java.io.PrintWriter;

/** A bar on standard error that is drawn over itself and leaves nothing behind. */
public final class ProgressBar {
  private static final int LENGTH = 30;

  private final PrintWriter out;
  private boolean drawn;

  public ProgressBar(PrintWriter out) {
    this.out = out;
  }

  /**
   * Draws how far a run has come.
   *
   * @param total at least 1
   */
  public synchronized void draw(int done, int total) {
    int full = LENGTH * done / total;
    out.print("\r" + "█".repeat(full) + "░".repeat(LENGTH - full) + " " + done + "/" + total);
    out.flush();
    drawn = true;
  }

  /** Takes the bar away. */
  public synchronized void clear() {
    if (drawn) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
