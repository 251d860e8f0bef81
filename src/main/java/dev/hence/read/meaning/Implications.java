package dev.hence.read.meaning;

import dev.hence.expr.Condition;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Separator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The arrows between the statements of a display. {@code A \implies B \implies C} claims B and C
 * where A holds: A is a premise, which is claimed nowhere. A definition at the head is no premise;
 * what follows from it is claimed as it stands. {@code A \iff B} claims either where the other
 * holds.
 */
final class Implications {
  private final List<Part> parts;
  private final TextDefinitions defined;
  private final Function<Clause, List<Condition>> reader;

  /**
   * @param reader makes conditions of a statement
   */
  Implications(
      List<Part> parts, TextDefinitions defined, Function<Clause, List<Condition>> reader) {
    this.parts = parts;
    this.defined = defined;
    this.reader = reader;
  }

  /** Whether statements follow from this one, which follows from none. */
  boolean isPremise(int k) {
    return k + 1 < parts.size() && head(k + 1) == k && isClaim(k);
  }

  /** Whether what follows from a premise is said to be equivalent to it. */
  boolean isMutual(int k) {
    return parts.get(k + 1).clause().separator() == Separator.IFF;
  }

  /** What a statement is said to follow from. */
  Premise before(int k) {
    int head = head(k);
    return head == k || !isClaim(head) ? Premise.NONE : premise(head);
  }

  /** What a premise follows from in its turn: the statement behind it. */
  Premise behind(int k) {
    return premise(k + 1);
  }

  /**
   * Refuses a premise that cannot be read.
   *
   * @throws Misread the reason
   */
  void check(int k) {
    premise(k).check();
  }

  private int head(int k) {
    int head = k;
    while (head > 0 && follows(head)) {
      head--;
    }
    return head;
  }

  private boolean follows(int k) {
    Separator separator = parts.get(k).clause().separator();
    return separator == Separator.IMPLIES || separator == Separator.IFF;
  }

  private boolean isClaim(int k) {
    Clause clause = parts.get(k).clause();
    return !defined.defines(clause) && !clause.links().isEmpty();
  }

  private Premise premise(int k) {
    try {
      return new Premise(reader.apply(parts.get(k).clause()), Optional.empty());
    } catch (Misread misread) {
      return new Premise(List.of(), Optional.of(misread));
    }
  }
}
