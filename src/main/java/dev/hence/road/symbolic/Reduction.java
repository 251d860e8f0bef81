package dev.hence.road.symbolic;

import java.util.Optional;

/** What became of a difference that should be 0. */
public sealed interface Reduction {
  /**
   * Symja reduced the difference to its literal 0: it vanishes wherever both sides are defined.
   *
   * @param method by which of its functions, and over what
   * @param given what it was given; empty where that was more than one difference
   */
  record Zero(String method, Optional<Given> given) implements Reduction {
    Zero(String method) {
      this(method, Optional.empty());
    }
  }

  /**
   * No method led to 0; that says nothing about falsehood.
   *
   * @param remainder what was left, in short
   */
  record NotReduced(String remainder) implements Reduction {}

  /**
   * Time or size ran out before the methods did.
   *
   * @param reason which of the two, and where
   */
  record OutOfBudget(String reason) implements Reduction {}
}
