package dev.hence.cli;

import dev.hence.verdict.Outcome;

/** The weakest verdict that is to pass. */
enum Requirement {
  PROVED(Outcome.PROVED),
  VERIFIED(Outcome.VERIFIED),
  CONFIRMED(Outcome.CONFIRMED);

  private final Outcome outcome;

  Requirement(Outcome outcome) {
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }

  @Override
  public String toString() {
    return outcome.text();
  }
}
