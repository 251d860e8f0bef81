package dev.hence.eval;

/**
 * Definite integrals in doubles: Gauss and Legendre's rule of ten nodes on parts that are halved
 * until halving changes nothing. An estimate, no bound. Confined to one thread.
 */
final class DoubleQuadrature {
  /** Positive nodes and weights (Abramowitz and Stegun, table 25.4, n = 10). */
  private static final double[] NODES = {
    0.14887433898163122,
    0.4333953941292472,
    0.6794095682990244,
    0.8650633666889845,
    0.9739065285171717
  };

  private static final double[] WEIGHTS = {
    0.29552422471475287,
    0.26926671930999635,
    0.21908636251598204,
    0.1494513491505806,
    0.06667134430868814
  };

  private static final int DEEPEST = 30;

  /** A narrow bend between the nodes of larger parts would be overlooked. */
  private static final int LEAST_DEPTH = 4;

  private static final int MOST_PARTS = 400;
  private static final double SHARP = 4e-16;

  private final Runner integrand;
  private final ErrorRunner bounds;
  private final double[] inputs;
  private final double[] uncertainties;
  private final double[] output = new double[1];
  private final double[] bound = new double[1];
  private double changes;
  private double size;
  private int parts;

  DoubleQuadrature(Program program) {
    integrand = program.runner();
    bounds = program.errorRunner();
    inputs = new double[program.inputs()];
    uncertainties = new double[program.inputs()];
  }

  /** Puts in place the k-th of the values that the integrand captures. */
  void capture(int k, double value) {
    inputs[k + 1] = value;
  }

  void uncertain(int k, double error) {
    uncertainties[k + 1] = error;
  }

  /** The integral; not a number where the integrand is none at some node. */
  double integral(double lower, double upper) {
    changes = 0;
    size = 0;
    parts = 0;
    return lower == upper ? 0 : adaptive(lower, upper, rule(lower, upper), 0);
  }

  private double adaptive(double lower, double upper, double whole, int depth) {
    parts++;
    double middle = lower + (upper - lower) / 2;
    double left = rule(lower, middle);
    double right = rule(middle, upper);
    double change = Math.abs(left + right - whole);
    size = Math.max(size, Math.abs(whole));
    boolean sharp = depth >= LEAST_DEPTH && change <= SHARP * size;
    boolean done = sharp || depth >= DEEPEST || parts > MOST_PARTS;
    if (done || Double.isNaN(change)) {
      changes += change;
      return left + right;
    }
    return adaptive(lower, middle, left, depth + 1) + adaptive(middle, upper, right, depth + 1);
  }

  private double rule(double lower, double upper) {
    double middle = lower + (upper - lower) / 2;
    double half = (upper - lower) / 2;
    double sum = 0;
    for (int k = 0; k < NODES.length; k++) {
      sum += WEIGHTS[k] * (value(middle - half * NODES[k]) + value(middle + half * NODES[k]));
    }
    return half * sum;
  }

  private double value(double x) {
    inputs[0] = x;
    integrand.run(inputs, output);
    return output[0];
  }

  /**
   * An estimate of the error of the last integral, that of its ends and captured values included.
   */
  double error(RoundingError.Approximation lower, RoundingError.Approximation upper) {
    double ends =
        lower.error() * Math.abs(value(lower.value()))
            + upper.error() * Math.abs(value(upper.value()));
    double span = Math.abs(upper.value() - lower.value());
    return RoundingError.known(2 * changes + ends + span * rounding(lower, upper) + size * 0x1p-48);
  }

  /** The greatest rounding error of the integrand at some places. */
  private double rounding(RoundingError.Approximation lower, RoundingError.Approximation upper) {
    double worst = 0;
    for (double node : NODES) {
      for (double at : new double[] {(1 - node) / 2, (1 + node) / 2}) {
        inputs[0] = lower.value() + at * (upper.value() - lower.value());
        uncertainties[0] = Math.abs(inputs[0]) * 0x1p-52;
        bounds.run(inputs, uncertainties, output, bound);
        worst = Math.max(worst, bound[0]);
      }
    }
    return worst;
  }
}
