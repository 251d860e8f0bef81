package dev.hence.verdict;

import java.util.List;
import java.util.Optional;

/** What the judge says of a step. Only the {@link Judge} makes one. */
public sealed interface Verdict {
  Outcome outcome();

  /** Every piece of evidence that was heard. */
  List<Evidence> evidence();

  /** For people: why it is not better, or what should be known; may be empty. */
  String reason();

  /** Under what all this holds, in readable mathematics. */
  List<String> sideConditions();

  /** A verdict that the step holds as far as was looked. */
  final class Holds implements Verdict {
    private final Outcome outcome;
    private final List<Evidence> evidence;
    private final String reason;
    private final List<String> sideConditions;

    Holds(Outcome outcome, List<Evidence> evidence, String reason, List<String> sideConditions) {
      this.outcome = outcome;
      this.evidence = List.copyOf(evidence);
      this.reason = reason;
      this.sideConditions = List.copyOf(sideConditions);
    }

    @Override
    public Outcome outcome() {
      return outcome;
    }

    @Override
    public List<Evidence> evidence() {
      return evidence;
    }

    @Override
    public String reason() {
      return reason;
    }

    @Override
    public List<String> sideConditions() {
      return sideConditions;
    }
  }

  /** The step is false: here is where. */
  final class Refuted implements Verdict {
    private final Evidence.Counterexample counterexample;
    private final List<Evidence> evidence;
    private final String reason;

    Refuted(Evidence.Counterexample counterexample, List<Evidence> evidence, String reason) {
      this.counterexample = counterexample;
      this.evidence = List.copyOf(evidence);
      this.reason = reason;
    }

    public Evidence.Counterexample counterexample() {
      return counterexample;
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUTED;
    }

    @Override
    public List<Evidence> evidence() {
      return evidence;
    }

    @Override
    public String reason() {
      return reason;
    }

    @Override
    public List<String> sideConditions() {
      return List.of();
    }
  }

  /** Neither: undecided, conflicted, given or unread. */
  final class Open implements Verdict {
    private final Outcome outcome;
    private final List<Evidence> evidence;
    private final String reason;

    Open(Outcome outcome, List<Evidence> evidence, String reason) {
      this.outcome = outcome;
      this.evidence = List.copyOf(evidence);
      this.reason = reason;
    }

    @Override
    public Outcome outcome() {
      return outcome;
    }

    @Override
    public List<Evidence> evidence() {
      return evidence;
    }

    @Override
    public String reason() {
      return reason;
    }

    @Override
    public List<String> sideConditions() {
      return List.of();
    }
  }

  /** The counterexample, where there is one. */
  default Optional<Evidence.Counterexample> refutation() {
    return this instanceof Refuted r ? Optional.of(r.counterexample()) : Optional.empty();
  }
}
