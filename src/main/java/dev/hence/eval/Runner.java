package dev.hence.eval;

/**
 * Runs a {@link Program} in doubles, without allocating but for integrals. Confined to one thread.
 *
 * <p>Outside the domain of an operation its value is NaN. An overflow is infinite and may vanish in
 * a later reciprocal, as in 1/(1 + e¹⁰⁰⁰); results that are not finite are for the caller to count.
 */
public final class Runner {
  private final Program program;
  private final double[] values;
  private final double[][] operands;
  private final double[][] exponentials;
  private final DoubleMatrixExponential[] engines;
  private final DoubleQuadrature[] quadratures;
  private int kinks;

  Runner(Program program) {
    this.program = program;
    values = new double[program.slots()];
    for (int i = 0; i < program.constants.size(); i++) {
      values[program.inputs + i] = program.constants.get(i).toDouble();
    }
    int count = program.matrices.size();
    operands = new double[count][];
    exponentials = new double[count][];
    engines = new DoubleMatrixExponential[count];
    for (int i = 0; i < count; i++) {
      int n = program.matrices.get(i).n();
      operands[i] = new double[n * n];
      exponentials[i] = new double[n * n];
      engines[i] = new DoubleMatrixExponential(n);
    }
    quadratures =
        program.integrals.stream()
            .map(i -> new DoubleQuadrature(i.integrand()))
            .toArray(DoubleQuadrature[]::new);
  }

  /** How often the last run met a {@code select} whose condition was exactly zero. */
  public int kinks() {
    return kinks;
  }

  /**
   * Computes the outputs. At a kink the branch for positive conditions is taken, and counted.
   *
   * @param inputs at least as many as the program has; the rest is ignored
   * @param outputs receives the results
   */
  public void run(double[] inputs, double[] outputs) {
    Work.run(program.size());
    System.arraycopy(inputs, 0, values, 0, program.inputs);
    kinks = 0;
    execute();
    int[] places = program.outputs;
    for (int i = 0; i < places.length; i++) {
      outputs[i] = values[places[i]];
    }
  }

  /** What the last run computed in a slot. */
  double value(int slot) {
    return values[slot];
  }

  private void execute() {
    double[] v = values;
    Operation[] operations = program.operations;
    int[] a = program.a;
    int[] b = program.b;
    int[] c = program.c;
    int slot = v.length - operations.length;
    for (int i = 0; i < operations.length; i++, slot++) {
      v[slot] =
          switch (operations[i]) {
            case PI -> Math.PI;
            case ADD -> v[a[i]] + v[b[i]];
            case SUBTRACT -> v[a[i]] - v[b[i]];
            case MULTIPLY -> v[a[i]] * v[b[i]];
            case DIVIDE -> DoubleFunctions.divide(v[a[i]], v[b[i]]);
            case NEGATE -> -v[a[i]];
            case INTEGER_POWER -> DoubleFunctions.power(v[a[i]], b[i]);
            case POWER -> DoubleFunctions.power(v[a[i]], v[b[i]]);
            case ROOT -> DoubleFunctions.root(v[a[i]], b[i]);
            case SELECT -> select(v[a[i]], v[b[i]], v[c[i]]);
            case CHOOSE -> v[a[i]] >= 0 ? v[b[i]] : v[a[i]] < 0 ? v[c[i]] : Double.NaN;
            case GIVEN -> Double.isNaN(v[b[i]]) ? Double.NaN : v[a[i]];
            case EXP -> StrictMath.exp(v[a[i]]);
            case LOG -> DoubleFunctions.log(v[a[i]]);
            case SQRT -> Math.sqrt(v[a[i]]);
            case SIN -> StrictMath.sin(v[a[i]]);
            case COS -> StrictMath.cos(v[a[i]]);
            case TAN -> StrictMath.tan(v[a[i]]);
            case ARCSIN -> StrictMath.asin(v[a[i]]);
            case ARCCOS -> StrictMath.acos(v[a[i]]);
            case ARCTAN -> StrictMath.atan(v[a[i]]);
            case SINH -> StrictMath.sinh(v[a[i]]);
            case COSH -> StrictMath.cosh(v[a[i]]);
            case TANH -> StrictMath.tanh(v[a[i]]);
            case ARSINH -> DoubleFunctions.arsinh(v[a[i]]);
            case ARCOSH -> DoubleFunctions.arcosh(v[a[i]]);
            case ARTANH -> DoubleFunctions.artanh(v[a[i]]);
            case ERF -> DoubleFunctions.erf(v[a[i]]);
            case MATRIX_EXPONENTIAL -> exponentiate(a[i]);
            case ENTRY -> exponentials[c[i]][b[i]];
            case INTEGRAL -> integral(c[i], v[a[i]], v[b[i]]);
          };
    }
  }

  private double select(double condition, double ifPositive, double ifNegative) {
    if (condition == 0) {
      kinks++;
    }
    return condition >= 0 ? ifPositive : condition < 0 ? ifNegative : Double.NaN;
  }

  private double integral(int index, double lower, double upper) {
    int[] captured = program.integrals.get(index).captured();
    DoubleQuadrature quadrature = quadratures[index];
    for (int k = 0; k < captured.length; k++) {
      quadrature.capture(k, values[captured[k]]);
    }
    return quadrature.integral(lower, upper);
  }

  private double exponentiate(int index) {
    int[] places = program.matrices.get(index).entries();
    double[] operand = operands[index];
    for (int k = 0; k < places.length; k++) {
      operand[k] = values[places[k]];
    }
    engines[index].compute(operand, exponentials[index]);
    return 0;
  }
}
