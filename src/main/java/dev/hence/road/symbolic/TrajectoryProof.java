package dev.hence.road.symbolic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proves that two sides that speak of a trajectory agree for every T > 0 and every initial state:
 * they are one function of the states, integrals and times in them; or they agree at T = 0 and so
 * do their derivatives in T, at every state; or their difference obeys a linear law and begins with
 * 0.
 */
final class TrajectoryProof {
  private static final String AT_START = "the sides at $T = 0$";

  private final Setting setting;
  private final Velocities velocities;
  private final Equality equality;

  TrajectoryProof(Setting setting, Velocities velocities, Equality equality) {
    this.setting = setting;
    this.velocities = velocities;
    this.equality = equality;
  }

  Finding decide(Rectangle left, Rectangle right) {
    Cancellation cancellation = new Cancellation(setting.terms());
    Rectangle l = left.map(cancellation::in);
    Rectangle r = right.map(cancellation::in);
    requireTimes(l, r);
    if (l.equals(r) || looksEqual(l, r)) {
      Finding same = equality.decide(l, r);
      if (same.isSettled()) {
        return same;
      }
    }
    Optional<String> obstacle = obstacle(l, r);
    Rectangle l0 = atStart(l);
    Rectangle r0 = atStart(r);
    if (obstacle.isPresent() || !isDefined(l0) || !isDefined(r0)) {
      Finding stays = new Vanishing(setting, this, equality).decide(l, r);
      return obstacle.isEmpty() || stays.isSettled()
          ? stays
          : new Finding.Open("not supported: " + obstacle.get());
    }
    return fromStart(l, r, equality.decide(l0, r0));
  }

  private Finding fromStart(Rectangle left, Rectangle right, Finding start) {
    if (start instanceof Finding.Open(String reason)) {
      return new Finding.Open("not seen to agree at T = 0, " + reason);
    }
    Finding growth = equality.decide(derivative(left), derivative(right));
    if (growth.isSettled()) {
      return growth
          .named("their derivatives in $T$")
          .by("equal at T = 0, and so are the derivatives in T", start.named(AT_START));
    }
    return new ClosedForm(setting, this, equality)
        .decide(left, right, start.named(AT_START))
        .or(() -> new Vanishing(setting, this, equality).decide(left, right).ifSettled())
        .orElse(growth);
  }

  /** Why the difference might change although its derivative is 0. */
  private Optional<String> obstacle(Rectangle left, Rectangle right) {
    List<Term> all = Stream.concat(left.entries().stream(), right.entries().stream()).toList();
    return obstacle(all);
  }

  Optional<String> obstacle(List<Term> list) {
    return Continuity.obstacle(
        setting.terms(), list, setting.trajectory()::moves, setting.deadline());
  }

  private boolean isDefined(Rectangle side) {
    return side.entries().stream().allMatch(equality::isSomewhereDefined);
  }

  /** A bare state in a statement that speaks of times is neither at 0 nor at the end. */
  void requireTimes(Rectangle left, Rectangle right) {
    boolean bare =
        symbols(left, right).stream()
            .flatMap(s -> setting.inputs().state(s).stream())
            .anyMatch(p -> p.moment().equals(Moment.CURRENT));
    if (bare) {
      throw new Unsupported("the state without a time in a statement that speaks of times");
    }
  }

  private Set<Term.Symbol> symbols(Rectangle left, Rectangle right) {
    List<Term> all = Stream.concat(left.entries().stream(), right.entries().stream()).toList();
    return setting.trajectory().deepSymbols(all);
  }

  private boolean looksEqual(Rectangle left, Rectangle right) {
    return IntStream.range(0, left.entries().size())
        .noneMatch(k -> equality.looksDifferent(left.entries().get(k), right.entries().get(k)));
  }

  Rectangle atStart(Rectangle side) {
    return setting.trajectory().atStart(side);
  }

  /** d/dT of a side along the dynamics. */
  Rectangle derivative(Rectangle side) {
    return setting.trajectory().derivative(side, velocities(side), true);
  }

  /** The same, written as gradient times velocity. */
  Rectangle gradientTimes(Rectangle side) {
    return setting.trajectory().gradientTimes(side, velocities(side), true);
  }

  Map<Term.Symbol, Term> velocities(Rectangle side) {
    return velocities.of(
        setting.trajectory().deepSymbols(side.entries()), Moment.END, Environment.of(Map.of()));
  }

  Optional<Inputs.Place> endOf(Term term) {
    return term instanceof Term.Symbol symbol
        ? setting.inputs().state(symbol).filter(p -> p.moment().equals(Moment.END))
        : Optional.empty();
  }
}
