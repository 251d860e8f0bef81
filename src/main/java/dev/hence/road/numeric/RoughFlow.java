package dev.hence.road.numeric;

import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.Optional;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/** Integrates trajectories once and loosely, where that is easily done. */
final class RoughFlow {
  /** Rough, for it is done so often. */
  private static final double TOLERANCE = 1e-6;

  private static final int MOST_EVALUATIONS = 2000;

  private final FlowEquations equations;

  RoughFlow(TrajectoryStatement statement, Budget budget) {
    equations = new FlowEquations(statement.program(), budget);
  }

  /** The inputs of the sides at an end; nothing if it is not easily reached. */
  Optional<double[]> ended(Point point, Rational end) {
    return ended(point, end.toDouble());
  }

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
}
