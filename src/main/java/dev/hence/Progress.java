package dev.hence;

/** Is told how far a run has come; called from several threads, one at a time. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (done, total) -> {};

  /**
   * Another step has its verdict, or none has yet.
   *
   * @param done steps that have their verdict
   * @param total steps to be checked
   */
  void report(int done, int total);
}
