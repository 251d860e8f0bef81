package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Doubles;
import dev.hence.eval.Dual;
import dev.hence.eval.DualField;
import dev.hence.eval.EquationSystem;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Moves points to where equations hold, as far as doubles can tell, by Levenberg's and Marquardt's
 * method: some entries move, the others stay. What comes out is rounded to simple numbers where the
 * equations hold there exactly.
 */
final class Projection {
  private static final int STEPS = 80;
  private static final int MOST_ENTRIES = 24;
  private static final int MOST_FAILURES = 60;
  private static final double CLOSE = 1e-13;
  private static final double NEAR = 1e-9;
  private static final double FAR = 1e9;
  private static final double[] ROUNDINGS = {1e-11, 1e-6, 1e-3};
  private static final long LARGEST_DENOMINATOR = 64;
  private static final long GRID = 16;

  private final EquationSystem system;
  private final List<Variable> movable;
  private final Sampler sampler;
  private int equations;
  private int starts;
  private int found;

  Projection(EquationSystem system, List<Variable> movable, Sampler sampler) {
    this.system = system;
    this.movable = List.copyOf(movable);
    this.sampler = sampler;
  }

  /** From how many points it was begun. */
  int starts() {
    return starts;
  }

  /** One entry that may move. */
  private record Entry(Variable variable, int place, int input) {}

  Optional<Point> of(Point start, SplittableRandom random) {
    if (movable.isEmpty() || (found == 0 && starts >= MOST_FAILURES)) {
      return Optional.empty();
    }
    starts++;
    Optional<Point> reached =
        reached(start, entries(random)).or(() -> reached(start, entries(movable, random)));
    found += reached.isPresent() ? 1 : 0;
    return reached;
  }

  private Optional<Point> reached(Point start, List<Entry> entries) {
    return converged(start, entries).map(point -> simple(point, entries)).filter(this::isNear);
  }

  /** The entries of some names. */
  private List<Entry> entries(SplittableRandom random) {
    List<Variable> names = shuffled(movable, random);
    int many = random.nextBoolean() ? 1 : random.nextInt(1, names.size() + 1);
    return entries(names.subList(0, many), random);
  }

  private List<Entry> entries(List<Variable> names, SplittableRandom random) {
    List<Entry> some = shuffled(entries(names), random);
    return some.subList(0, Math.min(MOST_ENTRIES, some.size()));
  }

  private List<Entry> entries(List<Variable> names) {
    List<Entry> entries = new ArrayList<>();
    for (Variable variable : names) {
      for (int k = 0; k < variable.size(); k++) {
        entries.add(new Entry(variable, k, system.place(variable) + k));
      }
    }
    return entries;
  }

  private static <E> List<E> shuffled(List<E> list, SplittableRandom random) {
    List<E> copy = new ArrayList<>(list);
    Collections.shuffle(copy, new java.util.Random(random.nextLong()));
    return copy;
  }

  /** Residuals and slopes at some values. */
  private static final class Linearised {
    private final double[] residuals;
    private final double[][] slopes;

    Linearised(double[] residuals, double[][] slopes) {
      this.residuals = residuals;
      this.slopes = slopes;
    }

    double[] residuals() {
      return residuals;
    }

    double[][] slopes() {
      return slopes;
    }

    double size() {
      double size = 0;
      for (double r : residuals) {
        size = Math.max(size, Math.abs(r));
      }
      return size;
    }
  }

