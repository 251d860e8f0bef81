package dev.hence.verdict;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The limit of a sequence that comes nearer by about the same factor each time, by Aitken's process
 * on its last values, and once more on what that gives. Values at doubling times do so where they
 * decay as a power of the time.
 *
 * @param limit extrapolated
 * @param bound how much the last extrapolation differs from the one before, and a part of what the
 *     last pass of the process changed; infinite if there is none
 */
public record Extrapolation(double limit, double bound) {
  /** Nearer by less than that, a sequence has no limit that can be told. */
  private static final double SLOWEST = 0.95;

  /** An extrapolated value that is off by so many bounds is another one. */
  private static final int APART = 10;

  /** So much of what a pass changes may be wrong in what it leaves. */
  private static final double LEFT_BY_A_PASS = 0.1;

  /** So much better one kind of decay must fit than another. */
  private static final double PLAINLY = 1.0 / 3;

  /** So many ratios before the last must fit as well: in passing one of them fits anything. */
  private static final int FITTING = 2;

  /** Fewer steps do not tell kinds of decay apart. */
  private static final int LEAST_STEPS = 6;

  /** Steps below that are errors of integration. */
  private static final double SMALLEST = 1e-9;

  /** The limit of some values, each at twice the time of the one before. */
  public static Extrapolation of(List<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * Whether the limit of some values is not 0, and comes out alike without the last of them. They
   * must come nearer as powers of the time do: what decays as a power of its logarithm comes nearer
   * ever more slowly, and is extrapolated to where it will not stay.
   */
  public static boolean staysApart(List<Double> values) {
    if (values.isEmpty() || !decaysAsPower(values)) {
      return false;
    }
    Extrapolation all = of(values);
    Extrapolation before = of(values.subList(0, values.size() - 1));
    return all.isApart()
        && before.isBounded()
        && Math.abs(all.limit - before.limit) <= all.bound + before.bound
        && Math.abs(before.limit) > before.bound;
  }

  private static boolean decaysAsPower(List<Double> values) {
    int n = values.size() - 1;
    return n >= LEAST_STEPS
        && IntStream.rangeClosed(n - FITTING, n).allMatch(k -> decaysAsPower(values, k));
  }

  /**
   * Whether the ratio of two steps is better told by the ratio before, as for c + T^(-p), than by
   * the one that c + log(T)^(-p) would have then.
   */
  private static boolean decaysAsPower(List<Double> values, int k) {
    double before = ratio(values, k - 1);
    double now = ratio(values, k);
    if (!(before > 0 && now > 0 && now < SLOWEST)) {
      return false;
    }
    double power = Math.log(before) / Math.log((k - 2.0) / (k - 1));
    double slow = Math.pow((k - 1.0) / k, power);
    return Math.abs(now - before) < PLAINLY * Math.abs(now - slow);
  }

  /** The step to a value in proportion to the step before. */
  private static double ratio(List<Double> values, int k) {
    return (values.get(k) - values.get(k - 1)) / (values.get(k - 1) - values.get(k - 2));
  }

  private static Extrapolation of(double[] values) {
    double[] faster = accelerated(values);
    Extrapolation once = last(values, faster);
    Extrapolation twice = last(faster, accelerated(faster));
    return twice.isBounded() && twice.bound < once.bound ? twice : once;
  }

  /** What one pass made of a sequence. */
  private static Extrapolation last(double[] before, double[] after) {
    int n = after.length;
    if (n < 2) {
      return new Extrapolation(0, Double.POSITIVE_INFINITY);
    }
    double now = after[n - 1];
    double change = Math.abs(now - before[before.length - 1]);
    double bound = Math.max(Math.abs(now - after[n - 2]), LEFT_BY_A_PASS * change) + SMALLEST;
    return new Extrapolation(now, Double.isFinite(bound) ? bound : Double.POSITIVE_INFINITY);
  }

  /** Aitken's process: two values fewer. */
  private static double[] accelerated(double[] values) {
    double[] faster = new double[Math.max(0, values.length - 2)];
    for (int k = 0; k < faster.length; k++) {
      faster[k] = limit(values[k], values[k + 1], values[k + 2]);
    }
    return faster;
  }

  private static double limit(double first, double second, double third) {
    double step = third - second;
    double factor = step / (second - first);
    if (Math.abs(step) < SMALLEST) {
      return third;
    }
    return Math.abs(factor) < SLOWEST ? third + step * factor / (1 - factor) : Double.NaN;
  }

  /** Whether there is a bound. */
  public boolean isBounded() {
    return Double.isFinite(bound);
  }

  /** Whether it is surely not 0. */
  public boolean isApart() {
    return isBounded() && Math.abs(limit) > APART * bound;
  }
}
