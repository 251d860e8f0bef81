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
import java.util.function.IntToDoubleFunction;
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

  /** A difference of the integrators that could be seen, absolutely or beside the values. */
  private static final double VISIBLE = 1e-6;

  /** Beside what moves most, a movement that is well seen. */
  private static final double SEEN = 0.1;

  /** A condition must hold by so much. */
  private static final double CLEAR = 1e-6;

  private static final Double LOST = Double.NaN;

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

  private Optional<Recorded> from(Point point, BitSet speaks) {
    return ENDS.stream()
        .filter(this::isAllowed)
        .flatMap(end -> recorded(point, speaks, end.toDouble()).stream())
        .findFirst();
  }

  private boolean isAllowed(Rational end) {
    return !(statement.ends() instanceof Domain.Interval i) || i.contains(end);
  }

  private Optional<Recorded> recorded(Point point, BitSet speaks, double end) {
    double[] start = equations.begin(point, end);
    Optional<List<double[]>> tight = followed(Integration.TIGHT, start, end);
    Optional<List<double[]>> other =
        tight.flatMap(states -> followed(Integration.OTHER, start, end));
    return other
        .map(states -> new Recorded(point, speaks, end, tight.get(), states))
        .filter(Recorded::isSharp);
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

  /** One trajectory. */
  private final class Recorded {
    private final Point point;
    private final BitSet speaks;
    private final double end;
    private final List<double[]> values;
    private final List<double[]> others;

    Recorded(Point point, BitSet speaks, double end, List<double[]> states, List<double[]> others) {
      this.point = point;
      this.speaks = speaks;
      this.end = end;
      values = read(states);
      this.others = read(others);
    }

    private List<double[]> read(List<double[]> states) {
      return IntStream.range(0, states.size())
          .mapToObj(k -> read(states.get(k), time(k, end)))
          .toList();
    }

    private double[] read(double[] state, double time) {
      double[] read = new double[statement.program().sides().outputs()];
      sides.run(equations.ended(state, time), read);
      return read;
    }

    /** Whether no difference between the integrators could be seen. */
    boolean isSharp() {
      return IntStream.range(0, statement.components())
          .allMatch(c -> error(c) <= VISIBLE * Math.max(1, largest(c)));
    }

    /** The component whose left side moves most, the first of several. */
    int liveliest() {
      return IntStream.range(0, statement.components())
          .boxed()
          .max(
              (a, b) -> {
                int compared = Double.compare(movement(a), movement(b));
                return compared == 0 ? Integer.compare(b, a) : compared;
              })
          .orElseThrow();
    }

    private double movement(int component) {
      return Course.movement(curve(values, component, component));
    }

    Course course(int component) {
      return new Course(
          point,
          component,
          IntStream.range(0, values.size()).mapToObj(k -> time(k, end)).toList(),
          curve(values, component, component),
          curve(values, component, statement.components() + component),
          IntStream.range(0, parts)
              .mapToObj(k -> curve(values, component, part(k, component)))
              .toList(),
          error(component));
    }

    private int part(int k, int component) {
      return statement.beyond() + k * statement.components() + component;
    }

    private List<Double> curve(List<double[]> read, int component, int place) {
      return IntStream.range(0, read.size())
          .mapToObj(k -> isEnd(k) && speaks(read.get(k), component) ? read.get(k)[place] : LOST)
          .map(value -> Double.isFinite(value) ? value : LOST)
          .toList();
    }

    /** Whether a trajectory may end then, or as early as one likes. */
    private boolean isEnd(int k) {
      return !(statement.ends() instanceof Domain.Interval i)
          || i.lower().filter(least -> time(k, end) < least.toDouble()).isEmpty();
    }

    /** Whether the statement is said of a component, at the time at which the values were read. */
    private boolean speaks(double[] read, int component) {
      BitSet within = (BitSet) speaks.clone();
      statement
          .timed()
          .forEach(t -> t.restricting().restrict(within, entry -> holds(t, entry, k -> read[k])));
      return within.get(component / statement.width());
    }

    private static boolean holds(
        TrajectoryStatement.Timed timed, int entry, IntToDoubleFunction read) {
      double difference =
          read.applyAsDouble(timed.left(entry)) - read.applyAsDouble(timed.right(entry));
      return Fit.clearly(timed.restricting().relation(), difference, CLEAR);
    }

    private double error(int component) {
      return Math.max(
          error(component, component), error(component, statement.components() + component));
    }

    private double error(int component, int place) {
      List<Double> first = curve(values, component, place);
      List<Double> second = curve(others, component, place);
      return IntStream.range(0, first.size())
          .mapToDouble(k -> Math.abs(first.get(k) - second.get(k)))
          .filter(Double::isFinite)
          .max()
          .orElse(0);
    }

    private double largest(int component) {
      return curve(values, component, component).stream()
          .mapToDouble(Math::abs)
          .filter(Double::isFinite)
          .max()
          .orElse(0);
    }
  }
}
