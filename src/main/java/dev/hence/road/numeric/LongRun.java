package dev.hence.road.numeric;

import dev.hence.eval.Runner;
import dev.hence.eval.TrajectoryProgram;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Extrapolation;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Numbers;
import dev.hence.verdict.Point;
import dev.hence.verdict.Settling;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Follows trajectories for a long time, and looks whether the sides come together: at times each
 * twice the one before. What it refutes is numerical, not certified; what it finds to hold is
 * confirmed at best. An integral over all times must converge by itself.
 */
final class LongRun {
  private static final int DOUBLINGS = 9;
  private static final int LEAST_DOUBLINGS = 4;

  /** So many where the limit is not told closely by then. */
  private static final int MORE_DOUBLINGS = 14;

  /** So many where the state hardly moves by then, or still moves: what is slow costs little. */
  private static final int MOST_DOUBLINGS = 60;

  /** More evaluations than that are not spent on one of these. */
  private static final int CHEAP = 2_000;

  /** A state that moves less, relative to its size, hardly moves. */
  private static final double MOVING = 0.01;

  /** A limit within that is told closely. */
  private static final double NARROW = 1e-4;

  private static final int PATIENCE = 4;
  private static final int FIRST_MODERATE = 8;

  /** So close the sides are at one. */
  private static final double CLOSE = 1e-6;

  /** By how much they must be further apart than the errors of integration. */
  private static final double CLEAR = 1000;

  /** So far they are still apart, relative to their size. */
  private static final double APART = 1e-3;

  /** What the rounding of doubles may leave between sides that are equal. */
  private static final double NOISE = 1e-13;

  /** So many errors of integration as well. */
  private static final int FEW = 100;

  /** Going on to come together, they shrink at least by this factor with every doubling. */
  private static final double SHRINKING = 0.8;

  /** What has grown by so much with each of the last doublings does not come to rest. */
  private static final double GROWING = 1.01;

  /** So many of the last ratios of increments must be alike, up to that, and not more. */
  private static final int RATIOS = 4;

  private static final double ALIKE = 0.02;
  private static final double FASTEST = 1.9;

  private final Instance instance;
  private final Settings settings;
  private final Budget budget;
  private final TrajectoryStatement statement;
  private final LeftOut leftOut = new LeftOut();
  private int good;

  /** Where a trajectory seems to go elsewhere, and others do not tell. */
  private Optional<Evidence.Numeric> doubt = Optional.empty();

  private double worst;
  private double latest;

  LongRun(Instance instance, Settings settings, Budget budget) {
    this.instance = instance;
    this.settings = settings;
    this.budget = budget;
    statement = new TrajectoryStatement(instance, Seeds.of(settings.seed(), instance));
  }

  /** The sides and the integrals at a time, and how far the sides may be off. */
  private record Moment(
      double time,
      List<Double> sides,
      List<Double> errors,
      List<Double> integrals,
      List<Rational> state) {}

  Evidence.Numeric evidence() {
    int wanted = settings.trajectories();
    int seen = 0;
    for (int k = 0; seen < wanted * PATIENCE && k < wanted * PATIENCE * PATIENCE; k++) {
      budget.check();
      Point point = statement.points().point(FIRST_MODERATE + k, Scale.MODERATE);
      Optional<BitSet> speaks = statement.points().speaking(point);
      if (speaks.isPresent() && good < wanted) {
        seen++;
        Optional<Evidence.Numeric> decided = along(point, speaks.get());
        if (decided.isPresent()) {
          return decided.get();
        }
      }
    }
    if (doubt.isPresent()) {
      return doubt.get();
    }
    return good == 0 || 2 * good < seen
        ? new Evidence.NumericOpen(
            instance,
            (good == 0 ? "no trajectory" : "only " + good + " of " + seen + " trajectories")
                + " could be followed for long: "
                + leftOut.remarks())
        : new Evidence.LongRunAgreement(instance, good, latest, worst, leftOut.remarks());
  }

  private Optional<Evidence.Numeric> along(Point point, BitSet speaks) {
    List<Moment> moments = moments(point, List.of(), DOUBLINGS);
    if (moments.size() > DOUBLINGS && isOpen(moments)) {
      moments = moments(point, moments, MORE_DOUBLINGS);
    }
    if (moments.size() > DOUBLINGS && (hardlyMoves(moments) || isOpen(moments))) {
      moments = moments(point, moments, MOST_DOUBLINGS);
    }
    return judged(point, speaks, moments);
  }

  private static boolean hardlyMoves(List<Moment> moments) {
    List<Rational> first = moments.getFirst().state();
    List<Rational> last = moments.getLast().state();
    return IntStream.range(0, first.size())
        .allMatch(
            k -> {
              double before = first.get(k).toDouble();
              return Math.abs(last.get(k).toDouble() - before) <= MOVING * Math.abs(before);
            });
  }

