package dev.hence.proof;

import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Name;
import java.util.List;

/** Replays proofs. */
public final class ProofChecker {
  private ProofChecker() {}

  /** What came of it. */
  public sealed interface Answer {}

  /**
   * It is a proof.
   *
   * @param definitions the names whose definitions it uses
   * @param demands under what it is one, beside what is known
   * @param fromPremises whether it multiplied out what follows from premises
   */
  public record Accepted(List<Name> definitions, List<Demand> demands, boolean fromPremises)
      implements Answer {
    public Accepted {
      definitions = List.copyOf(definitions);
      demands = List.copyOf(demands);
    }
  }

  /** It is none. */
  public record Rejected(Refused.Reason reason, String what) implements Answer {}

  /** Whether a proof proves a statement. */
  public static Answer check(Statement.Step step, Proof proof) {
    return check(step, proof, List.of());
  }

  /**
   * Whether a proof proves a statement.
   *
   * @param known conditions under which the statement is meant anyhow
   */
  public static Answer check(Statement.Step step, Proof proof, List<Condition> known) {
    if (!proof.statement().equals(step)) {
      return new Rejected(Refused.Reason.OTHER_STATEMENT, "it is a proof of another statement");
    }
    try {
      ProofState state = ProofState.replayed(proof);
      return new Accepted(state.unfolded(), state.demands(known), state.usesPremises());
    } catch (Refused refused) {
      return new Rejected(refused.reason(), refused.getMessage());
    } catch (ArithmeticException tooLarge) {
      return new Rejected(Refused.Reason.TOO_LARGE, "a number that is too large");
    } catch (StackOverflowError tooDeep) {
      return new Rejected(Refused.Reason.TOO_LARGE, "it is nested too deeply");
    }
  }
}
