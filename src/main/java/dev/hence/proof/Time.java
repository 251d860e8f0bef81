package dev.hence.proof;

/** The time at which a state is taken. */
public sealed interface Time {
  Time NOW = new Now();
  Time START = new Start();
  Time END = new End();

  /** At the one state that a pointwise statement speaks of. */
  record Now() implements Time {}

  /** At t = 0. */
  record Start() implements Time {}

  /** At the end T of the trajectory. */
  record End() implements Time {}

  /** At the bound variable of an integral. */
  record Running(String variable) implements Time {}
}