  private boolean isOpen(List<Moment> moments) {
    return IntStream.range(0, statement.components())
        .mapToObj(c -> differences(moments, c))
        .anyMatch(LongRun::isOpenWhereTo);
  }

  /** Whether the sides are still apart, and where they go is not told closely. */
  private static boolean isOpenWhereTo(List<Double> differences) {
    Extrapolation limit = Extrapolation.of(differences);
    boolean doubtful = limit.isApart() && !Extrapolation.staysApart(differences);
    return Math.abs(differences.getLast()) > CLOSE && (limit.bound() > NARROW || doubtful);
  }

  private Optional<Evidence.Numeric> judged(Point point, BitSet speaks, List<Moment> moments) {
    if (moments.size() < LEAST_DOUBLINGS) {
      leftOut.add(new TrajectoryLook.Seen.Unusable("it could not be followed for long"));
      return Optional.empty();
    }
    if (!moments.stream().allMatch(m -> isAllowed(m, speaks))) {
      leftOut.add(new TrajectoryLook.Seen.Unusable("the conditions do not hold all the time"));
      return Optional.empty();
    }
    Optional<Evidence.Numeric> divergence = divergence(point, moments);
    if (divergence.isPresent()) {
      return divergence;
    }
    double distance = 0;
    for (int c = 0; c < statement.components(); c++) {
      if (speaks.get(c / statement.width())) {
        double[] apart = distances(moments, c);
        double last = apart[apart.length - 1];
        Moment latest = moments.getLast();
        if (last >= APART
            && last > CLEAR * latest.errors().get(c)
            && Settling.staysApart(statement.program(), point, latest.state(), c)) {
          return Optional.of(settled(point, c, latest));
        }
        List<Double> differences = differences(moments, c);
        if (last > CLOSE && Extrapolation.staysApart(differences)) {
          return Optional.of(extrapolated(point, c, moments.getLast(), differences));
        }
        if (!comesTogether(apart, latest.errors().get(c))) {
          doubt =
              Optional.of(
                  new Evidence.NumericOpen(
                      instance,
                      "followed to t = "
                          + Numbers.text(Rational.of(latest.time()))
                          + ", the sides neither come together, nor does the field show that they"
                          + " stay apart"));
          return Optional.empty();
        }
        if (last > CLOSE) {
          Extrapolation limit = Extrapolation.of(differences);
          if (!limit.isBounded()) {
            leftOut.add(new TrajectoryLook.Seen.Unusable("its limit cannot be extrapolated"));
            return Optional.empty();
          }
          if (limit.isApart()) {
            doubt = Optional.of(doubtful(limit));
            return Optional.empty();
          }
          last = Math.abs(limit.limit()) + limit.bound();
        }
        distance = Math.max(distance, last);
      }
    }
    good++;
    worst = Math.max(worst, distance);
    latest = Math.max(latest, moments.getLast().time());
    return Optional.empty();
  }

  // Integration

  private List<Moment> moments(Point point, List<Moment> before, int doublings) {
    FlowEquations equations = new FlowEquations(statement.program(), budget);
    Runner sides = statement.program().sides().runner();
    List<Moment> moments = new ArrayList<>(before);
    for (int k = before.size(); k <= doublings; k++) {
      double end = 1L << k;
      double[] start = equations.begin(point, end);
      Integration.Result tight = Integration.TIGHT.run(equations, start, end);
      Integration.Result loose = Integration.LOOSE.run(equations, start, end);
      if (!(tight instanceof Integration.Result.Ended t)
          || !(loose instanceof Integration.Result.Ended l)) {
        break;
      }
      if (k > MORE_DOUBLINGS && t.evaluations() > CHEAP) {
        break;
      }
      moments.add(moment(end, equations, sides, t.values(), l.values()));
    }
    return moments;
  }

  private Moment moment(
      double end, FlowEquations equations, Runner sides, double[] tight, double[] loose) {
    double[] inputs = equations.ended(tight);
    double[] values = new double[statement.program().sides().outputs()];
    double[] others = new double[values.length];
    sides.run(inputs, values);
    sides.run(equations.ended(loose), others);
    List<Double> errors = new ArrayList<>();
    for (int c = 0; c < statement.components(); c++) {
      int other = statement.components() + c;
      errors.add(Math.abs(values[c] - others[c]) + Math.abs(values[other] - others[other]));
    }
    TrajectoryProgram program = statement.program();
    List<Double> integrals = program.integrals().stream().map(place -> inputs[place]).toList();
    return new Moment(
        end,
        DoubleStream.of(values).boxed().toList(),
        errors,
        integrals,
        DoubleStream.of(tight).mapToObj(Rational::of).toList());
  }

  // Judgement