  private Optional<Linearised> at(double[] values, List<Entry> entries) {
    DualField<Double> duals = new DualField<>(new Doubles(), entries.size());
    List<Dual<Double>> inputs = new ArrayList<>();
    for (double value : values) {
      inputs.add(duals.constant(value));
    }
    for (int k = 0; k < entries.size(); k++) {
      int input = entries.get(k).input();
      inputs.set(input, duals.variable(values[input], k));
    }
    try {
      List<Dual<Double>> residuals = system.residuals(duals, inputs);
      equations = residuals.size();
      double[] size = new double[equations];
      double[][] slopes = new double[residuals.size()][entries.size()];
      for (int row = 0; row < size.length; row++) {
        size[row] = residuals.get(row).value();
        for (int k = 0; k < entries.size(); k++) {
          slopes[row][k] = duals.partial(residuals.get(row), k);
        }
      }
      return Optional.of(new Linearised(size, slopes));
    } catch (EvaluationException outside) {
      return Optional.empty();
    }
  }

  private Optional<Point> converged(Point start, List<Entry> entries) {
    double[] values =
        system.inputs(start.values()).stream().mapToDouble(Rational::toDouble).toArray();
    Optional<Linearised> here = at(values, entries);
    double damping = 0;
    for (int step = 0; step < STEPS && here.isPresent() && here.get().size() > 0; step++) {
      Optional<double[]> moved = moved(values, here.get(), entries, damping);
      Optional<Linearised> there = moved.flatMap(m -> at(m, entries));
      if (there.isPresent() && there.get().size() < here.get().size()) {
        values = moved.get();
        here = there;
        damping = damping / 8 < 1e-12 ? 0 : damping / 8;
      } else if (damping > 1e6) {
        break;
      } else {
        damping = Math.max(1e-6, damping * 16);
      }
    }
    double[] end = values;
    return here.filter(h -> h.size() <= CLOSE * scale(end)).map(h -> point(start, end, entries));
  }

  private static double scale(double[] values) {
    double scale = 1;
    for (double value : values) {
      scale = Math.max(scale, Math.abs(value));
    }
    return scale;
  }

  /** A step by −Jᵀ (J Jᵀ + μ I)⁻¹ r, kept inside of the domains. */
  private Optional<double[]> moved(
      double[] values, Linearised here, List<Entry> entries, double damping) {
    RealMatrix slopes = new Array2DRowRealMatrix(here.slopes(), false);
    RealMatrix square = slopes.multiply(slopes.transpose());
    double size = Math.max(square.getNorm(), Double.MIN_NORMAL);
    for (int k = 0; k < square.getRowDimension(); k++) {
      square.addToEntry(k, k, (damping + 1e-15) * size);
    }
    try {
      double[] weights =
          new org.apache.commons.math3.linear.LUDecomposition(square, 0)
              .getSolver()
              .solve(new org.apache.commons.math3.linear.ArrayRealVector(here.residuals(), false))
              .toArray();
      double[] step = slopes.preMultiply(weights);
      double[] moved = values.clone();
      for (int k = 0; k < step.length; k++) {
        Entry entry = entries.get(k);
        double next = moved[entry.input()] - step[k];
        if (!Double.isFinite(next) || Math.abs(next) > FAR) {
          return Optional.empty();
        }
        moved[entry.input()] = inside(entry, moved[entry.input()], next);
      }
      return Optional.of(moved);
    } catch (SingularMatrixException noStep) {
      return Optional.empty();
    }
  }

  /** Half of the way to an end that a step would cross, or the end where it is included. */
  private double inside(Entry entry, double from, double to) {
    Domain.Interval interval = (Domain.Interval) sampler.domain(entry.variable());
    double low = interval.lower().map(Rational::toDouble).orElse(Double.NEGATIVE_INFINITY);
    double high = interval.upper().map(Rational::toDouble).orElse(Double.POSITIVE_INFINITY);
    if (to <= low && !(to == low && interval.lowerIncluded())) {
      return interval.lowerIncluded() ? low : (from + low) / 2;
    }
    if (to >= high && !(to == high && interval.upperIncluded())) {
      return interval.upperIncluded() ? high : (from + high) / 2;
    }
    return to;
  }

  private Point point(Point start, double[] values, List<Entry> entries) {
    Point point = start;
    for (Entry entry : entries) {
      point = with(point, entry, Rational.of(values[entry.input()]));
    }
    return point;
  }

