package dev.hence.read.math;

import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One statement: operands joined by relations, with the words that restrict it.
 *
 * <p>{@code x, y \in S} has a {@link Syntax.Sequence} as its first operand; {@code j = 1, \dots, N}
 * has one as the operand of its link.
 *
 * <p>A row that holds only words, or only "where …", is a clause without operands that has them as
 * conditions; it belongs to the row before.
 *
 * @param separator what stands between it and the clause before in the same row
 * @param first empty if the clause starts with a relation, {@code &= b}, and so continues another
 * @param links may be empty: then the clause states nothing
 */
public record Clause(
    Separator separator,
    Optional<Syntax> first,
    List<Syntax.Link> links,
    List<Condition> conditions,
    Span span) {
  public Clause {
    links = List.copyOf(links);
    conditions = List.copyOf(conditions);
  }

  /** The items of the first operand if it is a comma list, else the operand alone. */
  public List<Syntax> names() {
    return first.map(Clause::items).orElse(List.of());
  }

  /** Whether it relates two operands. */
  public boolean isRelation() {
    return first.isPresent() && !links.isEmpty();
  }

  /** The items of a comma list, or the one operand. */
  public static List<Syntax> items(Syntax operand) {
    return operand instanceof Syntax.Sequence sequence ? sequence.items() : List.of(operand);
  }
}
