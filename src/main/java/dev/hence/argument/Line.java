package dev.hence.argument;

import dev.hence.expr.Expr;
import java.util.Optional;

/**
 * One line of an argument.
 *
 * @param expr what is equal to the line before
 * @param reason why, in words and with names between dollar signs; empty for a first line
 * @param uses the id of the definition or the dynamics in the document that the reason names
 */
public record Line(Expr expr, String reason, Optional<String> uses) {
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
    return same ? this : new Line(expr, left.because() + ", " + reason, uses);
  }

  Line with(Expr other) {
    return new Line(other, reason, uses);
  }
}
