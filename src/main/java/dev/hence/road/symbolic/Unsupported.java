package dev.hence.road.symbolic;

/** Something that this road cannot lower to scalar terms, named for people. */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param what a clause for people, such as {@code the exponential of this matrix}
   */
  Unsupported(String what) {
    super(what, null, false, false);
  }
}
