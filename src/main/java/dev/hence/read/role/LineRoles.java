package dev.hence.read.role;

import dev.hence.claim.Dependence;
import dev.hence.claim.Scope;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.LeftForm;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.iteration.Step;
import dev.hence.read.role.Roles.Role;
import java.util.Optional;

/** What a line is, by the table of roles. */
final class LineRoles {
  private LineRoles() {}

  static Role of(Clause clause, Known known, Steering steering) {
    return Roles.of(said(clause, steering), left(clause, known), sign(clause));
  }

  /** A derivative that is set to 0 is a condition only in a display that ends in 0. */
  private static Roles.Said said(Clause clause, Steering steering) {
    Roles.Said said = steering.said();
    boolean sets =
        said != Roles.Said.CONDITION
            || steering.announced().filter(a -> a == Announcement.CONSTRAINT).isPresent()
            || Premises.endsInZero(clause);
    return sets ? said : Roles.Said.NOTHING;
  }

  private static Roles.Sign sign(Clause clause) {
    if (clause.links().isEmpty()) {
      return Roles.Sign.NONE;
    }
    return switch (clause.links().getFirst().sign()) {
      case "=" -> Roles.Sign.EQUATION;
      case ":=", "equiv" -> Roles.Sign.DEFINING;
      case "assigned" -> Roles.Sign.ASSIGNMENT;
      case "in" -> Roles.Sign.MEMBER;
      default -> Roles.Sign.OTHER;
    };
  }

  private static Roles.Left left(Clause clause, Known known) {
    if (Declarations.isRange(clause)) {
      return Roles.Left.INDICES;
    }
    if (clause.first().isEmpty() || clause.links().isEmpty()) {
      return Roles.Left.OTHER;
    }
    Optional<Flow> flow = Flow.of(clause, known.context());
    if (flow.filter(f -> !known.scope().isState(f.state().name())).isPresent()) {
      return Roles.Left.RATE;
    }
    if (begins(clause, known)) {
      return Roles.Left.START;
    }
    return switch (LeftForm.of(clause.first().get(), clause.right(), known.context())) {
      case LeftForm.New n -> Roles.Left.NEW;
      case LeftForm.Usual u -> Roles.Left.USUAL;
      case LeftForm.Doubtful d -> Roles.Left.DOUBTFUL;
      case LeftForm.Known k when k.hasFormula() -> Roles.Left.DEFINED;
      case LeftForm.Known k -> isSettled(k, known) ? Roles.Left.OTHER : Roles.Left.DECLARED;
      case LeftForm.Other o -> Roles.Left.OTHER;
    };
  }

  /** Whether an equation gives what moves and begins freely so far its value at the start. */
  private static boolean begins(Clause clause, Known known) {
    return clause.says("=")
        && known.scope().dynamics().isPresent()
        && clause.first().flatMap(Names::headOf).isPresent()
        && Elaboration.sides(clause.first().get(), clause.right(), known.context())
            instanceof Outcome.Read<Sides> r
        && new Starts(known.scope(), clause.span()).begins(r.value());
  }

  /** Whether a step or an assumed equation speaks of a name: then another can only be a claim. */
  private static boolean isSettled(LeftForm.Known left, Known known) {
    Name name = left.side().name();
    Scope scope = known.scope();
    if (scope.definition(Step.next(name), left.side().indices().size()).isPresent()) {
      return true;
    }
    Dependence reach = new Dependence(scope);
    return scope.assumptions().stream()
        .filter(c -> c.relation() == Relation.EQUAL)
        .anyMatch(c -> reach.mentions(c.left(), name) || reach.mentions(c.right(), name));
  }
}
