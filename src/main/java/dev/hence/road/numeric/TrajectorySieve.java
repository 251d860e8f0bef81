package dev.hence.road.numeric;

import dev.hence.eval.Runner;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import java.util.BitSet;
import java.util.Optional;

/** Tells along a few trajectories, integrated loosely, that a statement about times will not do. */
final class TrajectorySieve {
  private static final int POINTS = 2;

  private static final Rational END = Rational.of(1, 2);

  /** Most that will not do differ at the start, or in the slope there, and little work shows it. */
  private static final Rational SOON = Rational.of(1, 16);

  /** Relative to the sides, or to 1; a rough integration errs by much less. */
  private static final double CLEAR = 1e-3;

  /** Of work: more are examined elsewhere. */
  private static final long LIMIT = 3_000_000;

  private final TrajectoryStatement statement;
  private final RoughFlow flow;
  private final Runner sides;
  private final double[] values;

  private TrajectorySieve(TrajectoryStatement statement) {
    this.statement = statement;
    flow = new RoughFlow(statement, new Budget(Allowance.ofWork(LIMIT)));
    sides = statement.program().sides().runner();
    values = new double[statement.program().sides().outputs()];
  }

  /** The least slack; none where the statement will not do. */
  static Optional<Slack> slack(Instance instance, long seed) {
    TrajectorySieve sieve =
        new TrajectorySieve(new TrajectoryStatement(instance, Seeds.of(seed, instance)));
    try {
      return sieve.slack();
    } catch (Budget.Exhausted examinedElsewhere) {
      return Optional.of(new Slack());
    }
  }

  private Optional<Slack> slack() {
    Slack slack = new Slack();
    return isApart(SOON, new Slack()) || isApart(END, slack)
        ? Optional.empty()
        : Optional.of(slack);
  }

  private boolean isApart(Rational end, Slack slack) {
    for (int k = 0; k < POINTS; k++) {
      Point point = statement.points().point(k);
      Optional<BitSet> speaks = statement.points().speaking(point);
      if (speaks.isPresent() && isApart(point, speaks.get(), end, slack)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the sides are apart at an end.
   *
   * @param slack sees what is between them
   */
  private boolean isApart(Point point, BitSet speaks, Rational end, Slack slack) {
    Optional<double[]> ended = flow.ended(point, end);
    if (ended.isEmpty() || !statement.timed().isEmpty()) {
      return false;
    }
    sides.run(ended.get(), values);
    for (int c = 0; c < statement.components(); c++) {
      double left = values[c];
      double right = values[statement.components() + c];
      if (speaks.get(c / statement.width())) {
        slack.see(left, right);
        if (isApart(left, right)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isApart(double left, double right) {
    double size = Math.max(1, Math.max(Math.abs(left), Math.abs(right)));
    double over = excess(statement.relation(), left - right);
    return Double.isFinite(over) && over > CLEAR * size;
  }

  private static double excess(Relation relation, double difference) {
    return switch (relation) {
      case EQUAL -> Math.abs(difference);
      case LESS, LESS_OR_EQUAL -> difference;
      case GREATER, GREATER_OR_EQUAL -> -difference;
      case NOT_EQUAL, APPROXIMATELY -> 0;
    };
  }
}
