package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Runner;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Point;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Looks for trajectories that violate an inequality: many initial states and ends, each integrated
 * once and loosely. A violation that begins only after some time, or from few states, is seen
 * neither by a jet at the start nor along the few trajectories that are followed with care. From
 * the one of each end that comes closest to a violation it climbs, in the data, the initial state
 * and the end. What it finds are candidates, for others to certify.
 */
final class TrajectorySweep {
  private static final int POINTS = 240;

  /** Candidates that were none, after which nothing more is expected. */
  private static final int PATIENCE = 4;

  /** Where its points begin; the first ones were followed. */
  private static final int FIRST = 4096;

  /** Relative to the sides; a rough integration errs by much less. */
  private static final double CLEAR = 1e-4;

  private static final List<Rational> ENDS =
      List.of(
          Rational.of(1, 2),
          Rational.ONE,
          Rational.of(2),
          Rational.of(1, 4),
          Rational.of(3, 4),
          Rational.of(4));

  /** Below every height of a trajectory that is spoken of. */
  private static final double OUTSIDE = -1e9;

  private final TrajectoryStatement statement;
  private final RoughFlow flow;
  private final Runner sides;
  private final double[] values;
  private final Budget budget;
  private final SequencedMap<Rational, Endangered> byEnd = new LinkedHashMap<>();
  private Optional<Endangered> closest = Optional.empty();
  private int refused;

  TrajectorySweep(TrajectoryStatement statement, Budget budget) {
    this.statement = statement;
    this.budget = budget;
    flow = new RoughFlow(statement, budget);
    sides = statement.program().sides().runner();
    values = new double[statement.program().sides().outputs()];
  }

  /** Offers candidates until one is accepted. */
  <R> Optional<R> first(BiFunction<Point, Rational, Optional<R>> accepts) {
    return swept(accepts).or(() -> climbed(accepts));
  }

  private <R> Optional<R> swept(BiFunction<Point, Rational, Optional<R>> accepts) {
    Points points = statement.points();
    for (int k = 0; k < POINTS && refused < PATIENCE && !budget.isHalfSpent(); k++) {
      Point point = points.point(FIRST + k, k % 6 == 5 ? Scale.MODERATE : Scale.SMALL);
      for (Rational end : ENDS) {
        Heights heights = heights(point, end);
        Optional<R> found =
            heights.clear() > CLEAR ? offered(point, end, accepts) : Optional.empty();
        if (found.isPresent()) {
          return found;
        }
        keep(new Endangered(point, end, heights));
      }
    }
    return Optional.empty();
  }

  private <R> Optional<R> offered(
      Point point, Rational end, BiFunction<Point, Rational, Optional<R>> accepts) {
    Optional<R> found = refused < PATIENCE ? accepts.apply(point, end) : Optional.empty();
    refused++;
    return found;
  }

  /**
   * By how much a trajectory violates the statement, at most; what is negative is how far it is
   * from that.
   *
   * @param clear relative to the sides, or to 1 where they are smaller
   * @param relative relative to the sides, however small they are
   */
  private record Heights(double clear, double relative) {
    private static final Heights NONE = new Heights(OUTSIDE, OUTSIDE);
  }

  /** A trajectory that comes close to a violation. */
  private record Endangered(Point point, Rational end, Heights heights) {}

  /**
   * Keeps the closest for each end, and the closest of all, but none on which both sides are one:
   * that is so where everything rests, and no way up begins there.
   */
  private void keep(Endangered next) {
    boolean apart = Math.abs(next.heights().relative()) > CLEAR;
    if (apart && next.heights().clear() > OUTSIDE && next.heights().clear() <= CLEAR) {
      byEnd.merge(next.end(), next, (a, b) -> higher(a, b, Heights::relative));
      closest = Optional.of(closest.map(c -> higher(c, next, Heights::clear)).orElse(next));
    }
  }

  private static Endangered higher(
      Endangered first, Endangered second, ToDoubleFunction<Heights> measure) {
    boolean later =
        measure.applyAsDouble(second.heights()) > measure.applyAsDouble(first.heights());
    return later ? second : first;
  }

  private <R> Optional<R> climbed(BiFunction<Point, Rational, Optional<R>> accepts) {
    return climbed(byEnd.sequencedValues(), Heights::relative, accepts)
        .or(() -> climbed(closest.stream().toList(), Heights::clear, accepts));
  }

  /** Climbs from the trajectories that come closest to a violation. */
  private <R> Optional<R> climbed(
      Collection<Endangered> starts,
      ToDoubleFunction<Heights> measure,
      BiFunction<Point, Rational, Optional<R>> accepts) {
    for (Endangered start : starts) {
      if (refused >= PATIENCE || budget.isHalfSpent()) {
        return Optional.empty();
      }
      TrajectoryClimb climb =
          new TrajectoryClimb(
              statement.points(),
              start.point(),
              start.end(),
              (point, end) -> measure.applyAsDouble(heights(point, end)));
      climb.run(budget);
      Optional<R> found = climb.height() > 0 ? rounded(climb, accepts) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The simplest trajectory near the highest one that still violates the statement clearly. */
  private <R> Optional<R> rounded(
      TrajectoryClimb climb, BiFunction<Point, Rational, Optional<R>> accepts) {
    for (var rounding : Rounding.ALL) {
      Optional<Point> point = climb.point(rounding);
      Rational end = climb.end(rounding);
      Optional<R> found =
          point.isPresent() && heights(point.get(), end).clear() > CLEAR
              ? offered(point.get(), end, accepts)
              : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Heights heights(Point point, Rational end) {
    Optional<BitSet> speaks = statement.points().speaking(point);
    return speaks.isPresent() && end.signum() > 0 && allows(end)
        ? flow.ended(point, end).map(i -> heights(i, speaks.get())).orElse(Heights.NONE)
        : Heights.NONE;
  }

  private boolean allows(Rational end) {
    return !(statement.ends() instanceof Domain.Interval i) || i.contains(end);
  }

  private Heights heights(double[] inputs, BitSet speaks) {
    sides.run(inputs, values);
    BitSet within = (BitSet) speaks.clone();
    statement
        .timed()
        .forEach(timed -> timed.restricting().restrict(within, entry -> holds(timed, entry)));
    int components = statement.components();
    Heights highest = Heights.NONE;
    for (int c = 0; c < components; c++) {
      double left = values[c];
      double right = values[components + c];
      double size = Math.max(Double.MIN_NORMAL, Math.max(Math.abs(left), Math.abs(right)));
      double over = excess(statement.relation(), left - right);
      if (within.get(c / statement.width()) && Double.isFinite(over)) {
        highest =
            new Heights(
                Math.max(highest.clear(), over / Math.max(1, size)),
                Math.max(highest.relative(), over / size));
      }
    }
    return highest;
  }

  private static double excess(Relation relation, double difference) {
    return relation == Relation.LESS || relation == Relation.LESS_OR_EQUAL
        ? difference
        : -difference;
  }

  private boolean holds(TrajectoryStatement.Timed timed, int entry) {
    double difference = values[timed.left(entry)] - values[timed.right(entry)];
    return Fit.clearly(timed.restricting().relation(), difference, CLEAR);
  }
}
