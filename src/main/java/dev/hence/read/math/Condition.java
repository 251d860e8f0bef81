package dev.hence.read.math;

import dev.hence.text.Span;
import java.util.List;

/**
 * What restricts a clause or a case, or a remark on it.
 *
 * @param words as written, {@code for all}, {@code if}; empty for {@code (j \ne y_i)}
 * @param clauses what is said behind the words; empty for OTHERWISE and NOTE, and for FOR_ALL they
 *     may be bare names
 */
public record Condition(Kind kind, String words, List<Clause> clauses, Span span) {
  public Condition {
    clauses = List.copyOf(clauses);
  }

  /** What the words say. */
  public enum Kind {
    /** {@code \forall j}, {@code \text{for all } j}, {@code \text{for } i = 1, \dots, N}. */
    FOR_ALL,
    /** {@code \text{if }}, {@code \text{when }}, {@code \text{as }}, a case without words. */
    IF,
    /** {@code \text{where }}, {@code \text{with }}. */
    WHERE,
    /** A relation in parentheses at the end, {@code (j \ne y_i)}. */
    PARENTHESISED,
    /** {@code \text{otherwise}}, {@code \text{else}}. */
    OTHERWISE,
    /** Any other text: kept, not understood. */
    NOTE
  }
}
