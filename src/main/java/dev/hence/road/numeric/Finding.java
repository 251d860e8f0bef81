package dev.hence.road.numeric;

/** What became of one entry of the sides at one exact point. */
sealed interface Finding {
  /** The relation holds with certainty. */
  record Holds() implements Finding {}

  /**
   * Enclosures of the difference contain 0 and shrink as the precision rises, so the sides agree to
   * so many digits; of a relation that equality satisfies.
   */
  record Agrees(int digits) implements Finding {}

  /** The relation is certainly violated. */
  record Violated(String left, String right) implements Finding {}

  /** The left side has a value, the right side certainly has none. */
  record RightUndefined(String left, String why) implements Finding {}

  /** Nothing can be said here. */
  record Lost(Loss loss) implements Finding {}

  /** Why a point was lost. */
  enum Loss {
    /** A side has no value. */
    DOMAIN,
    /** Two branches meet here, or cannot be told apart. */
    KINK,
    /** A value is too large, or its representation. */
    OVERFLOW
  }

  default boolean isGood() {
    return this instanceof Holds || this instanceof Agrees;
  }
}
