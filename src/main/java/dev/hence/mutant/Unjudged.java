package dev.hence.mutant;

/** A formula says something of which the oracle knows nothing. */
final class Unjudged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unjudged(String what) {
    super(what, null, false, false);
  }
}
