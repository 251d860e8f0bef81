package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
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

/**
 * One search for a violation, from one start. Its coordinates are the entries that may move
 * continuously.
 */
final class Climb implements MultivariateFunction {
  /** The Nelder–Mead simplex is good in few dimensions, an evolution strategy in many. */
  private static final int FEW_DIMENSIONS = 8;

  private static final int MANY_EVALUATIONS = 800;

  /** Below every height of a point in the domain. */
  private static final double OUTSIDE = -1e9;

  private static final double LARGEST = 1e9;

  private final PointLook look;
  private final Point start;
  private final Budget budget;
  private final List<Variable> moving;
  private final BitSet entries;
  private final double[] inputs;

  /** Where each coordinate stands among the inputs, or −1. */
  private final int[] places;

  private final double[] lower;
  private final double[] upper;
  private double[] best;
  private double height = OUTSIDE;

  Climb(PointLook look, Point start, Budget budget) {
    this.look = look;
    this.start = start;
    this.budget = budget;
    moving = look.points().variables().stream().filter(v -> interval(v).isPresent()).toList();
    entries = look.points().speaking(start).map(look::entries).orElseGet(BitSet::new);
    inputs = look.screen().inputs(start);
    best =
        moving.stream()
            .flatMap(v -> start.of(v).stream())
            .mapToDouble(Rational::toDouble)
            .toArray();
    places = new int[best.length];
    lower = new double[best.length];
    upper = new double[best.length];
    int next = 0;
    for (Variable variable : moving) {
      Domain.Interval interval = interval(variable).orElseThrow();
      int place = look.screen().place(variable);
      for (int k = 0; k < variable.size(); k++, next++) {
        places[next] = place < 0 ? -1 : place + k;
        lower[next] = interval.lower().map(Rational::toDouble).orElse(-LARGEST);
        upper[next] = interval.upper().map(Rational::toDouble).orElse(LARGEST);
      }
    }
  }

  private Optional<Domain.Interval> interval(Variable variable) {
    return look.points().sampler().domain(variable) instanceof Domain.Interval i
        ? Optional.of(i)
        : Optional.empty();
  }

  @Override
  public double value(double[] coordinates) {
    double value = height(coordinates);
    if (value > height) {
      height = value;
      best = coordinates.clone();
    }
    return value;
  }

  private double height(double[] coordinates) {
    for (int k = 0; k < coordinates.length; k++) {
      if (!(coordinates[k] >= lower[k] && coordinates[k] <= upper[k])) {
        return OUTSIDE;
      }
    }
    return look.points().isRestricted() ? restricted(coordinates) : free(coordinates);
  }

  private double free(double[] coordinates) {
    for (int k = 0; k < coordinates.length; k++) {
      if (places[k] >= 0) {
        inputs[places[k]] = coordinates[k];
      }
    }
    look.screen().run(inputs);
    return Math.max(OUTSIDE, look.screen().height(entries));
  }

  /** Restrictions are looked up at exact points. */
  private double restricted(double[] coordinates) {
    budget.check();
    Optional<Point> point = point(coordinates, 0);
    Optional<BitSet> spoken = point.flatMap(look.points()::speaking).map(look::entries);
    if (spoken.isEmpty()) {
      return OUTSIDE;
    }
    look.screen().run(point.get());
    return Math.max(OUTSIDE, look.screen().height(spoken.get()));
  }

  /** The highest point that was met, rounded to a grid, if it is in the domain. */
  Optional<Point> best(long grid) {
    return point(best, grid);
  }

  private Optional<Point> point(double[] coordinates, long grid) {
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>(start.values());
    int place = 0;
    for (Variable variable : moving) {
      List<Rational> moved = new ArrayList<>();
      for (int k = 0; k < variable.size(); k++) {
        double x = coordinates[place++];
        moved.add(grid == 0 ? Rational.of(x) : Rational.of(Math.round(x * grid), grid));
      }
      if (!moved.stream().allMatch(interval(variable).orElseThrow()::contains)) {
        return Optional.empty();
      }
      values.put(variable, moved);
    }
    return Optional.of(new Point(values));
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
        200, 1, true, 0, 0, new Well19937c(seed), false, new SimpleValueChecker(1e-12, 1e-15));
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
