package dev.hence.proof;

import dev.hence.expr.Name;
import dev.hence.expr.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What names and letters stand for where something is translated. A formula's names are looked up
 * where the formula is used, see {@link dev.hence.expr.Lambda}.
 *
 * @param bound names that are bound, by {@link Name#key}: the members by their indices
 * @param labels random names that stand for an index
 * @param times names of times
 * @param time when a state that is not bound is taken
 * @param depth how many formulas this is inside of
 */
record Scene(
    Map<String, Size> letters,
    Map<String, Bound> bound,
    Map<Name, Size> labels,
    Map<Name, Time> times,
    Time time,
    int depth) {
  /** Why a name is bound. */
  enum Role {
    /** It was given a value, which is the same at all times. */
    VALUE,
    /** It is a state that a partial derivative moves; at another time it rests. */
    STATE,
    /** It is a variable that a partial derivative moves, and the trajectory may depend on it. */
    DATA,
    /** It is a state that moves along the flow; at the start it rests. */
    FLOW
  }

  /**
   * A name that is bound.
   *
   * @param hides whether it stands in front of another binding of the name
   */
  record Bound(Function<List<Size>, Tensor> members, Role role, boolean hides) {}

  Scene with(List<String> names, List<Size> values) {
    Map<String, Size> more = new HashMap<>(letters);
    for (int k = 0; k < names.size(); k++) {
      more.put(names.get(k), values.get(k));
    }
    return new Scene(more, bound, labels, times, time, depth);
  }

  Scene binding(Map<String, Bound> names) {
    Map<String, Bound> more = new HashMap<>(bound);
    more.putAll(names);
    Map<Name, Size> fewer = new HashMap<>(labels);
    fewer.keySet().removeIf(name -> names.containsKey(name.key(0)));
    return new Scene(letters, more, fewer, times, time, depth);
  }

  Scene labelled(Name name, Size value) {
    Map<Name, Size> more = new HashMap<>(labels);
    more.put(name, value);
    return new Scene(letters, bound, more, times, time, depth);
  }

  Scene timed(Name name, Time value) {
    Map<Name, Time> more = new HashMap<>(times);
    more.put(name, value);
    return new Scene(letters, bound, labels, more, time, depth);
  }

  Scene untimed(Name name) {
    Map<Name, Time> fewer = new HashMap<>(times);
    fewer.remove(name);
    return new Scene(letters, bound, labels, fewer, time, depth);
  }

  /** The same at another time, where a moving state is at rest. */
  Scene at(Time other) {
    Map<String, Bound> resting = new HashMap<>(bound);
    resting.values().removeIf(b -> rests(b, other));
    return new Scene(letters, resting, labels, times, other, depth);
  }

  private static boolean rests(Bound bound, Time other) {
    boolean known =
        switch (bound.role()) {
          case VALUE -> true;
          case STATE -> !bound.hides();
          case DATA -> false;
          case FLOW -> !bound.hides() && other.equals(Time.START);
        };
    if (!known) {
      throw new Refused(Refused.Reason.WRONG_TIME, "another time inside a derivative");
    }
    return bound.role() != Role.VALUE;
  }

  /** The scene of how fast states move: what names the time there is the time that they are at. */
  Scene ofVelocities() {
    Optional<Bound> clock = bound(Name.TIME, 0);
    if (clock.isPresent() && clock.get().role() != Role.FLOW) {
      throw new Refused(Refused.Reason.WRONG_TIME, "a velocity where time is given a value");
    }
    Scene timeless = untimed(Name.TIME);
    return clock.isPresent() || time.equals(Time.NOW) ? timeless : timeless.timed(Name.TIME, time);
  }

  /** The scene in which time moves: what names it, or that of an integral that this is at. */
  Scene moving(Tensor clock) {
    Set<Name> names = new HashSet<>(Set.of(Name.TIME));
    if (time instanceof Time.Running) {
      times.forEach((name, known) -> names.addAll(known.equals(time) ? Set.of(name) : Set.of()));
    }
    Scene moved = this;
    for (Name name : names) {
      Bound bound = new Bound(at -> clock, Role.FLOW, bound(name, 0).isPresent());
      moved = moved.untimed(name).binding(Map.of(name.key(0), bound));
    }
    return moved;
  }

  Scene deeper() {
    if (depth > 40) {
      throw new Refused(Refused.Reason.TOO_LARGE, "definitions inside definitions");
    }
    return new Scene(letters, bound, labels, times, time, depth + 1);
  }

  Optional<Bound> bound(Name name, int indices) {
    return Optional.ofNullable(bound.get(name.key(indices)));
  }
}
