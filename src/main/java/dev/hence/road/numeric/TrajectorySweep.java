package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Runner;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Looks for trajectories that violate an inequality: many initial states and ends, each integrated
 * once and loosely. A violation that begins only after some time, or from few states, is seen
 * neither by a jet at the start nor along the few trajectories that are followed with care. What it
 * finds are candidates, for others to certify.
 */
final class TrajectorySweep {
  private static final int POINTS = 200;

  /** Candidates that were none, after which nothing more is expected. */
  private static final int PATIENCE = 4;

  /** Where its points begin; the first ones were followed. */
  private static final int FIRST = 4096;

  /** Relative to the sides; a loose integration errs by much less. */
  private static final double CLEAR = 1e-5;

  /** Taken by turns. */
  private static final List<List<Rational>> ENDS =
      List.of(
          List.of(Rational.of(1, 2), Rational.of(2)),
          List.of(Rational.ONE, Rational.of(1, 4)),
          List.of(Rational.of(3, 4), Rational.of(4)));

  private final TrajectoryStatement statement;
  private final FlowEquations equations;
  private final Runner sides;
  private final double[] values;
  private final Budget budget;

  TrajectorySweep(TrajectoryStatement statement, Budget budget) {
    this.statement = statement;
    this.budget = budget;
    equations = new FlowEquations(statement.program(), budget);
    sides = statement.program().sides().runner();
    values = new double[statement.program().sides().outputs()];
  }

  /** Offers candidates until one is accepted. */
  <R> Optional<R> first(BiFunction<Point, Rational, Optional<R>> accepts) {
    Points points = statement.points();
    int refused = 0;
    for (int k = 0; k < POINTS && refused < PATIENCE && !budget.isHalfSpent(); k++) {
      Point point = points.point(FIRST + k, k % 2 == 0 ? Scale.SMALL : Scale.MODERATE);
      Optional<BitSet> speaks = points.speaking(point);
      for (Rational end : ENDS.get(k % ENDS.size())) {
        boolean candidate = speaks.isPresent() && allows(end) && violates(point, speaks.get(), end);
        if (candidate && refused < PATIENCE) {
          Optional<R> found = accepts.apply(point, end);
          if (found.isPresent()) {
            return found;
          }
          refused++;
        }
      }
    }
    return Optional.empty();
  }

  private boolean allows(Rational end) {
    return !(statement.ends() instanceof Domain.Interval i) || i.contains(end);
  }

  private boolean violates(Point point, BitSet speaks, Rational end) {
    double[] start = equations.begin(point, end.toDouble());
    return Integration.LOOSE.run(equations, start, end.toDouble())
            instanceof Integration.Result.Ended ended
        && violates(equations.ended(ended.values()), speaks);
  }

  private boolean violates(double[] inputs, BitSet speaks) {
    sides.run(inputs, values);
    BitSet within = (BitSet) speaks.clone();
    statement
        .timed()
        .forEach(timed -> timed.restricting().restrict(within, entry -> holds(timed, entry)));
    int components = statement.components();
    for (int c = 0; c < components; c++) {
      double left = values[c];
      double right = values[components + c];
      double size = Math.max(1, Math.max(Math.abs(left), Math.abs(right)));
      if (within.get(c / statement.width())
          && Fit.violation(statement.relation(), left - right) > CLEAR * size) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(TrajectoryStatement.Timed timed, int entry) {
    double difference = values[timed.left(entry)] - values[timed.right(entry)];
    return Fit.clearly(timed.restricting().relation(), difference, CLEAR);
  }
}
