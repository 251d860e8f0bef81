package dev.hence.eval;

import java.util.Arrays;

/**
 * Runs a {@link Program} in doubles and bounds, value by value, how far rounding can have moved it:
 * the running error analysis of Wilkinson (Higham, Accuracy and Stability of Numerical Algorithms,
 * §3.3). Confined to one thread.
 *
 * <p>The bounds are upper bounds, inputs taken as exact; an infinite bound says that doubles cannot
 * tell (an overflow, a divisor or a branch condition indistinguishable from zero). Only a matrix
 * exponential and an integral are estimated rather than bounded: n · 2⁻⁴⁶ · e^‖A‖ for its own
 * rounding, and what halving the parts still changed.
 */
public final class ErrorRunner {
  /** The work of a value with its bound, in operations on doubles. */
  private static final int COSTS = 8;

  private final Program program;
  private final double[] values;
  private final double[] errors;
  private final double[][] exponentials;
  private final double[] exponentialErrors;
  private final DoubleQuadrature[] quadratures;
  private int kinks;

  ErrorRunner(Program program) {
    this.program = program;
    values = new double[program.slots()];
    errors = new double[program.slots()];
    for (int i = 0; i < program.constants.size(); i++) {
      var constant = program.constants.get(i);
      double value = constant.toDouble();
      values[program.inputs + i] = value;
      errors[program.inputs + i] = RoundingError.ofConstant(constant, value);
    }
    exponentials = new double[program.matrices.size()][];
    exponentialErrors = new double[program.matrices.size()];
    quadratures =
        program.integrals.stream()
            .map(i -> new DoubleQuadrature(i.integrand()))
            .toArray(DoubleQuadrature[]::new);
  }

  /** How often the last run met a {@code select} whose condition may be zero. */
  public int kinks() {
    return kinks;
  }

  /**
   * Computes the outputs and bounds for their errors.
   *
   * @param inputs at least as many as the program has
   * @param outputs receives the results
   * @param bounds receives, for each output, a bound on its distance from the exact value
   */
  public void run(double[] inputs, double[] outputs, double[] bounds) {
    Arrays.fill(errors, 0, program.inputs, 0);
    compute(inputs, outputs, bounds);
  }

  /**
   * The same for inputs that are themselves off by something.
   *
   * @param inputErrors bounds on the distance of each input from its exact value
   */
  public void run(double[] inputs, double[] inputErrors, double[] outputs, double[] bounds) {
    System.arraycopy(inputErrors, 0, errors, 0, program.inputs);
    compute(inputs, outputs, bounds);
  }

  private void compute(double[] inputs, double[] outputs, double[] bounds) {
    Work.run(COSTS * program.size());
    System.arraycopy(inputs, 0, values, 0, program.inputs);
    kinks = 0;
    int slot = program.slots() - program.size();
    for (int i = 0; i < program.size(); i++, slot++) {
      step(i, slot);
    }
    for (int i = 0; i < program.outputs.length; i++) {
      outputs[i] = values[program.outputs[i]];
      bounds[i] = errors[program.outputs[i]];
    }
  }

