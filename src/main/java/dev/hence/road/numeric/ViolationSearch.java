package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
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
import org.apache.commons.math3.optim.nonlinear.scalar.MultivariateOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.random.Well19937c;

/**
 * Looks for points that violate an inequality: climbs from the points that come closest to it. What
 * it finds are candidates, for others to certify.
 */
final class ViolationSearch {
  private static final int STARTS = 2;

  /** The Nelder–Mead simplex is good in few dimensions, an evolution strategy in many. */
  private static final int FEW_DIMENSIONS = 8;

  private static final double OUTSIDE = -1e9;

  private final PointLook look;
  private final long seed;
  private final Budget budget;

  ViolationSearch(PointLook look, long seed, Budget budget) {
    this.look = look;
    this.seed = seed;
    this.budget = budget;
  }

  /** Points found, best first, each also rounded to simpler numbers before. */
  List<Point> candidates(List<Point> evaluated) {
    List<Point> starts =
        evaluated.stream()
            .sorted(Comparator.comparingDouble(point -> -violation(point)))
            .limit(STARTS)
            .toList();
    List<Point> found = new ArrayList<>();
    for (Point start : starts) {
      Climb climb = new Climb(start);
      if (climb.dimension() > 0) {
        climb.run();
        for (long grid : List.of(1L, 64L, 1L << 20)) {
          found.add(climb.best(grid));
        }
      }
    }
    return found;
  }

  private double violation(Point point) {
    return look.points().speaking(point).map(s -> violation(point, s)).orElse(OUTSIDE);
  }

  private double violation(Point point, BitSet speaks) {
    look.screen().run(point);
    BitSet entries = look.entries(speaks);
    double worst = OUTSIDE;
    for (int c = 0; c < look.components(); c++) {
      double violation = look.screen().height(c);
      if (entries.get(c) && violation > worst) {
        worst = violation;
      }
    }
    return worst;
  }

  /** One start: the entries that may move continuously are the coordinates. */
  private final class Climb implements MultivariateFunction {
    private final Point start;
    private final List<Variable> moving;
    private double[] best;
    private double height = OUTSIDE;

    Climb(Point start) {
      this.start = start;
      moving =
          look.points().variables().stream()
              .filter(v -> look.points().sampler().domain(v) instanceof Domain.Interval)
              .toList();
      best =
          moving.stream()
              .flatMap(v -> start.of(v).stream())
              .mapToDouble(Rational::toDouble)
              .toArray();
    }

    int dimension() {
      return best.length;
    }

    @Override
    public double value(double[] coordinates) {
      double value = at(coordinates, 0).map(ViolationSearch.this::violation).orElse(OUTSIDE);
      if (value > height) {
        height = value;
        best = coordinates.clone();
      }
      return value;
    }

    Point best(long grid) {
      return at(best, grid).orElse(start);
    }

    /** The point at coordinates, rounded to a grid if there is one; none outside the domain. */
    private Optional<Point> at(double[] coordinates, long grid) {
      SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>(start.values());
      int place = 0;
      for (Variable variable : moving) {
        List<Rational> entries = new ArrayList<>();
        var domain = (Domain.Interval) look.points().sampler().domain(variable);
        for (int k = 0; k < variable.size(); k++) {
          double x = coordinates[place++];
          boolean inside = Double.isFinite(x) && Math.abs(x) < 1e9;
          Rational entry = !inside ? Rational.ZERO : grid == 0 ? Rational.of(x) : rounded(x, grid);
          if (!inside || !domain.contains(entry)) {
            return Optional.empty();
          }
          entries.add(entry);
        }
        values.put(variable, entries);
      }
      return Optional.of(new Point(values));
    }

    private static Rational rounded(double x, long grid) {
      return Rational.of(Math.round(x * grid), grid);
    }

    void run() {
      budget.check();
      int n = dimension();
      try {
        if (n <= FEW_DIMENSIONS) {
          MultivariateOptimizer optimizer = new SimplexOptimizer(1e-12, 1e-15);
          optimizer.optimize(common(60 + 30 * n, new NelderMeadSimplex(n, 0.5)));
        } else {
          double[] sigma = new double[n];
          Arrays.fill(sigma, 0.5);
          MultivariateOptimizer optimizer = evolution();
          optimizer.optimize(
              common(
                  300,
                  SimpleBounds.unbounded(n),
                  new CMAESOptimizer.Sigma(sigma),
                  new CMAESOptimizer.PopulationSize(4 + (int) (3 * Math.log(n)))));
        }
      } catch (TooManyEvaluationsException enough) {
        // The best point was kept on the way.
      }
    }

    private MultivariateOptimizer evolution() {
      return new CMAESOptimizer(
          200, 1, true, 0, 0, new Well19937c(seed), false, new SimpleValueChecker(1e-12, 1e-15));
    }

    private OptimizationData[] common(int evaluations, OptimizationData... more) {
      List<OptimizationData> all = new ArrayList<>(List.of(more));
      all.add(new MaxEval(evaluations));
      all.add(new ObjectiveFunction(this));
      all.add(GoalType.MAXIMIZE);
      all.add(new InitialGuess(best.clone()));
      return all.toArray(OptimizationData[]::new);
    }
  }
}
