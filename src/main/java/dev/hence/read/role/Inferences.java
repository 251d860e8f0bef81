package dev.hence.read.role;

import dev.hence.expr.Condition;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.role.Clause.Joint;
import java.util.ArrayList;
import java.util.List;

/** Statements with arrows between them: each is claimed where the one before it holds. */
final class Inferences {
  private final List<Clause> clauses;

  Inferences(List<Clause> clauses) {
    this.clauses = clauses;
  }

  /** The statements from one on that arrows join; that one alone if none does. */
  List<Clause> from(int first) {
    int end = first + 1;
    while (end < clauses.size() && isJoined(end)) {
      end++;
    }
    return clauses.subList(first, end);
  }

  private boolean isJoined(int k) {
    return clauses.get(k).joint() != Joint.NONE;
  }

  /**
   * Whether each member is one statement with one relation: what is joined to others by commas, or
   * offered, is not read yet.
   */
  boolean isPlain(int first, List<Clause> members) {
    int end = first + members.size();
    int row = members.getFirst().row();
    boolean before = first > 0 && clauses.get(first - 1).row() == row;
    boolean behind = end < clauses.size() && clauses.get(end).row() == members.getLast().row();
    return !before
        && !behind
        && members.stream().noneMatch(m -> m.joint() == Joint.ALTERNATIVE)
        && members.stream().allMatch(m -> m.links().size() == 1 && m.first().isPresent())
        && members.stream().allMatch(m -> m.words().isEmpty());
  }

  /** What a statement says, as a premise. */
  static Outcome<List<Condition>> premise(Clause clause, Known known) {
    return known.mentionsRefused(clause.chain().orElseThrow())
        ? new Outcome.Refused<>(new ArrayList<>())
        : Elaboration.conditions(clause.chain().orElseThrow(), known.context());
  }
}