  private static Point with(Point point, Entry entry, Rational value) {
    List<Rational> all = new ArrayList<>(point.of(entry.variable()));
    all.set(entry.place(), value);
    return point.with(entry.variable(), all);
  }

  /**
   * The same with simple numbers, if the equations hold there exactly; else with simple numbers for
   * what need not move.
   */
  private Point simple(Point point, List<Entry> entries) {
    for (double tolerance : ROUNDINGS) {
      Optional<Point> rounded = rounded(point, entries, tolerance);
      if (rounded.isPresent()) {
        return rounded.get();
      }
    }
    Point best = point;
    List<Entry> free = new ArrayList<>(entries);
    for (Entry entry : entries) {
      if (free.size() <= equations) {
        break;
      }
      double value = best.of(entry.variable()).get(entry.place()).toDouble();
      Rational simple = Rational.of(Math.round(Math.min(FAR, value) * GRID), GRID);
      List<Entry> others = free.stream().filter(e -> !e.equals(entry)).toList();
      Optional<Point> moved =
          Math.abs(value) < FAR && isInside(entry, simple) && !others.isEmpty()
              ? converged(with(best, entry, simple), others)
              : Optional.empty();
      if (moved.isPresent()) {
        best = moved.get();
        free.remove(entry);
      }
    }
    return rounded(best, entries, ROUNDINGS[0]).orElse(best);
  }

  private boolean isInside(Entry entry, Rational value) {
    return ((Domain.Interval) sampler.domain(entry.variable())).contains(value);
  }

  private Optional<Point> rounded(Point point, List<Entry> entries, double tolerance) {
    Point rounded = point;
    for (Entry entry : entries) {
      double value = point.of(entry.variable()).get(entry.place()).toDouble();
      Optional<Rational> simple = simplest(value, tolerance).filter(s -> isInside(entry, s));
      rounded = simple.isPresent() ? with(rounded, entry, simple.get()) : rounded;
    }
    return system.holds(rounded.values()) ? Optional.of(rounded) : Optional.empty();
  }

  private static Optional<Rational> simplest(double value, double tolerance) {
    for (long d = 1; d <= LARGEST_DENOMINATOR && Math.abs(value) < FAR; d++) {
      double numerator = Math.rint(value * d);
      if (Math.abs(value - numerator / d) <= tolerance * Math.max(1, Math.abs(value))) {
        return Optional.of(Rational.of((long) numerator, d));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the equations hold near by, as far as doubles can tell: they nearly do, and not for
   * their sides being small.
   */
  boolean isNear(Point point) {
    double[] values =
        system.inputs(point.values()).stream().mapToDouble(Rational::toDouble).toArray();
    Optional<Linearised> here = at(values, List.of());
    if (here.isEmpty() || here.get().size() > NEAR * scale(values)) {
      return false;
    }
    return here.get().size() == 0
        || at(values, entries(movable)).filter(h -> isNear(h, values)).isPresent();
  }

  /**
   * Whether an equation does not change at a point as far as doubles can tell: e⁻⁹⁰⁰⁰ is 0 there.
   */
  boolean isFlat(Point point) {
    double[] values =
        system.inputs(point.values()).stream().mapToDouble(Rational::toDouble).toArray();
    return at(values, entries(movable))
        .filter(h -> Arrays.stream(h.slopes()).anyMatch(Projection::isZero))
        .isPresent();
  }

  private static boolean isZero(double[] slopes) {
    return Arrays.stream(slopes).allMatch(slope -> slope == 0);
  }

  private boolean isNear(Linearised here, double[] values) {
    for (int row = 0; row < here.residuals().length; row++) {
      double steep = 0;
      for (double slope : here.slopes()[row]) {
        steep = Math.max(steep, Math.abs(slope));
      }
      if (Math.abs(here.residuals()[row]) > NEAR * steep * scale(values)) {
        return false;
      }
    }
    return true;
  }
}
