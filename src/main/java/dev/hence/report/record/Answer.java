package dev.hence.report.record;

import dev.hence.verdict.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a statement in words.
 *
 * @param passed whether the verdict is what is expected of the statement
 * @param reach how far the verdict reaches, in a few words
 * @param measured what the numbers showed, in full and in few columns
 * @param inferred the inferred header lines on which the verdict rests
 * @param search how a violation of an inequality was sought
 * @param notes what the author says of the statement, and what should be known of its reading
 */
public record Answer(
    Outcome outcome,
    boolean expectsRefutation,
    boolean passed,
    String reach,
    Measurement measured,
    Optional<String> holdsTo,
    String reason,
    List<String> sideConditions,
    Optional<CounterexampleRecord> counterexample,
    List<EditRecord> diagnosis,
    List<String> passedOver,
    List<String> notes,
    List<String> inferred,
    Optional<String> search,
    List<EvidenceRecord> evidence) {
  public Answer {
    sideConditions = List.copyOf(sideConditions);
    diagnosis = List.copyOf(diagnosis);
    passedOver = List.copyOf(passedOver);
    notes = List.copyOf(notes);
    inferred = List.copyOf(inferred);
    evidence = List.copyOf(evidence);
  }

  /** What was measured: {@code worst residual 2e-16 at 60 points}, or {@code residual 2e-16}. */
  public record Measurement(String full, String brief) {
    public static final Measurement NONE = new Measurement("", "");
  }

  /** The verdict, {@code proved, as inferred} where it rests on something that was inferred. */
  public String verdict() {
    return inferred.isEmpty() ? outcome.text() : outcome.text() + ", as inferred";
  }

  /** Whether the step holds and says nothing. */
  public boolean saysNothing() {
    return holds() && reason.startsWith("says nothing: ");
  }

  /** Whether the verdict says that a step holds. */
  public boolean holds() {
    return switch (outcome) {
      case PROVED, VERIFIED, CONFIRMED -> true;
      case GIVEN, UNDECIDED, UNREAD, CONFLICTED, REFUTED -> false;
    };
  }
}
