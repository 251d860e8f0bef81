package dev.hence.road.numeric;

import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.OptimizationData;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.random.Well19937c;

/** One search for a violation, from one start. */
final class Climb implements MultivariateFunction {
  /** The Nelder–Mead simplex is good in few dimensions, an evolution strategy in many. */
  private static final int FEW_DIMENSIONS = 8;

  private static final int MANY_EVALUATIONS = 800;

  /**
   * The covariances stay diagonal: with so few evaluations a full matrix is not learnt, and takes
   * most of the time (Ros and Hansen, 2008, A simple modification in CMA-ES).
   */
  private static final int DIAGONAL = 1;

  /** Below every height of a point in the domain. */
  private static final double OUTSIDE = -1e9;

  /** What is tried for each coordinate by itself, besides what stands in the others. */
  private static final double[] SCAN = {0, 1e-3, 1e-2, 0.1, 0.5, 1, 2, 10, 100, 1000};

  private final PointLook look;
  private final Budget budget;
  private final Coordinates coordinates;
  private final BitSet entries;
  private double[] best;
  private double height = OUTSIDE;

  Climb(PointLook look, Point start, Budget budget) {
    this.look = look;
    this.budget = budget;
    coordinates = new Coordinates(look, start);
    entries = look.points().speaking(start).map(look::entries).orElseGet(BitSet::new);
    best = coordinates.first();
    value(best);
  }

  double height() {
    return height;
  }

  @Override
  public double value(double[] at) {
    double value = look.points().isRestricted() ? restricted(at) : free(at);
    if (value > height) {
      height = value;
      best = at.clone();
    }
    return value;
  }

  private double free(double[] at) {
    Optional<double[]> inputs = coordinates.inputs(at);
    if (inputs.isEmpty()) {
      return OUTSIDE;
    }
    look.screen().run(inputs.get());
    return Math.max(OUTSIDE, look.screen().height(entries));
  }

  /** Restrictions are looked up at exact points. */
  private double restricted(double[] at) {
    budget.check();
    Optional<Point> point = coordinates.point(at, Rational::of);
    Optional<BitSet> spoken = point.flatMap(look.points()::speaking).map(look::entries);
    if (spoken.isEmpty()) {
      return OUTSIDE;
    }
    look.screen().run(point.get());
    return Math.max(OUTSIDE, look.screen().height(spoken.get()));
  }

  /** The highest point that was met, made exact, if it is in the domain. */
  Optional<Point> best(DoubleFunction<Rational> rounding) {
    return coordinates.point(best, rounding);
  }

  /** Tries values for each coordinate by itself, and what stands in the others. */
  void scan() {
    for (int k = 0; k < best.length; k++) {
      double[] at = best.clone();
      for (double size : SCAN) {
        scan(at, k, size);
        scan(at, k, -size);
      }
      for (int other = 0; other < best.length; other++) {
        scan(at, k, best[other]);
      }
    }
  }

  private void scan(double[] at, int k, double value) {
    budget.check();
    at[k] = value;
    value(at);
  }

  void run(long seed) {
    budget.check();
    int n = best.length;
    if (n == 0) {
      return;
    }
    try {
      if (n <= FEW_DIMENSIONS) {
        SimplexOptimizer optimizer = new SimplexOptimizer(1e-12, 1e-15);
        optimizer.optimize(data(100 + 60 * n, new NelderMeadSimplex(n, 0.5)));
      } else {
        evolution(seed)
            .optimize(
                data(
                    MANY_EVALUATIONS,
                    SimpleBounds.unbounded(n),
                    new CMAESOptimizer.Sigma(sigma(n)),
                    new CMAESOptimizer.PopulationSize(4 + (int) (3 * Math.log(n)))));
      }
    } catch (TooManyEvaluationsException enough) {
      // The best point was kept on the way.
    }
  }

  private static double[] sigma(int n) {
    double[] sigma = new double[n];
    Arrays.fill(sigma, 0.5);
    return sigma;
  }

  private static CMAESOptimizer evolution(long seed) {
    return new CMAESOptimizer(
        200,
        1,
        true,
        DIAGONAL,
        0,
        new Well19937c(seed),
        false,
        new SimpleValueChecker(1e-12, 1e-15));
  }

  private OptimizationData[] data(int evaluations, OptimizationData... more) {
    List<OptimizationData> all = new ArrayList<>(List.of(more));
    all.add(new MaxEval(evaluations));
    all.add(new ObjectiveFunction(this));
    all.add(GoalType.MAXIMIZE);
    all.add(new InitialGuess(best.clone()));
    return all.toArray(OptimizationData[]::new);
  }
}
