package dev.hence.assertj;

import dev.hence.RandomInstance;

/**
 * A function somebody wrote in Java. A method reference tells which kind it is, as does a lambda
 * with the types of its parameters.
 */
public sealed interface Code {
  /** The entries of its arguments, one after the other, to a number. */
  @FunctionalInterface
  non-sealed interface ToNumber extends Code {
    /** The value at some entries. */
    double at(double[] entries);
  }

  /** The entries of its arguments, one after the other, to several numbers. */
  @FunctionalInterface
  non-sealed interface ToNumbers extends Code {
    /** The values at some entries. */
    double[] at(double[] entries);
  }

  /** Arguments by name to several numbers. */
  @FunctionalInterface
  non-sealed interface OfNames extends Code {
    /** The values at an instance of the step. */
    double[] at(RandomInstance instance);
  }
}
