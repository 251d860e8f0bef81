package dev.hence.proof;

import dev.hence.expr.Relation;
import dev.hence.expr.Size;
import dev.hence.proof.Refused.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The induction rule: from D(a) = 0 and D(s + 1) = M(s) D(s) follows D(s) = 0 for all s from a on.
 * A goal in an entry of a vector or matrix may be coupled with the other entries.
 */
final class Induction {
  private final Bounds bounds;
  private final Map<String, Letter> free;
  private final List<Letter> entry;

  /**
   * @param free letters of the statement
   * @param entry those of them that number the entries of its sides
   */
  Induction(Bounds bounds, Map<String, Letter> free, List<Letter> entry) {
    this.bounds = bounds;
    this.free = free;
    this.entry = entry;
  }

  /**
   * What is to be shown instead of a goal.
   *
   * @param terms the index, then M
   * @param others new letters for the entries that are summed over; none if each entry has its own
   *     equation
   * @throws Refused if the index has no first value, or something may not be defined on the way
   */
  List<Goal> of(Goal goal, List<Term> terms, List<String> others) {
    boolean fits =
        goal.relation() == Relation.EQUAL
            && terms.size() == 2
            && (others.isEmpty() || others.size() == entry.size());
    if (!fits) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "no recursion");
    }
    Letter index = index(terms.getFirst());
    Term factor = terms.getLast();
    Set<String> letters = new HashSet<>(free.keySet());
    Ordering.requireClosed(goal.term(), letters);
    letters.addAll(others);
    Ordering.requireClosed(factor, letters);
    if (hasGap(goal.term(), Optional.of(index), bounds)
        || hasGap(factor, Optional.empty(), bounds)) {
      throw new Refused(Reason.NOT_IN_THE_GOAL, "something that may not be defined on the way");
    }
    Map<String, Size> first = Map.of(index.name(), index.lower());
    Map<String, Size> next = Map.of(index.name(), Size.letter(index.name()).plus(1));
    Term multiple = Uniqueness.combination(entry, List.of(factor), List.of(goal.term()), others);
    return List.of(
        Goal.zero(Terms.with(goal.term(), first)),
        Goal.zero(Term.minus(Terms.with(goal.term(), next), multiple)));
  }

  /** Whether something that changes with an index, or anything, may be undefined. */
  private static boolean hasGap(Term term, Optional<Letter> index, Bounds bounds) {
    boolean counts = index.isEmpty() || Terms.speaksOf(term, index.get().name());
    if (counts && Ordering.isPartial(term) && !Trajectories.isSafe(term, bounds)) {
      return true;
    }
    List<Term> parts = Terms.children(term);
    return IntStream.range(0, parts.size())
        .anyMatch(k -> hasGap(parts.get(k), index, bounds.with(Terms.binds(term, k))));
  }

  /** An index of the statement that begins with a number, and that no other range speaks of. */
  private Letter index(Term named) {
    List<Letter> found =
        free.values().stream()
            .filter(l -> named.equals(new Term.Whole(Size.letter(l.name()))))
            .filter(l -> l.lower().isFixed() && !entry.contains(l))
            .filter(l -> free.values().stream().noneMatch(other -> speaksOf(other, l)))
            .toList();
    if (found.size() != 1) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "no index that begins with a number");
    }
    return found.getFirst();
  }

  private static boolean speaksOf(Letter range, Letter letter) {
    return range.lower().speaksOf(letter.name()) || range.upper().speaksOf(letter.name());
  }
}
