package dev.hence.eval;

/**
 * Counts how much a thread evaluates, in operations on doubles. The same evaluations are the same
 * work on every machine, so what is bounded by work does not depend on how fast one is.
 */
public final class Work {
  private static final ThreadLocal<Work> CURRENT = ThreadLocal.withInitial(Work::new);

  /** What an operation of a program costs in other numbers than doubles. */
  private static final int IN_A_FIELD = 32;

  /** What a call costs that does next to nothing. */
  private static final int CALL = 64;

  /** What an operation costs that allocates its result. */
  private static final int STEP = 32;

  private long done;

  private Work() {}

  /** What the current thread did so far. */
  public static long done() {
    return CURRENT.get().done;
  }

  /** Counts work that is not counted where it is done. */
  public static void add(long operations) {
    CURRENT.get().done += operations;
  }

  /** Counts a run of a program in doubles. */
  static void run(int operations) {
    add(CALL + operations);
  }

  /** Counts a run of a program in the numbers of a field. */
  static void runInField(int operations) {
    add(CALL + (long) IN_A_FIELD * operations);
  }

  /** Counts an operation that is no more than one on doubles, and dearer: on balls, on a tape. */
  static void step() {
    add(STEP);
  }

  /** Counts a visit to a node of a tree. */
  static void visit() {
    add(CALL);
  }
}
