package dev.hence.road.symbolic;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What names, index letters and time stand for while an expression is lowered. A binding holds
 * until an inner one hides it, also inside the definitions that are unfolded meanwhile.
 *
 * @param letters values of index letters
 * @param bound parameters, and names that a derivative moves or a substitution replaces
 * @param moved of those, the names that are not parameters: the dynamics feel them
 * @param foreign parameters that are in force where the dynamics are unfolded, which must not read
 *     them
 * @param clocks names of times: the variables of integrals along the trajectory
 * @param sources what parameters were written as, for display only
 * @param moment the time at which the state is taken
 * @param integrals how many integrals along the trajectory are open
 * @param level how many derivatives and substitutions are open
 */
record Environment(
    Map<String, Integer> letters,
    Map<Member, Binding> bound,
    Map<Member, Binding> moved,
    Map<Member, Rectangle> foreign,
    Map<Name, Moment> clocks,
    Map<Name, Expr> sources,
    Moment moment,
    int integrals,
    int level) {

  /** At the current state. */
  static Environment of(Map<String, Integer> letters) {
    return new Environment(
        letters, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Moment.CURRENT, 0, 0);
  }

  Environment withLetters(List<String> names, List<Integer> values) {
    if (names.isEmpty()) {
      return this;
    }
    Map<String, Integer> more = new HashMap<>(letters);
    for (int k = 0; k < names.size(); k++) {
      more.put(names.get(k), values.get(k));
    }
    return new Environment(more, bound, moved, foreign, clocks, sources, moment, integrals, level);
  }

  /** Binds parameters to values; the arguments that were written are kept for display. */
  Environment withParameters(
      List<Parameter> parameters, List<Rectangle> values, List<Expr> arguments) {
    Map<Member, Binding> more = new HashMap<>(bound);
    Map<Member, Rectangle> others = new HashMap<>(foreign);
    Map<Name, Expr> written = new HashMap<>(sources);
    for (int k = 0; k < parameters.size(); k++) {
      Name name = parameters.get(k).name();
      more.put(Member.of(name), Binding.ofParameter(values.get(k)));
      others.remove(Member.of(name));
      written.put(name, arguments.get(k));
    }
    return new Environment(letters, more, moved, others, clocks, written, moment, integrals, level);
  }

  /** Lets a name move by itself, one derivative further in. */
  Environment withMoved(Member member, Binding binding) {
    Map<Member, Binding> more = new HashMap<>(bound);
    more.put(member, binding);
    Map<Member, Binding> global = moved;
    if (!binding.parameter()) {
      global = new HashMap<>(moved);
      global.put(member, binding);
    }
    Map<Member, Rectangle> others = new HashMap<>(foreign);
    others.remove(member);
    return new Environment(
        letters, more, global, others, clocks, sources, moment, integrals, level + 1);
  }

  boolean isParameter(Member member) {
    return bound.containsKey(member) && bound.get(member).parameter();
  }

  Environment at(Moment other) {
    return new Environment(
        letters, bound, moved, foreign, clocks, sources, other, integrals, level);
  }

  /** With a name of the time at a moment. */
  Environment withClock(Name name, Moment when) {
    Map<Name, Moment> more = new HashMap<>(clocks);
    more.put(name, when);
    return new Environment(letters, bound, moved, foreign, more, sources, moment, integrals, level);
  }

  /** Inside an integral along the trajectory. */
  Environment integrating(Name variable) {
    Moment running = new Moment.Running(integrals + 1);
    Environment inside = withClock(variable, running);
    return new Environment(
        letters, bound, moved, foreign, inside.clocks, sources, running, integrals + 1, level);
  }

  /** Inside a derivative along the dynamics: the state moves, whatever it was bound to. */
  Environment flowing(Predicate<Name> isState) {
    return new Environment(
        letters,
        without(bound, isState),
        without(moved, isState),
        foreign,
        clocks,
        sources,
        new Moment.Flow(level, moment),
        integrals,
        level + 1);
  }

  /**
   * Where a velocity is unfolded that is needed here: parameters are out of sight.
   *
   * @param times names of the time itself
   */
  Environment ofDynamics(Moment when, Map<Name, Moment> times, Predicate<Name> isState) {
    Map<Member, Binding> seen = without(moved, isState);
    Map<Member, Rectangle> hidden = new HashMap<>(foreign);
    without(bound, isState)
        .forEach(
            (member, binding) -> {
              if (binding.parameter()) {
                hidden.put(member, binding.value());
              }
            });
    return new Environment(
        Map.of(), seen, seen, hidden, times, Map.of(), when, integrals, level + 1);
  }

  private static Map<Member, Binding> without(
      Map<Member, Binding> bindings, Predicate<Name> isState) {
    Map<Member, Binding> rest = new HashMap<>(bindings);
    rest.keySet().removeIf(member -> isState.test(member.name()));
    return rest;
  }

  Optional<Binding> binding(Member member) {
    return Optional.ofNullable(bound.get(member));
  }

  /** What of this an expression can see that reaches only these names and letters. */
  Environment seenBy(Reach reach) {
    return new Environment(
        kept(letters, reach.letters()::contains),
        kept(bound, member -> reach.names().contains(member.name())),
        kept(moved, member -> reach.names().contains(member.name())),
        kept(foreign, member -> reach.names().contains(member.name())),
        kept(clocks, reach.names()::contains),
        Map.of(),
        moment,
        integrals,
        0);
  }

  private static <K, V> Map<K, V> kept(Map<K, V> map, Predicate<K> wanted) {
    if (map.isEmpty()) {
      return map;
    }
    Map<K, V> rest = new HashMap<>(map);
    rest.keySet().removeIf(wanted.negate());
    return rest;
  }
}
