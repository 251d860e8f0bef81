package dev.hence.eval;

/** The times of a trajectory that a statement can name. */
public enum TimePoint {
  /** t = 0. */
  START,
  /** The bound time of an integral, between 0 and the end. */
  RUNNING,
  /** t = T, any T &gt; 0. */
  END
}
