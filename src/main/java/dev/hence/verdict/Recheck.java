package dev.hence.verdict;

/** What became of a counterexample when it was evaluated again. */
public sealed interface Recheck {
  /**
   * It stands.
   *
   * @param counterexample the same in the numbers found now
   */
  record Stands(Evidence.Counterexample counterexample) implements Recheck {}

  /** It does not. */
  record Falls(String why) implements Recheck {}
}
