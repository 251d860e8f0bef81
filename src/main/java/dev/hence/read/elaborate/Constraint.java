package dev.hence.read.elaborate;

/** Something between types that cannot be said by an equation before more is known. */
interface Constraint {
  /** Does what can be done by now, and says whether nothing is left to do. */
  boolean settles(Inference inference);
}
