package dev.hence.read.iteration;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When the iterates of steps that speak of each other are made. An iterate's time is the value of
 * the letter at which its step makes it: x_{k+1} = … makes x_{k+1} at k.
 */
final class Clock {
  private final List<Step> system;
  private final Map<Name, Integer> depths = new HashMap<>();

  Clock(List<Step> system) {
    this.system = List.copyOf(system);
    for (Step step : system) {
      for (Step other : system) {
        int depth =
            Step.members(other.state(), List.of(step.next().lambda().body())).stream()
                .filter(other::isMember)
                .flatMap(m -> time(other, m).stream())
                .mapToInt(t -> -t.shift())
                .max()
                .orElse(0);
        depths.merge(other.state(), Math.max(0, depth), Math::max);
      }
    }
  }

  List<Step> system() {
    return system;
  }

  /** The step that makes a node, if it is an iterate. */
  Optional<Step> step(Expr node) {
    return system.stream().filter(step -> step.isMember(node)).findFirst();
  }

  /** When an iterate is made, as a letter plus a number; empty if its index is none. */
  static Optional<Shifted> time(Step step, Expr.Ref member) {
    return Shifted.of(step.index(member))
        .map(s -> new Shifted(s.letter(), s.shift() - step.newest()));
  }

  /** How many iterates back the steps look. */
  int depth(Step step) {
    return depths.get(step.state());
  }
}
