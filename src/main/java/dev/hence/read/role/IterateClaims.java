package dev.hence.read.role;

import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.iteration.Iterates;
import dev.hence.read.iteration.Iterates.Outcome.Rewritten;
import dev.hence.read.iteration.Iteration;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/** What a claim says of iterates: what is assigned, what the newest are, where they begin. */
final class IterateClaims {
  private final Iterates iterates;
  private final Span span;

  IterateClaims(
      Iteration iteration,
      Scope scope,
      List<Condition> conditions,
      List<Condition> premises,
      Span span) {
    this.iterates =
        new Iterates(scope, iteration.steps(), iteration.firsts(), conditions, premises);
    this.span = span;
  }

  /** The claim with what is known of the iterates of which it speaks. */
  Outcome<Rewritten> read(Sides sides, Clause.Link link) {
    boolean assigned = link.sign().equals("assigned") || updates(sides, link);
    if (assigned && !iterates.isIterate(sides.left())) {
      return assigned(sides);
    }
    return link.sign().equals("=") && iterates.mayBegin(sides.left(), sides.right())
        ? refused(
            ProblemId.DEFINE_OR_CLAIM,
            "This may say with what the iteration starts, or claim something of its start.")
        : rewritten(sides.left(), sides.right());
  }

  /** {@code \theta_j := \theta_j + g_j}: an entry gets a new value that is made of the old. */
  private static boolean updates(Sides sides, Clause.Link link) {
    return link.sign().equals(":=")
        && sides.left() instanceof Expr.Entry entry
        && entry.body() instanceof Expr.Ref whole
        && Trees.any(sides.right(), e -> e instanceof Expr.Ref r && r.name().equals(whole.name()));
  }

  private Outcome<Rewritten> assigned(Sides sides) {
    Optional<Expr> made = iterates.assigned(sides.left());
    if (made.isEmpty()) {
      return refused(ProblemId.NO_STEP, "Nothing says what a step assigns to this.");
    }
    return iterates
        .assignment(sides.left(), sides.right())
        .map(value -> rewritten(made.get(), value))
        .orElseGet(
            () ->
                refused(
                    ProblemId.AMBIGUOUS,
                    "This may speak of the old or of the new value of what is assigned before."));
  }

  private Outcome<Rewritten> rewritten(Expr left, Expr right) {
    return switch (iterates.rewritten(left, right, span)) {
      case Rewritten r -> new Outcome.Read<>(r, List.of());
      case Iterates.Outcome.Refused r -> refused(r.problem().id(), r.problem().message());
    };
  }

  private Outcome<Rewritten> refused(ProblemId id, String message) {
    return new Outcome.Refused<>(List.of(new Refusal.Unparsed(span, id, message)));
  }
}
