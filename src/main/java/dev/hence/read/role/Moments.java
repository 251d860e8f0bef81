package dev.hence.read.role;

import dev.hence.claim.Approach;
import dev.hence.claim.Dependence;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is said of any one moment is said of a state; beside the start, of the state at a time. What
 * speaks of several times is said of a trajectory, which ends at one of them.
 */
final class Moments {
  /**
   * A claim with its times.
   *
   * @param horizon where its trajectory ends; empty if it is said of one state
   * @param closed whether a formula of the time stands on one side alone
   * @param approach the limit in which the sides are compared
   */
  record Timed(Sides sides, Optional<Name> horizon, boolean closed, Optional<Approach> approach) {}

  private static final Expr.Ref NOW = time(Name.TIME);
  private static final Name ANY_END = new Name("T");

  private final Scope scope;
  private final Dependence reach;
  private final Times times;
  private final Optional<Approach> approach;
  private final Span span;

  private Moments(Scope scope, Optional<Approach> approach, Span span) {
    this.scope = scope;
    this.reach = new Dependence(scope);
    this.times = new Times(scope);
    this.approach = approach;
    this.span = span;
  }

  static Outcome<Timed> of(Sides sides, Optional<Approach> approach, Scope scope, Span span) {
    return new Moments(scope, approach, span).timed(sides);
  }

  private static Expr.Ref time(Name name) {
    return new Expr.Ref(name, List.of(), Shape.SCALAR);
  }

  /** A formula with the state at one time written as the current state. */
  static Expr stripped(Expr expr, Expr time) {
    return Trees.map(expr, e -> e instanceof Expr.At a && a.time().equals(time) ? a.body() : e);
  }

  private static Sides stripped(Sides sides, Expr time) {
    return new Sides(stripped(sides.left(), time), stripped(sides.right(), time));
  }

  private static Stream<Expr> both(Sides sides) {
    return Stream.of(sides.left(), sides.right());
  }

  private Outcome<Timed> timed(Sides sides) {
    Set<Expr> met = times.of(sides);
    Optional<Expr> only = met.size() == 1 ? met.stream().findFirst() : Optional.empty();
    boolean begins = both(sides).anyMatch(this::begins);
    boolean now = both(sides).anyMatch(times::speaksOfNow);
    if (only.isPresent() && !begins && !(now && !isNow(only.get())) && isAny(only.get(), sides)) {
      return state(stripped(sides, only.get()));
    }
    boolean beside = met.contains(Starts.START) && now && met.stream().allMatch(this::isNowOrStart);
    boolean onTheWay = beside || (met.isEmpty() && begins && isOfTrajectories(sides));
    if (onTheWay && approach.isEmpty()) {
      Expr.Ref time = scope.ranges().containsKey(Name.TIME.latex()) ? time(ANY_END) : NOW;
      return timed(new Sides(at(sides.left(), time), at(sides.right(), time)));
    }
    if (met.isEmpty()) {
      return state(sides);
    }
    return met.contains(time(Name.FOREVER)) ? forever(sides) : along(sides, met);
  }

  private Outcome<Timed> state(Sides sides) {
    return new Outcome.Read<>(new Timed(sides, Optional.empty(), false, approach), List.of());
  }

  private boolean isNow(Expr time) {
    return time.equals(NOW) && !scope.ranges().containsKey(Name.TIME.latex());
  }

  private boolean isNowOrStart(Expr time) {
    return isNow(time) || time.equals(Starts.START);
  }

  private Expr at(Expr side, Expr time) {
    return begins(side) || times.speaksOfNow(side) ? new Expr.At(side, time) : side;
  }

  /** Whether a side speaks of what begins with a given value, also through the dynamics. */
  private boolean begins(Expr side) {
    Optional<Dynamics> begun = scope.dynamics().filter(d -> !d.starts().isEmpty());
    return begun.isPresent()
        && reach.any(
            side,
            e ->
                switch (e) {
                  case Expr.TimeDerivative t -> true;
                  case Expr.Ref r -> begun.get().moves(r.name());
                  case Expr.Call c -> begun.get().starts().containsKey(c.function());
                  default -> false;
                });
  }

