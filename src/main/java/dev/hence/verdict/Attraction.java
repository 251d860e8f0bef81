package dev.hence.verdict;

import dev.hence.eval.DoubleMatrices;
import dev.hence.eval.Doubles;
import dev.hence.eval.Dual;
import dev.hence.eval.DualField;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A zero of a field that attracts all states around it. With P from the equation of Lyapunov at the
 * zero, −(JᵀP + PJ) is positive definite for every Jacobian J in a box: then (z − z*)ᵀP(z − z*)
 * decreases along all trajectories in the box, and they end at the only zero in it.
 */
final class Attraction {
  private static final int DIGITS = 30;
  private static final int NEWTON_STEPS = 30;

  /** A state further away from the zero than that, relative to its size, is not taken to it. */
  private static final double NEAR = 0.1;

  /** A system of more numbers takes too long. */
  private static final int LARGEST = 8;

  /** How closely doubles tell the zero, relative to its size. */
  private static final double CLOSE = 1e-10;

  /** How far an integral may be off by its integration. */
  private static final double INTEGRATED = 1e-6;

  private final Motion motion;
  private final double[] state;
  private final double[] integrals;
  private final Enclosures field = new Enclosures(DIGITS);

  Attraction(Motion motion, List<Rational> end) {
    this.motion = motion;
    double[] all = end.stream().mapToDouble(Rational::toDouble).toArray();
    state = Arrays.copyOf(all, motion.size());
    integrals = Arrays.copyOfRange(all, motion.size(), all.length);
  }

  /** Whether the state ends at a zero at which an entry of left − right is not 0. */
  boolean staysApart(int component) {
    return state.length > 0
        && state.length <= LARGEST
        && zero().filter(zero -> staysApart(zero, component)).isPresent();
  }

  private boolean staysApart(double[] zero, int component) {
    return Basin.of(jacobian(zero), distances(zero))
        .filter(basin -> attracts(basin, zero) && differs(basin, zero, component))
        .isPresent();
  }

  private boolean differs(Basin basin, double[] zero, int component) {
    List<Enclosure> there = box(zero, size(zero) * CLOSE);
    List<Enclosure> rates = motion.rates(field, there);
    if (rates.stream().anyMatch(Enclosure::excludesZero)) {
      return motion.isDriven(field, there, rates, component);
    }
    if (!isStill(zero)) {
      return false;
    }
    List<Enclosure> sums = new ArrayList<>();
    double left = basin.time() * basin.radius();
    for (int k = 0; k < integrals.length; k++) {
      double off = steepest(zero, basin.radius(), k) * left;
      sums.add(around(integrals[k], off + INTEGRATED * Math.max(1, Math.abs(integrals[k]))));
    }
    return motion.difference(field, there, sums, component).excludesZero();
  }

  /**
   * Whether the integrals stay as they are at the zero. A rate that is merely small would make them
   * grow without end.
   */
  private boolean isStill(double[] zero) {
    List<Enclosure> at = box(zero, 0);
    return integrals.length == 0
        || (motion.velocity(field, at).stream().allMatch(Enclosure::isExactZero)
            && motion.rates(field, at).stream().allMatch(Enclosure::isExactZero));
  }

  /** A zero of the field near the state, by Newton's method in doubles. */
  private Optional<double[]> zero() {
    double[] at = state.clone();
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double[] velocity =
          motion.velocity(new Doubles(), boxed(at)).stream().mapToDouble(v -> v).toArray();
      Optional<double[]> change =
          DoubleMatrices.inverse(jacobian(at)).map(i -> DoubleMatrices.times(i, velocity));
      if (change.isEmpty()) {
        return Optional.empty();
      }
      for (int k = 0; k < at.length; k++) {
        at[k] -= change.get()[k];
      }
      if (largest(change.get()) <= CLOSE / 10 * size(at)) {
        double[] zero = Arrays.stream(at).map(x -> rounded(x, size(at))).toArray();
        return largest(distances(zero)) <= NEAR * size(zero) ? Optional.of(zero) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The whole number that is as good as the same: at such a zero a rate may be 0 exactly. */
  private static double rounded(double value, double size) {
    double whole = Math.rint(value);
    return Math.abs(value - whole) <= CLOSE / 10 * size ? whole : value;
  }

  private double[][] jacobian(double[] at) {
    int n = at.length;
    DualField<Double> duals = new DualField<>(new Doubles(), n);
    List<Dual<Double>> velocity = motion.velocity(duals, variables(duals, boxed(at)));
    double[][] slopes = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        slopes[i][j] = duals.partial(velocity.get(i), j);
      }
    }
    return slopes;
  }

  /** Whether the basin is one, by enclosures of the Jacobian all over it and of the field. */
  private boolean attracts(Basin basin, double[] zero) {
    int n = zero.length;
    DualField<Enclosure> duals = new DualField<>(field, n);
    List<Dual<Enclosure>> velocity =
        motion.velocity(duals, variables(duals, box(zero, basin.radius() + size(zero) * CLOSE)));
    Enclosure[][] slopes = new Enclosure[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        slopes[i][j] = duals.partial(velocity.get(i), j);
      }
    }
    return basin.holds(field, slopes) && basin.holdsZero(speed(zero), size(zero) * CLOSE);
  }

  /** The velocity that is left at what is taken for a zero, at most. */
  private double speed(double[] zero) {
    return motion.velocity(field, box(zero, 0)).stream()
        .mapToDouble(Attraction::magnitude)
        .max()
        .orElse(0);
  }

  /** How fast what is integrated changes around the zero, at most, in all directions together. */
  private double steepest(double[] zero, double radius, int integral) {
    int n = zero.length;
    DualField<Enclosure> duals = new DualField<>(field, n);
    Dual<Enclosure> rate = motion.rates(duals, variables(duals, box(zero, radius))).get(integral);
    double sum = 0;
    for (int k = 0; k < n; k++) {
      Enclosure slope = duals.partial(rate, k);
      sum += magnitude(slope);
    }
    return sum;
  }

  private static <S> List<Dual<S>> variables(DualField<S> duals, List<S> at) {
    return IntStream.range(0, at.size()).mapToObj(k -> duals.variable(at.get(k), k)).toList();
  }

  private List<Enclosure> box(double[] middle, double radius) {
    return Arrays.stream(middle).mapToObj(m -> around(m, radius)).toList();
  }

  private Enclosure around(double middle, double radius) {
    Rational m = Rational.of(middle);
    Rational r = Rational.of(radius);
    return field.between(m.minus(r), m.plus(r));
  }

  private double[] distances(double[] zero) {
    return IntStream.range(0, zero.length).mapToDouble(k -> state[k] - zero[k]).toArray();
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double magnitude(Enclosure a) {
    return Math.max(Math.abs(a.lower().toDouble()), Math.abs(a.upper().toDouble()));
  }

  private static double size(double[] values) {
    return Math.max(1, largest(values));
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
