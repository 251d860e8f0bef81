package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of a claim, or of a part of one. */
sealed interface Finding {
  String SAME_TERM = "the sides lower to one term";

  /**
   * It holds.
   *
   * @param methods how, each a phrase for people
   */
  record Settled(List<String> methods) implements Finding {
    public Settled {
      methods = List.copyOf(methods);
    }
  }

  /**
   * It could not be settled.
   *
   * @param reason why not, for people
   */
  record Open(String reason) implements Finding {}

  static Finding settled(String method) {
    return new Settled(List.of(method));
  }

  /** Both sides became the same object. */
  static Finding sameTerm() {
    return settled(SAME_TERM);
  }

  /** All parts together: the first that is open, or every method that had something to do. */
  static Finding all(List<Finding> parts) {
    Set<String> methods = new LinkedHashSet<>();
    for (Finding part : parts) {
      switch (part) {
        case Open open -> {
          return open;
        }
        case Settled settled -> methods.addAll(settled.methods());
      }
    }
    if (methods.size() > 1) {
      methods.remove(SAME_TERM);
    }
    return new Settled(new ArrayList<>(methods));
  }

  default boolean isSettled() {
    return this instanceof Settled;
  }

  default Optional<Finding> ifSettled() {
    return isSettled() ? Optional.of(this) : Optional.empty();
  }

  /** This, its methods told as the way to something. */
  default Finding by(String how) {
    return this instanceof Settled settled
        ? settled(how + " (" + String.join(", ", settled.methods()) + ")")
        : this;
  }
}
