package dev.hence.road.numeric;

import dev.hence.expr.Rational;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import java.util.List;
import java.util.Optional;

/** The order that is observed as the end of a trajectory comes nearer to its start. */
final class EndRefinement {
  /** The first end is 2 to this negative power. */
  private static final int FIRST = 7;

  /** Trajectories are dear: so many are looked at. */
  private static final int MOST = 2;

  private final TrajectoryStatement statement;
  private final HighPrecision precision;
  private int looked;

  EndRefinement(Instance instance, long seed, Budget budget) {
    statement = new TrajectoryStatement(instance, seed);
    precision = new HighPrecision(statement, budget);
  }

  Optional<Double> order(Point point) {
    if (looked++ >= MOST) {
      return Optional.empty();
    }
    int last = FIRST + Refinement.SIZES - 1;
    List<Double> wide = precision.differences(point, Rational.of(2).power(1 - last));
    List<Double> half = precision.differences(point, Rational.of(2).power(-last));
    Optional<Double> least = Optional.empty();
    for (int c = 0; c < Math.min(wide.size(), half.size()); c++) {
      double order = Math.log(Math.abs(wide.get(c) / half.get(c))) / Math.log(2);
      if (Double.isFinite(order) && least.filter(l -> l <= order).isEmpty()) {
        least = Optional.of(order);
      }
    }
    return least;
  }
}
