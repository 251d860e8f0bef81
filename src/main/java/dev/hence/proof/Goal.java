package dev.hence.proof;

import dev.hence.expr.Relation;

/**
 * A goal: a term is 0, at least 0 or above 0, whatever its free letters and variables stand for.
 *
 * @param relation {@code =}, {@code ≥} or {@code >}
 */
public record Goal(Term term, Relation relation) {
  static Goal zero(Term term) {
    return new Goal(term, Relation.EQUAL);
  }

  Goal with(Term other) {
    return new Goal(other, relation);
  }
}