  /**
   * Whether a claim that takes the state at one time only is one about the current state: not where
   * that time itself enters, as it does in E(0) if E = t² x.
   */
  private boolean isAny(Expr time, Sides sides) {
    Sides plain = stripped(sides, time);
    boolean goes = approach.filter(a -> time.equals(a.parameter())).isPresent();
    boolean explicit =
        time instanceof Expr.Ref t && both(plain).anyMatch(s -> reach.mentions(s, t.name()));
    return !goes
        && !explicit
        && !Endings.isEnd(time, scope)
        && both(plain).noneMatch(times::speaksOfTimes)
        && both(sides).noneMatch(this::hidesClock);
  }

  /** Whether what is taken at a time changes with the time itself. */
  private boolean hidesClock(Expr expr) {
    return reach.any(expr, e -> e instanceof Expr.At a && reach.depends(a.body(), Name.TIME, 0));
  }

  /**
   * Where trajectories begin with given values, what is said of states is said of those that they
   * pass through. A gradient, and how fast something changes, is said to be what it is at every
   * state.
   */
  private boolean isOfTrajectories(Sides sides) {
    return both(sides)
        .noneMatch(s -> reach.any(s, e -> e instanceof Expr.TimeDerivative || isByState(e)));
  }

  private boolean isByState(Expr e) {
    return (e instanceof Expr.Derivative d && scope.isState(d.variable().name()))
        || (e instanceof Expr.Call c && !c.slots().isEmpty());
  }

  // Trajectories

  /** An equation between limits: with integrals over all times, or states in the limit. */
  private Outcome<Timed> forever(Sides sides) {
    if (approach.isPresent()) {
      return refused(ProblemId.NOT_YET_SUPPORTED, "A limit of what holds after infinite time.");
    }
    Approach limit =
        new Approach(
            time(Name.FOREVER),
            new Approach.Infinity(true),
            Approach.Strength.LITTLE,
            new Expr.Literal(Rational.ONE),
            Optional.empty());
    return new Outcome.Read<>(
        new Timed(sides, Optional.of(Name.FOREVER), false, Optional.of(limit)), List.of());
  }

  private Outcome<Timed> along(Sides sides, Set<Expr> met) {
    List<Expr> ends = met.stream().filter(t -> !t.equals(Starts.START)).toList();
    boolean letters = ends.stream().allMatch(t -> t instanceof Expr.Ref r && r.indices().isEmpty());
    if (!letters) {
      return refused(ProblemId.TIME_UNCLEAR, "A time that is neither 0 nor a single letter.");
    }
    if (ends.size() > 1) {
      return refused(ProblemId.NOT_YET_SUPPORTED, "A claim about two times besides 0.");
    }
    Name end = ends.isEmpty() ? ANY_END : ((Expr.Ref) ends.getFirst()).name();
    if (times.areDifferentiatedBy(end, sides)) {
      return refused(ProblemId.NOT_YET_SUPPORTED, "A derivative by the end of a trajectory.");
    }
    boolean closed =
        (isObserved(sides.left(), end) && isExplicit(sides.right(), end))
            || (isObserved(sides.right(), end) && isExplicit(sides.left(), end));
    return new Outcome.Read<>(new Timed(sides, Optional.of(end), closed, approach), List.of());
  }

  private <T> Outcome<T> refused(ProblemId id, String message) {
    return new Outcome.Refused<>(List.of(new Refusal.Unparsed(span, id, message)));
  }

  /** Speaks of the end, and of no other time and of no time itself. */
  private boolean isObserved(Expr side, Name end) {
    Expr plain = stripped(side, time(end));
    return !side.equals(plain) && !times.speaksOfTimes(plain) && !reach.mentions(plain, end);
  }

  private boolean isExplicit(Expr side, Name end) {
    boolean explicit = Trees.any(side, e -> e instanceof Expr.Ref r && r.name().equals(end));
    return explicit
        && !reach.any(
            side,
            e ->
                e instanceof Expr.Integral
                    || (e instanceof Expr.At a && a.time().equals(time(end))));
  }
}
