package dev.hence.claim;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The differential equations that move the state: the time derivative of each moving name.
 *
 * @param velocities by name; a family's velocity has the letters of its indices as indices
 * @param parameters what a solution is declared to depend on besides the time, as in {@code u(t,
 *     p)}: its initial value too may be any function of these
 * @param arbitrary names that are declared with the time and that no equation moves: any smooth
 *     functions of it
 * @param starts the values with which some names begin, where all others begin freely: by name, a
 *     family's with the letters of its indices; a function's, at the initial state, by its
 *     parameters
 * @param endings the values that some names have at the end
 * @param clock how the ends of trajectories are called, where their start has a name
 */
public record Dynamics(
    Map<Name, Lambda> velocities,
    Map<Name, List<Name>> parameters,
    Set<Name> arbitrary,
    Map<Name, Lambda> starts,
    Map<Name, Ending> endings,
    Optional<Clock> clock,
    Span span) {
  public Dynamics {
    velocities = Map.copyOf(velocities);
    parameters = Map.copyOf(parameters);
    arbitrary = Set.copyOf(arbitrary);
    starts = Map.copyOf(starts);
    endings = Map.copyOf(endings);
  }

  /** Dynamics of which nothing else is said. */
  public Dynamics(Map<Name, Lambda> velocities, Span span) {
    this(velocities, Map.of(), Set.of(), Map.of(), Map.of(), Optional.empty(), span);
  }

  /**
   * A value at the end of trajectories.
   *
   * @param time the name of that instant
   * @param value what a name is then, as a formula of the state at that time
   */
  public record Ending(Name time, Expr value) {}

  /**
   * The ends of trajectories that begin at an instant with a name.
   *
   * @param start such as t_0: times are counted from there
   * @param ends names that are declared to be later, such as T
   */
  public record Clock(Name start, Set<Name> ends) {
    public Clock {
      ends = Set.copyOf(ends);
    }
  }

  public boolean moves(Name name) {
    return velocities.containsKey(name);
  }

  /** The same with other velocities; what is given one is free of what was said of it before. */
  public Dynamics moving(Map<Name, Lambda> newVelocities, Set<Name> given, Span newSpan) {
    Set<Name> left = new HashSet<>(arbitrary);
    left.removeAll(given);
    Map<Name, Ending> ends = new HashMap<>(endings);
    ends.keySet().removeAll(given);
    Map<Name, Lambda> begun = new HashMap<>(starts);
    begun.keySet().removeAll(given);
    return new Dynamics(newVelocities, parameters, left, begun, ends, clock, newSpan);
  }

  /** The same where a name has a value at the end. */
  public Dynamics ending(Name name, Ending ending) {
    Map<Name, Ending> more = new HashMap<>(endings);
    more.put(name, ending);
    return new Dynamics(velocities, parameters, arbitrary, starts, more, clock, span);
  }

  /** The same where names begin with these values, and no others. */
  public Dynamics starting(Map<Name, Lambda> begun) {
    return new Dynamics(velocities, parameters, arbitrary, begun, endings, clock, span);
  }

  /** The same where a name that was arbitrary rests: a formula says what it is. */
  public Dynamics without(Name name) {
    Map<Name, Lambda> fewer = new HashMap<>(velocities);
    fewer.remove(name);
    return moving(fewer, Set.of(name), span);
  }
}
