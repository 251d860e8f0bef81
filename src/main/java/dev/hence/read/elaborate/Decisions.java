package dev.hence.read.elaborate;

import dev.hence.read.syntax.Tree.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of several fitting readings is taken at each choice of a statement that is met. All ways to
 * decide are gone through, one after the other.
 */
final class Decisions {
  /** One choice that was met. */
  private record Met(int taken, int of, Choice choice) {}

  private final List<Met> made = new ArrayList<>();
  private Optional<Choice> met = Optional.empty();
  private int at;

  /** The reading to take at the choice that is met next. */
  int next(int readings, Choice choice) {
    if (at == made.size()) {
      made.add(new Met(0, readings, choice));
    }
    met = met.or(() -> Optional.of(choice));
    return Math.min(made.get(at++).taken(), readings - 1);
  }

  /** Starts from the beginning with the same decisions. */
  void restart() {
    at = 0;
  }

  /** The next way to decide; false if there is none. */
  boolean advance() {
    while (!made.isEmpty()) {
      Met last = made.removeLast();
      if (last.taken() + 1 < last.of()) {
        made.add(new Met(last.taken() + 1, last.of(), last.choice()));
        return true;
      }
    }
    return false;
  }

  /** The first choice that was met. */
  Optional<Choice> met() {
    return met;
  }

  /** The name of its doubt. */
  String doubt() {
    return met.map(c -> c.doubt().text()).orElse("");
  }
}
