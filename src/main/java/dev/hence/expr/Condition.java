package dev.hence.expr;

import java.util.List;

/**
 * A relation between two expressions that restricts where something is said.
 *
 * @param everywhere names for all values of which it holds; for the others it holds at the point
 */
public record Condition(Expr left, Relation relation, Expr right, List<Name> everywhere) {
  public Condition {
    everywhere = List.copyOf(everywhere);
  }

  /** A relation at the point at which something is said. */
  public Condition(Expr left, Relation relation, Expr right) {
    this(left, relation, right, List.of());
  }

  /** Whether it holds for all values of some names. */
  public boolean isUniversal() {
    return !everywhere.isEmpty();
  }
}