  private void step(int i, int slot) {
    int a = program.a[i];
    int b = program.b[i];
    int c = program.c[i];
    switch (program.operations[i]) {
      case PI -> set(slot, Math.PI, 0x1p-52);
      case ADD -> set(slot, values[a] + values[b], errors[a] + errors[b]);
      case SUBTRACT -> set(slot, values[a] - values[b], errors[a] + errors[b]);
      case MULTIPLY -> set(slot, values[a] * values[b], RoundingError.product(at(a), at(b)));
      case DIVIDE -> {
        double quotient = DoubleFunctions.divide(values[a], values[b]);
        set(slot, quotient, RoundingError.quotient(quotient, at(a), at(b)));
      }
      case NEGATE -> {
        values[slot] = -values[a];
        errors[slot] = errors[a];
      }
      case INTEGER_POWER -> {
        double power = DoubleFunctions.power(values[a], b);
        set(slot, power, RoundingError.power(power, at(a), b));
      }
      case POWER -> {
        double power = DoubleFunctions.power(values[a], values[b]);
        set(slot, power, RoundingError.power(power, at(a), at(b)));
      }
      case ROOT -> {
        double root = DoubleFunctions.root(values[a], b);
        set(slot, root, RoundingError.root(root, at(a), b));
      }
      case SELECT -> {
        if (select(slot, a, b, c)) {
          kinks++;
        }
      }
      case CHOOSE -> select(slot, a, b, c);
      case GIVEN -> {
        values[slot] = Double.isNaN(values[b]) ? Double.NaN : values[a];
        errors[slot] = Double.isFinite(errors[b]) ? errors[a] : Double.POSITIVE_INFINITY;
      }
      case EXP,
          LOG,
          SQRT,
          SIN,
          COS,
          TAN,
          ARCSIN,
          ARCCOS,
          ARCTAN,
          SINH,
          COSH,
          TANH,
          ARSINH,
          ARCOSH,
          ARTANH,
          ERF -> {
        double value = DoubleFunctions.apply(program.operations[i].function(), values[a]);
        set(slot, value, RoundingError.of(program.operations[i].function(), value, at(a)));
      }
      case MATRIX_EXPONENTIAL -> exponentiate(a);
      case ENTRY -> {
        values[slot] = exponentials[c][b];
        errors[slot] = exponentialErrors[c];
      }
      case INTEGRAL -> integrate(slot, at(a), at(b), c);
    }
  }

  private void integrate(
      int slot, RoundingError.Approximation lower, RoundingError.Approximation upper, int index) {
    int[] captured = program.integrals.get(index).captured();
    DoubleQuadrature quadrature = quadratures[index];
    for (int k = 0; k < captured.length; k++) {
      quadrature.capture(k, values[captured[k]]);
      quadrature.uncertain(k, errors[captured[k]]);
    }
    values[slot] = quadrature.integral(lower.value(), upper.value());
    errors[slot] = quadrature.error(lower, upper);
  }

  private RoundingError.Approximation at(int slot) {
    return new RoundingError.Approximation(values[slot], errors[slot]);
  }

  /** Stores a value, its error inherited from the operands, and the rounding of the operation. */
  private void set(int slot, double value, double inherited) {
    values[slot] = value;
    errors[slot] = RoundingError.total(value, inherited);
  }

  /** Takes a branch; whether it may be the other one as well, which the bound allows for. */
  private boolean select(int slot, int condition, int ifPositive, int ifNegative) {
    double sign = values[condition];
    int taken = sign >= 0 ? ifPositive : ifNegative;
    values[slot] = Double.isNaN(sign) ? Double.NaN : values[taken];
    errors[slot] = errors[taken];
    boolean open = !(Math.abs(sign) > errors[condition]);
    if (open) {
      double jump = Math.abs(values[ifPositive] - values[ifNegative]);
      errors[slot] =
          RoundingError.total(jump, Math.max(errors[ifPositive], errors[ifNegative]) + jump);
    }
    return open;
  }

  private void exponentiate(int index) {
    Program.Matrix matrix = program.matrices.get(index);
    int n = matrix.n();
    double[] operand = new double[n * n];
    double[] operandErrors = new double[n * n];
    for (int k = 0; k < operand.length; k++) {
      operand[k] = values[matrix.entries()[k]];
      operandErrors[k] = errors[matrix.entries()[k]];
    }
    exponentials[index] = new double[n * n];
    new DoubleMatrixExponential(n).compute(operand, exponentials[index]);
    double norm = DoubleMatrixExponential.norm(operand, n);
    double error = DoubleMatrixExponential.norm(operandErrors, n);
    exponentialErrors[index] =
        RoundingError.known((error + n * (1 + norm) * 0x1p-46) * StrictMath.exp(norm + error));
  }
}
