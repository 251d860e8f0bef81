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
   * @param given the first difference that was seen to be 0, where there is one
   */
  record Settled(List<String> methods, Optional<Given> given) implements Finding {
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
    return new Settled(List.of(method), Optional.empty());
  }

  /** Both sides became the same object. */
  static Finding sameTerm(Term term) {
    return new Settled(List.of(SAME_TERM), Optional.of(Given.same(term)));
  }

  /** All parts together: the first that is open, or every method that had something to do. */
  static Finding all(List<Finding> parts) {
    Set<String> methods = new LinkedHashSet<>();
    List<Given> given = new ArrayList<>();
    for (Finding part : parts) {
      switch (part) {
        case Open open -> {
          return open;
        }
        case Settled settled -> {
          methods.addAll(settled.methods());
          settled.given().ifPresent(given::add);
        }
      }
    }
    if (methods.size() > 1) {
      methods.remove(SAME_TERM);
    }
    Optional<Given> first = given.stream().filter(g -> g.terms() > 0).findFirst();
    return new Settled(new ArrayList<>(methods), first.or(() -> given.stream().findFirst()));
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
