package dev.hence.verdict;

import dev.hence.eval.Enclosure;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Interpretation;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Result;
import dev.hence.expr.Condition;
import dev.hence.expr.Relation;
import java.util.List;
import java.util.Optional;

/** A restriction that speaks of one state, ready to be evaluated at exact points. */
final class CompiledRestriction {
  private final Restriction restriction;
  private final PointProgram program;
  private final int entries;

  private final Optional<Universal> universal;

  /**
   * @throws EvaluationException {@code UNSUPPORTED} if it speaks of times
   */
  CompiledRestriction(Instance instance, Interpretation interpretation, Restriction restriction) {
    universal =
        restriction.condition().isUniversal()
            ? Optional.of(new Universal(instance, interpretation, restriction))
            : Optional.empty();
    this.restriction = restriction;
    Condition condition = restriction.condition();
    program =
        PointProgram.compile(
            interpretation,
            restriction.assignments(),
            List.of(condition.left(), condition.right()));
    entries = program.sizes().getFirst();
  }

  PointProgram program() {
    return program;
  }

  /** Whether it is an equation at the point. */
  boolean isEquation() {
    return relation() == Relation.EQUAL && universal.isEmpty();
  }

  /** Whether it holds with certainty, for an assignment of the step, where values are enclosed. */
  boolean holds(EnclosedPoint point, int assignment) {
    if (universal.isPresent()) {
      return false;
    }
    List<Result<Enclosure>> results = point.results(program);
    int count = restriction.assignments().size();
    int width = entries / count;
    for (int k = 0; k < count; k++) {
      boolean asked = !restriction.eachForItself() || k == assignment;
      int held = 0;
      for (int entry = k * width; entry < (k + 1) * width; entry++) {
        ExactPoint.Pair pair =
            new ExactPoint.Pair(results.get(entry), results.get(entries + entry));
        held += told(pair).orElse(false) ? 1 : 0;
      }
      if (asked && !(relation() == Relation.NOT_EQUAL ? held > 0 : held == width)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it holds with certainty, for an assignment of the step. */
  boolean holds(Point point, int assignment) {
    if (universal.isPresent()) {
      return universal.get().holds(point);
    }
    if (!ExactPoint.covers(point, program)) {
      return false;
    }
    int count = restriction.assignments().size();
    for (int k = 0; k < count; k++) {
      boolean asked = !restriction.eachForItself() || k == assignment;
      if (asked && !holdsAt(point, k, entries / count)) {
        return false;
      }
    }
    return true;
  }

  /** Values of any shape are equal if all their entries are, and differ if any of them do. */
  private boolean holdsAt(Point point, int assignment, int width) {
    int held = 0;
    for (int entry = assignment * width; entry < (assignment + 1) * width; entry++) {
      held += ExactPoint.look(program, point, entry, entries, this::told).orElse(false) ? 1 : 0;
    }
    return relation() == Relation.NOT_EQUAL ? held > 0 : held == width;
  }

  private Relation relation() {
    return restriction.condition().relation();
  }

  private Optional<Boolean> told(ExactPoint.Pair pair) {
    return ExactPoint.difference(pair)
        .filter(d -> Grounds.holds(relation(), d) || Grounds.fails(relation(), d))
        .map(d -> Grounds.holds(relation(), d));
  }
}