  /** Whether what restricts the states does not clearly fail at a moment. */
  private boolean isAllowed(Moment m, BitSet speaks) {
    BitSet within = (BitSet) speaks.clone();
    for (TrajectoryStatement.Timed timed : statement.timed()) {
      timed
          .restricting()
          .restrict(
              within,
              entry -> {
                double left = m.sides().get(timed.left(entry));
                double right = m.sides().get(timed.right(entry));
                double size = Math.max(1, Math.max(Math.abs(left), Math.abs(right)));
                return Fit.of(timed.restricting().relation(), left - right, CLOSE * size)
                    != Fit.BAD;
              });
    }
    return within.equals(speaks);
  }

  /** How far the sides are apart, relative to their size where that is more than 1. */
  private double[] distances(List<Moment> moments, int component) {
    return differences(moments, component).stream().mapToDouble(Math::abs).toArray();
  }

  /** Left − right, relative to their size where that is more than 1. */
  private List<Double> differences(List<Moment> moments, int component) {
    return moments.stream()
        .map(
            m -> {
              double left = m.sides().get(component);
              double right = m.sides().get(statement.components() + component);
              double size = Math.max(1, Math.min(Math.abs(left), Math.abs(right)));
              return (left - right) / size;
            })
        .toList();
  }

  private Evidence.Numeric extrapolated(
      Point point, int component, Moment last, List<Double> differences) {
    return new Evidence.Counterexample(
        instance,
        point,
        component,
        text(last.sides().get(component)),
        text(last.sides().get(statement.components() + component)),
        new Evidence.Certificate.Extrapolated(last.time(), differences));
  }

  private Evidence.Numeric doubtful(Extrapolation limit) {
    return new Evidence.NumericOpen(
        instance,
        "the sides seem to stay apart by "
            + Numbers.text(Math.abs(limit.limit()))
            + " in the limit, extrapolated within "
            + Numbers.text(limit.bound()));
  }

  /** What is close and goes apart has not come together, be it ever so slow. */
  private static boolean comesTogether(double[] apart, double error) {
    int n = apart.length;
    double last = apart[n - 1];
    if (last <= CLOSE) {
      double largest = DoubleStream.of(apart).max().orElse(0);
      return last <= Math.max(NOISE, FEW * error) || last <= SHRINKING * largest;
    }
    boolean shrinks = true;
    for (int k = n - 3; k < n; k++) {
      shrinks &= apart[k] <= SHRINKING * apart[k - 1] || apart[k] <= CLOSE;
    }
    return shrinks && last <= 0.1;
  }

  private Evidence.Numeric settled(Point point, int component, Moment last) {
    return new Evidence.Counterexample(
        instance,
        point,
        component,
        text(last.sides().get(component)),
        text(last.sides().get(statement.components() + component)),
        new Evidence.Certificate.Settled(last.time(), last.state()));
  }

  private static String text(double value) {
    return Double.isFinite(value) ? Numbers.text(Rational.of(value)) : String.valueOf(value);
  }

  /** An integral over all times that goes on growing. */
  private Optional<Evidence.Numeric> divergence(Point point, List<Moment> moments) {
    if (!instance.interpretation().horizon().equals(Optional.of(Name.FOREVER))) {
      return Optional.empty();
    }
    int n = moments.size();
    for (int i = 0; i < moments.getLast().integrals().size(); i++) {
      boolean grows = true;
      for (int k = n - 2; k < n; k++) {
        double before = increment(moments, k - 1, i);
        grows &= Math.abs(increment(moments, k, i)) >= GROWING * Math.abs(before) && before != 0;
      }
      double last = Math.abs(increment(moments, n - 1, i));
      Moment end = moments.getLast();
      if (grows && Settling.staysApart(statement.program(), point, end.state(), 0)) {
        return Optional.of(settled(point, 0, end));
      }
      if (grows && last > APART && growsAsPower(moments, i)) {
        return Optional.of(
            new Evidence.Counterexample(
                instance,
                point,
                0,
                text(end.sides().get(0)),
                "an integral that grows without bound, " + text(end.integrals().get(i)),
                new Evidence.Certificate.Integrated(end.time(), last, 0)));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the increments grow by the same factor all the time, and slower than the time does:
   * what is integrated is seen to decay, and not fast enough. What does not decay yet may do so
   * later.
   */
  private static boolean growsAsPower(List<Moment> moments, int integral) {
    int n = moments.size();
    double[] ratios =
        IntStream.range(n - RATIOS, n)
            .mapToDouble(k -> increment(moments, k, integral) / increment(moments, k - 1, integral))
            .toArray();
    double least = DoubleStream.of(ratios).min().orElse(0);
    double most = DoubleStream.of(ratios).max().orElse(0);
    return n > RATIOS + 1 && least >= GROWING && most <= FASTEST && most - least <= ALIKE;
  }

  private static double increment(List<Moment> moments, int k, int integral) {
    return moments.get(k).integrals().get(integral) - moments.get(k - 1).integrals().get(integral);
  }
}
