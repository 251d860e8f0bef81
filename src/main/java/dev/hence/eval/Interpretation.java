package dev.hence.eval;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import java.util.Map;
import java.util.Optional;

/**
 * The meaning of the names of an expression in one instance.
 *
 * @param sizes the value of each named size
 * @param definitions formulas by {@link Name#key}: the author's definitions and the functions that
 *     were chosen for the instance
 * @param velocities time derivatives of the names that the dynamics move
 * @param horizon the name of the time at which a trajectory ends, such as {@code T}
 */
public record Interpretation(
    Map<String, Integer> sizes,
    Map<String, Lambda> definitions,
    Map<Name, Lambda> velocities,
    Optional<Name> horizon) {
  public Interpretation {
    sizes = Map.copyOf(sizes);
    definitions = Map.copyOf(definitions);
    velocities = Map.copyOf(velocities);
  }

  /** The same where the end of a trajectory is a number like others. */
  public Interpretation withoutEnd() {
    return new Interpretation(sizes, definitions, velocities, Optional.empty());
  }

  public boolean isState(Name name) {
    return velocities.containsKey(name);
  }

  /**
   * Whether every function and every size that an expression leads to, through definitions too, has
   * a formula or a value here.
   */
  public boolean covers(Expr expr) {
    return new Coverage(this).covers(expr);
  }
}
