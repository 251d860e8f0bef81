package dev.hence.instantiate;

/** The outcome of a row of the grid. */
sealed interface Outcome {
  /** It can be evaluated. */
  record Valid(Candidate candidate) implements Outcome {}

  /** The step says nothing at these sizes. */
  record PassedOver(String why) implements Outcome {}

  /**
   * The chosen entry for a function does not fit these sizes.
   *
   * @param axis which function, as its place among the axes
   */
  record Misfit(int axis, String why) implements Outcome {}

  /** It differs from another row only in a size that a model decides. */
  record Repeated() implements Outcome {}
}
