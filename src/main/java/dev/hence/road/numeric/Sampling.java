package dev.hence.road.numeric;

import dev.hence.eval.EvaluationException;
import dev.hence.eval.PointProgram;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import dev.hence.verdict.Restriction;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The random points at which this road would look at a step, for others who want to look there. */
public final class Sampling {
  private final Points points;

  private Sampling(Points points) {
    this.points = points;
  }

  /**
   * The points of an instance whose step speaks of one state.
   *
   * @throws EvaluationException {@code UNSUPPORTED} if it speaks of times
   */
  public static Sampling of(Instance instance, long seed) {
    PointProgram program =
        PointProgram.compile(
            instance.interpretation(),
            instance.assignments(),
            List.of(instance.step().left(), instance.step().right()));
    return new Sampling(Points.of(instance, program.variables(), Restriction.of(instance), seed));
  }

  /**
   * The k-th point; empty if the step says nothing there, or does not of all its index values.
   *
   * @return the same for the same instance, seed and k
   */
  public Optional<Point> point(int k) {
    return Optional.of(points.point(k)).filter(this::speaks);
  }

  /** Whether the step speaks of a point for all its index values. */
  public boolean speaks(Point point) {
    Optional<BitSet> speaking = points.speaking(point);
    return speaking.filter(s -> s.cardinality() == points.assignments()).isPresent();
  }
}
