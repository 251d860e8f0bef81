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

  /** More operations than these are too dear in many digits. */
  private static final int LARGEST = 1500;

  /** Of work, for all that is looked at. */
  private static final long PATIENCE = 100_000_000;

  EndRefinement(Instance instance, long seed) {
    statement = new TrajectoryStatement(instance, seed);
    precision = new HighPrecision(statement, new Budget(Allowance.ofWork(PATIENCE)));
  }

  private int size() {
    return statement.program().velocities().size()
        + statement.program().integrands().size()
        + statement.program().sides().size();
  }

  private List<Double> differences(Point point, int power) {
    try {
      return precision.differences(point, Rational.of(2).power(power));
    } catch (Budget.Exhausted tooDear) {
      return List.of();
    }
  }

  Optional<Double> order(Point point) {
    if (looked++ >= MOST || size() > LARGEST) {
      return Optional.empty();
    }
    int last = FIRST + Refinement.SIZES - 1;
    List<Double> wide = differences(point, 1 - last);
    List<Double> half = differences(point, -last);
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
