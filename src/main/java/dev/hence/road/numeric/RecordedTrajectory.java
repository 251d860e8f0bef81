package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.verdict.Point;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a statement reads along one trajectory, as each of two integrators has it: for each end all
 * entries of the sides, of the restrictions and of the parts.
 *
 * @param speaks the assignments for which the statement speaks from the start
 */
record RecordedTrajectory(
    TrajectoryStatement statement,
    int parts,
    Point point,
    BitSet speaks,
    List<Double> ends,
    List<double[]> values,
    List<double[]> others) {
  /** A difference of the integrators that could be seen, absolutely or beside the values. */
  private static final double VISIBLE = 1e-6;

  /** A condition must hold by so much. */
  private static final double CLEAR = 1e-6;

  private static final Double LOST = Double.NaN;

  RecordedTrajectory {
    speaks = (BitSet) speaks.clone();
    ends = List.copyOf(ends);
    values = List.copyOf(values);
    others = List.copyOf(others);
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
        ends,
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
        || i.lower().filter(least -> ends.get(k) < least.toDouble()).isEmpty();
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
