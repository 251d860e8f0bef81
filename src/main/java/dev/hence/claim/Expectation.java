package dev.hence.claim;

/** What the author says that a step's verdict is to be. */
public enum Expectation {
  HOLDS,
  REFUTED
}
