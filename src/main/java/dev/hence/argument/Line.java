package dev.hence.argument;

import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import java.util.Optional;

/**
 * One line of an argument.
 *
 * @param relation of the line before to this one
 * @param reason why, in words and with names between dollar signs; empty for a first line
 * @param uses the id of the definition or the dynamics in the document that the reason names
 */
public record Line(Relation relation, Expr expr, String reason, Optional<String> uses) {
  /** What is equal to the line before. */
  Line(Expr expr, String reason, Optional<String> uses) {
    this(Relation.EQUAL, expr, reason, uses);
  }

  static Line first(Expr expr) {
    return new Line(expr, "", Optional.empty());
  }

  static Line of(Expr expr, String reason) {
    return new Line(expr, reason, Optional.empty());
  }

  /** The reason with the number of what it uses: {@code definition of $K$ (5)}. */
  public String because() {
    return uses.map(id -> reason + " (" + id + ")").orElse(reason);
  }

  /** This line where the one before it is left out. */
  Line after(Line left) {
    boolean same = left.because().equals(because());
    return same ? this : new Line(relation, expr, left.because() + ", " + reason, uses);
  }

  Line with(Expr other) {
    return new Line(relation, other, reason, uses);
  }
}
