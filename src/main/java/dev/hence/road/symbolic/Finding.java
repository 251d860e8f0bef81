package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What became of a claim, or of a part of one. */
sealed interface Finding {
  String SAME_TERM = "the sides lower to one term";

  /**
   * It holds.
   *
   * @param methods how, each a phrase for people
   * @param given what was compared on the way: of what has one name, the first that tells something
   */
  record Settled(List<String> methods, List<Given> given) implements Finding {
    public Settled {
      methods = List.copyOf(methods);
      given = List.copyOf(given);
    }
  }

  /**
   * It could not be settled.
   *
   * @param reason why not, for people
   */
  record Open(String reason) implements Finding {}

  static Finding settled(String method) {
    return new Settled(List.of(method), List.of());
  }

  /** Both sides became the same object. */
  static Finding sameTerm(Term term) {
    return new Settled(List.of(SAME_TERM), List.of(Given.same(term)));
  }

  /** All parts together: the first that is open, or every method that had something to do. */
  static Finding all(List<Finding> parts) {
    Set<String> methods = new LinkedHashSet<>();
    Map<String, Given> given = new LinkedHashMap<>();
    for (Finding part : parts) {
      switch (part) {
        case Open open -> {
          return open;
        }
        case Settled settled -> {
          methods.addAll(settled.methods());
          settled.given().forEach(g -> given.merge(g.of(), g, Finding::better));
        }
      }
    }
    if (methods.size() > 1) {
      methods.remove(SAME_TERM);
    }
    return new Settled(new ArrayList<>(methods), new ArrayList<>(given.values()));
  }

  private static Given better(Given first, Given second) {
    return !first.isTelling() && second.isTelling() ? second : first;
  }

  default boolean isSettled() {
    return this instanceof Settled;
  }

  default Optional<Finding> ifSettled() {
    return isSettled() ? Optional.of(this) : Optional.empty();
  }

  /**
   * This, its methods told as the way to something.
   *
   * @param told what was compared on the way, by name; what has none is not that of which it speaks
   */
  default Finding by(String how, Finding... told) {
    if (!(this instanceof Settled settled)) {
      return this;
    }
    List<Finding> parts = new ArrayList<>(List.of(told));
    parts.add(this);
    List<Given> named =
        all(parts) instanceof Settled all
            ? all.given().stream().filter(g -> !g.of().isEmpty()).toList()
            : List.of();
    return new Settled(List.of(how + " (" + String.join(", ", settled.methods()) + ")"), named);
  }

  /** This, what was compared said to be something. */
  default Finding named(String what) {
    return given(g -> g.named(what));
  }

  /** This, what was compared said to be so at one place of many. */
  default Finding at(String place) {
    return place.isEmpty() ? this : given(g -> g.at(place));
  }

  private Finding given(UnaryOperator<Given> change) {
    return this instanceof Settled settled
        ? new Settled(settled.methods(), settled.given().stream().map(change).toList())
        : this;
  }
}
