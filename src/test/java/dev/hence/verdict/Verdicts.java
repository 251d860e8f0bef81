package dev.hence.verdict;

import java.util.List;

/** Verdicts without a judge, for tests of what is done with them. */
public final class Verdicts {
  private Verdicts() {}

  public static Verdict holds(
      Outcome outcome, String reason, List<String> sideConditions, Evidence... evidence) {
    return new Verdict.Holds(outcome, List.of(evidence), reason, sideConditions);
  }

  public static Verdict refuted(Evidence.Counterexample counterexample, String reason) {
    return new Verdict.Refuted(counterexample, List.of(counterexample), reason);
  }

  public static Verdict open(Outcome outcome, String reason, Evidence... evidence) {
    return new Verdict.Open(outcome, List.of(evidence), reason);
  }
}
