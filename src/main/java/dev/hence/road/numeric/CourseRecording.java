package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Runner;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Records the course of a statement along one trajectory, with two integrators that must agree.
 * What it tells is for people to look at: it decides nothing.
 */
final class CourseRecording {
  /** Steps from the start to the last end. */
  private static final int STEPS = 96;

  /** Trajectories tried for one that can be recorded. */
  private static final int PATIENCE = 12;

  /** The first sampled points of moderate size: the trajectories that evidence begins with. */
  private static final int FIRST_MODERATE = 8;

  /** Beside what moves most, a movement that is well seen. */
  private static final double SEEN = 0.1;

  /** The last ends, the first that can be reached. */
  private static final List<Rational> ENDS =
      IntStream.rangeClosed(-1, 6).mapToObj(k -> Rational.of(2).power(-k)).toList();

  private final TrajectoryStatement statement;
  private final FlowEquations equations;
  private final Runner sides;
  private final int parts;

  CourseRecording(Instance instance, List<Expr> parts, Settings settings) {
    this.parts = parts.size();
    statement = new TrajectoryStatement(instance, Seeds.of(settings.seed(), instance), parts);
    equations = new FlowEquations(statement.program(), new Budget(settings.budget()));
    sides = statement.program().sides().runner();
  }

  /**
   * Along the first of the sampled trajectories that can be recorded and on which several parts
   * move, or else the first that can be recorded.
   */
  Optional<Course> sampled() {
    Points points = statement.points();
    List<Course> recorded = new ArrayList<>();
    for (int k = 0; k < PATIENCE; k++) {
      Point point = points.point(FIRST_MODERATE + k, Scale.MODERATE);
      Optional<Course> course =
          points
              .speaking(point)
              .flatMap(speaks -> from(point, speaks))
              .map(r -> r.course(r.liveliest()));
      if (course.filter(CourseRecording::severalMove).isPresent()) {
        return course;
      }
      course.ifPresent(recorded::add);
    }
    return recorded.stream().findFirst();
  }

  /** Whether no part alone is nearly the whole; of fewer than two it may be. */
  private static boolean severalMove(Course course) {
    double[] movements = course.parts().stream().mapToDouble(Course::movement).sorted().toArray();
    int last = movements.length - 1;
    return last < 1 || movements[0] >= SEEN * movements[last];
  }

  /** From a point, of one component. */
  Optional<Course> from(Point point, int component) {
    BitSet all = new BitSet();
    all.set(0, statement.assignments());
    return from(point, all).map(recorded -> recorded.course(component));
  }

  private Optional<RecordedTrajectory> from(Point point, BitSet speaks) {
    return ENDS.stream()
        .filter(this::isAllowed)
        .flatMap(end -> recorded(point, speaks, end.toDouble()).stream())
        .findFirst();
  }

  private boolean isAllowed(Rational end) {
    return !(statement.ends() instanceof Domain.Interval i) || i.contains(end);
  }

  private Optional<RecordedTrajectory> recorded(Point point, BitSet speaks, double end) {
    double[] start = equations.begin(point, end);
    Optional<List<double[]>> tight = followed(Integration.TIGHT, start, end);
    Optional<List<double[]>> other =
        tight.flatMap(states -> followed(Integration.OTHER, start, end));
    return other
        .map(
            states ->
                new RecordedTrajectory(
                    statement,
                    parts,
                    point,
                    speaks,
                    IntStream.rangeClosed(0, STEPS).mapToObj(k -> time(k, end)).toList(),
                    read(tight.get(), end),
                    read(states, end)))
        .filter(RecordedTrajectory::isSharp);
  }

  /** The entries of everything at each time. */
  private List<double[]> read(List<double[]> states, double end) {
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < states.size(); k++) {
      double[] read = new double[statement.program().sides().outputs()];
      sides.run(equations.ended(states.get(k), time(k, end)), read);
      all.add(read);
    }
    return all;
  }

  /** The state and the integrals at each time; empty if it gets lost or leaves its domain. */
  private Optional<List<double[]>> followed(Integration integration, double[] start, double end) {
    List<double[]> states = new ArrayList<>(List.of(start));
    for (int k = 1; k <= STEPS; k++) {
      double[] before = states.getLast();
      switch (integration.run(equations, before, time(k - 1, end), time(k, end))) {
        case Integration.Result.Ended ended when statement.isInside(ended.values()) ->
            states.add(ended.values());
        case Integration.Result.Ended outside -> {
          return Optional.empty();
        }
        case Integration.Result.Failed failed -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(states);
  }

  private static double time(int k, double end) {
    return end * k / STEPS;
  }
}
