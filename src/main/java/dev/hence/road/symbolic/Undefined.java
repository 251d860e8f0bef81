package dev.hence.road.symbolic;

/** A part of a term is defined nowhere, as 1/0 or log(−1). */
final class Undefined extends RuntimeException {
  private static final long serialVersionUID = 1;

  Undefined(String what) {
    super(what, null, false, false);
  }
}
