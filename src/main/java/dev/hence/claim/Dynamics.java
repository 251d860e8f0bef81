package dev.hence.claim;

import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.text.Span;
import java.util.Map;

/**
 * The differential equations that move the state: the time derivative of each moving name.
 *
 * @param velocities by name; a family's velocity has the letters of its indices as indices
 */
public record Dynamics(Map<Name, Lambda> velocities, Span span) {
  public Dynamics {
    velocities = Map.copyOf(velocities);
  }

  public boolean moves(Name name) {
    return velocities.containsKey(name);
  }
}
