package dev.hence.argument;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.proof.Proof;
import dev.hence.proof.ProofChecker;
import dev.hence.time.Deadline;
import java.util.Optional;
import java.util.function.Function;

/** Proves that one line equals another, and replays the proof. */
final class Proving {
  private final Statement.Step step;
  private final Function<Statement.Step, Optional<Proof>> road;

  private final Deadline deadline;

  Proving(Statement.Step step, Function<Statement.Step, Optional<Proof>> road, Deadline deadline) {
    this.step = step;
    this.road = road;
    this.deadline = deadline;
  }

  /** The proof that both are equal wherever the step speaks, if one is found and accepted. */
  Optional<Proof> equal(Expr left, Expr right) {
    return proved(step.with(left, Relation.EQUAL, right));
  }

  /** Whether both are equal by rearranging: whatever the names with a formula stand for. */
  boolean equalWithoutDefinitions(Expr left, Expr right) {
    Atoms atoms = new Atoms(step.scope());
    if (!atoms.keys(left).equals(atoms.keys(right))) {
      return false;
    }
    Expr a = atoms.of(left);
    Expr b = atoms.of(right);
    return proved(step.with(a, Relation.EQUAL, b).within(a, b, atoms.scope())).isPresent();
  }

  /** Whether something is so related to 0 wherever the step speaks. */
  boolean holds(Expr left, Relation relation, Expr right) {
    return proved(step.with(left, relation, right)).isPresent();
  }

  private Optional<Proof> proved(Statement.Step claim) {
    if (deadline.passed()) {
      return Optional.empty();
    }
    return road.apply(claim)
        .filter(proof -> ProofChecker.check(claim, proof) instanceof ProofChecker.Accepted);
  }
}
