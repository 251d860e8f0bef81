package dev.hence.road.numeric;

import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleBiFunction;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * One search for a trajectory that violates an inequality, by a Nelder–Mead simplex from one that
 * comes close to it. Its coordinates are those of the data and of the initial state, and the
 * logarithm of the end.
 */
final class TrajectoryClimb implements MultivariateFunction {
  private static final double OUTSIDE = -1e9;

  /** Ends beyond would not be reached. */
  private static final double LONGEST = 16;

  private final Points points;
  private final Coordinates coordinates;
  private final ToDoubleBiFunction<Point, Rational> heights;
  private double[] best;
  private double height = Double.NEGATIVE_INFINITY;

  /**
   * @param heights by how much a trajectory violates the statement, relative to the sides
   */
  TrajectoryClimb(
      Points points, Point start, Rational end, ToDoubleBiFunction<Point, Rational> heights) {
    this.points = points;
    this.heights = heights;
    coordinates = new Coordinates(points, start);
    double[] first = coordinates.first();
    best = Arrays.copyOf(first, first.length + 1);
    best[first.length] = Math.log(end.toDouble());
  }

  void run(Budget budget) {
    int n = best.length;
    try {
      new SimplexOptimizer(1e-9, 1e-12)
          .optimize(
              new MaxEval(60 + 30 * n),
              new NelderMeadSimplex(n, 0.25),
              new ObjectiveFunction(
                  at -> {
                    budget.check();
                    return value(at);
                  }),
              GoalType.MAXIMIZE,
              new InitialGuess(best.clone()));
    } catch (TooManyEvaluationsException enough) {
      // The best trajectory was kept on the way.
    }
  }

  double height() {
    return height;
  }

  @Override
  public double value(double[] at) {
    double end = Math.exp(at[at.length - 1]);
    Optional<Point> point = point(at, Rational::of);
    double value =
        point.isPresent() && end < LONGEST
            ? Math.max(OUTSIDE, heights.applyAsDouble(point.get(), Rational.of(end)))
            : OUTSIDE;
    if (value > height) {
      height = value;
      best = at.clone();
    }
    return value;
  }

  /** The highest that was met, made exact, if it is in the domain. */
  Optional<Point> point(DoubleFunction<Rational> rounding) {
    return point(best, rounding);
  }

  private Optional<Point> point(double[] at, DoubleFunction<Rational> rounding) {
    return coordinates.point(Arrays.copyOf(at, at.length - 1), rounding).map(points::solved);
  }

  Rational end(DoubleFunction<Rational> rounding) {
    return rounding.apply(Math.exp(best[best.length - 1]));
  }
}
