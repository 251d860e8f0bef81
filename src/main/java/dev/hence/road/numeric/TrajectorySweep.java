package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Runner;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * Looks for trajectories that violate an inequality: many initial states and ends, each integrated
 * once and loosely. A violation that begins only after some time, or from few states, is seen
 * neither by a jet at the start nor along the few trajectories that are followed with care. What it
 * finds are candidates, for others to certify.
 */
final class TrajectorySweep {
  private static final int POINTS = 240;

  /** Candidates that were none, after which nothing more is expected. */
  private static final int PATIENCE = 4;

  /** Where its points begin; the first ones were followed. */
  private static final int FIRST = 4096;

  /** Relative to the sides; a rough integration errs by much less. */
  private static final double CLEAR = 1e-4;

  /** Rough, for it is done so often. */
  private static final double TOLERANCE = 1e-6;

  private static final int MOST_EVALUATIONS = 2000;

  private static final List<Rational> ENDS =
      List.of(
          Rational.of(1, 2),
          Rational.ONE,
          Rational.of(2),
          Rational.of(1, 4),
          Rational.of(3, 4),
          Rational.of(4));

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
      Point point = points.point(FIRST + k, k % 6 == 5 ? Scale.MODERATE : Scale.SMALL);
      Optional<BitSet> speaks = points.speaking(point);
      for (Rational end : ENDS) {
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
    return ended(point, end.toDouble()).filter(inputs -> violates(inputs, speaks)).isPresent();
  }

  /** What the sides read at an end; nothing if it is not easily reached. */
  private Optional<double[]> ended(Point point, double end) {
    double[] start = equations.begin(point, end);
    if (start.length == 0) {
      return Optional.of(equations.ended(start));
    }
    double[] values = new double[start.length];
    var integrator = new DormandPrince853Integrator(1e-12 * end, end, TOLERANCE / 100, TOLERANCE);
    integrator.setMaxEvaluations(MOST_EVALUATIONS);
    try {
      integrator.integrate(equations, 0, start, end, values);
      return Optional.of(equations.ended(values));
    } catch (NumberIsTooSmallException | MaxCountExceededException | FlowEquations.NotFinite e) {
      return Optional.empty();
    }
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
