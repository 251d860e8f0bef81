package dev.hence.read.meaning;

import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.util.function.Supplier;

/**
 * Reads one piece of a document, so that a defect of ours costs that piece alone: an exception or
 * an overflow of the stack ends its reading as a fault of the document would, with a problem that
 * says whose fault it is.
 */
final class Contained {
  private Contained() {}

  /**
   * What is read.
   *
   * @throws Misread if it cannot be read, or its reading fails
   */
  static <V> V read(Span piece, Supplier<V> reading) {
    try {
      return reading.get();
    } catch (Misread misread) {
      throw misread;
    } catch (RuntimeException | StackOverflowError defect) {
      throw new Misread(
          ProblemId.DEFECT,
          piece,
          "Hence failed to read this: " + defect.getClass().getSimpleName(),
          "this is a fault of Hence, not of the document: please report it with these lines");
    }
  }

  /** The same for what gives nothing back. */
  static void run(Span piece, Runnable reading) {
    read(
        piece,
        () -> {
          reading.run();
          return true;
        });
  }
}
