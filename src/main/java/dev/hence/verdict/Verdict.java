package dev.hence.verdict;

import java.util.List;
import java.util.Optional;

/** What the judge says of a step. Only the {@link Judge} makes one. */
public abstract sealed class Verdict {
  private final Outcome outcome;
  private final List<Evidence> evidence;
  private final String reason;

  private Verdict(Outcome outcome, List<Evidence> evidence, String reason) {
    this.outcome = outcome;
    this.evidence = List.copyOf(evidence);
    this.reason = reason;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Every piece of evidence that was heard. */
  public List<Evidence> evidence() {
    return evidence;
  }

  /** For people: why it is not better, or what should be known; may be empty. */
  public String reason() {
    return reason;
  }

  /** Under what all this holds, in readable mathematics. */
  public List<String> sideConditions() {
    return List.of();
  }

  /** Whether the step holds and says nothing: both sides are the same, or it was said before. */
  public boolean saysNothing() {
    return false;
  }

  /** The counterexample, where there is one. */
  public Optional<Evidence.Counterexample> refutation() {
    return Optional.empty();
  }

  /** The step holds as far as was looked. */
  public static final class Holds extends Verdict {
    private final List<String> sideConditions;
    private final boolean empty;

    Holds(Outcome outcome, List<Evidence> evidence, String reason, List<String> sideConditions) {
      this(outcome, evidence, reason, sideConditions, false);
    }

    /**
     * @param empty whether the step says nothing, as the reason tells
     */
    Holds(
        Outcome outcome,
        List<Evidence> evidence,
        String reason,
        List<String> sideConditions,
        boolean empty) {
      super(outcome, evidence, reason);
      this.sideConditions = List.copyOf(sideConditions);
      this.empty = empty;
    }

    @Override
    public boolean saysNothing() {
      return empty;
    }

    @Override
    public List<String> sideConditions() {
      return sideConditions;
    }
  }

  /** The step is false: here is where. */
  public static final class Refuted extends Verdict {
    private final Evidence.Counterexample counterexample;

    Refuted(Evidence.Counterexample counterexample, List<Evidence> evidence, String reason) {
      super(Outcome.REFUTED, evidence, reason);
      this.counterexample = counterexample;
    }

    public Evidence.Counterexample counterexample() {
      return counterexample;
    }

    @Override
    public Optional<Evidence.Counterexample> refutation() {
      return Optional.of(counterexample);
    }
  }

  /** Neither: undecided, conflicted, given or unread. */
  public static final class Open extends Verdict {
    Open(Outcome outcome, List<Evidence> evidence, String reason) {
      super(outcome, evidence, reason);
    }
  }
}
