package dev.hence.algebra;

/** Says that a question is beyond what is decided here; never leaves the package. */
final class Undecided extends RuntimeException {
  private static final long serialVersionUID = 1;

  Undecided(String why) {
    super(why, null, false, false);
  }
}
