package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A straight-line scalar program: what a {@link Tape} recorded, ready to run.
 *
 * <p>A value has a slot: the inputs first, then the constants, then one slot for each instruction.
 * Immutable; its runners belong to one thread each.
 */
public final class Program {
  final int inputs;
  final List<Rational> constants;
  final Operation[] operations;
  final int[] a;
  final int[] b;
  final int[] c;
  final List<Matrix> matrices;
  final List<Integral> integrals;
  final int[] outputs;
  private final BitSet total;
  private final BitSet read;

  /** The slots of a square matrix, row by row. */
  static final class Matrix {
    private final int n;
    private final int[] entries;

    Matrix(int n, int[] entries) {
      this.n = n;
      this.entries = entries;
    }

    int n() {
      return n;
    }

    int[] entries() {
      return entries;
    }
  }

  /** What is integrated, and the slots of what it captures. */
  static final class Integral {
    private final Program integrand;
    private final int[] captured;

    Integral(Program integrand, int[] captured) {
      this.integrand = integrand;
      this.captured = captured;
    }

    /** Has one output; its inputs are the variable, then what is captured. */
    Program integrand() {
      return integrand;
    }

    int[] captured() {
      return captured;
    }
  }

  Program(
      int inputs,
      List<Rational> constants,
      List<Tape.Instruction> instructions,
      List<Matrix> matrices,
      List<Integral> integrals,
      int[] outputs,
      BitSet total) {
    this.inputs = inputs;
    this.constants = List.copyOf(constants);
    this.matrices = List.copyOf(matrices);
    this.integrals = List.copyOf(integrals);
    this.outputs = outputs;
    this.total = total;
    operations = instructions.stream().map(Tape.Instruction::operation).toArray(Operation[]::new);
    a = instructions.stream().mapToInt(Tape.Instruction::a).toArray();
    b = instructions.stream().mapToInt(Tape.Instruction::b).toArray();
    c = instructions.stream().mapToInt(Tape.Instruction::c).toArray();
    read = slotsRead();
  }

  private BitSet slotsRead() {
    BitSet slots = new BitSet();
    Arrays.stream(outputs).forEach(slots::set);
    for (int i = 0; i < operations.length; i++) {
      int[] operands = {a[i], b[i], c[i]};
      Arrays.stream(operands, 0, operations[i].arity()).forEach(slots::set);
    }
    matrices.forEach(matrix -> Arrays.stream(matrix.entries()).forEach(slots::set));
    integrals.forEach(integral -> Arrays.stream(integral.captured()).forEach(slots::set));
    return slots;
  }

  /** The number of inputs. */
  public int inputs() {
    return inputs;
  }

  /** The number of outputs. */
  public int outputs() {
    return outputs.length;
  }

  /** The number of instructions, inputs and constants not counted. */
  public int size() {
    return operations.length;
  }

  /** Whether there may be numbers at whose zeros it changes its ways. */
  public boolean hasLandmarks() {
    return Arrays.stream(operations).anyMatch(Landmarks::isOne);
  }

  /**
   * Whether it may go another way elsewhere, so that what its derivatives are in one place says
   * nothing of another.
   */
  public boolean hasBranches() {
    return Arrays.stream(operations).anyMatch(Landmarks::isBranch);
  }

  /** Whether an integral is integrated on the way. */
  public boolean integratesTwice() {
    return integrals.stream().anyMatch(integral -> integral.integrand().integrates());
  }

  /** Whether anything is integrated on the way. */
  public boolean integrates() {
    return !integrals.isEmpty();
  }

  /** Whether any output depends on an input. */
  public boolean reads(int input) {
    return read.get(input);
  }

  /** The inputs that an output depends on. */
  public BitSet inputsOf(int output) {
    BitSet needed = new BitSet();
    needed.set(outputs[output]);
    int first = slots() - operations.length;
    for (int slot = outputs[output]; slot >= first; slot = needed.previousSetBit(slot - 1)) {
      int i = slot - first;
      int[] operands = {a[i], b[i], c[i]};
      Arrays.stream(operands, 0, operations[i].arity()).forEach(needed::set);
      switch (operations[i]) {
        case MATRIX_EXPONENTIAL -> Arrays.stream(matrices.get(a[i]).entries()).forEach(needed::set);
        case INTEGRAL -> Arrays.stream(integrals.get(c[i]).captured()).forEach(needed::set);
        default -> {}
      }
    }
    needed.clear(inputs, slots());
    return needed;
  }

  /** Whether an output certainly has a value whatever the inputs are. */
  public boolean isTotal(int output) {
    return total.get(output);
  }

  int slots() {
    return inputs + constants.size() + operations.length;
  }

  /** A runner in doubles, for one thread. */
  public Runner runner() {
    return new Runner(this);
  }

  /** A runner in doubles that bounds its rounding errors, for one thread. */
  public ErrorRunner errorRunner() {
    return new ErrorRunner(this);
  }

  /**
   * Runs the program in a field.
   *
   * <p>An instruction that has no value spoils only what depends on it; a {@code SELECT} depends on
   * the branch it takes.
   *
   * @throws EvaluationException if an output has no value
   */
  public <S> List<S> run(Field<S> field, List<S> arguments) {
    List<S> values = new ArrayList<>(outputs.length);
    results(field, arguments).forEach(result -> values.add(result.get()));
    return values;
  }

  /** Runs the program in a field and says of each output what it came to. */
  public <S> List<Result<S>> results(Field<S> field, List<S> arguments) {
    List<Result<S>> values = values(field, arguments);
    List<Result<S>> results = new ArrayList<>(outputs.length);
    for (int output : outputs) {
      results.add(values.get(output));
    }
    return results;
  }

  /** What every slot came to. */
  <S> List<Result<S>> values(Field<S> field, List<S> arguments) {
    if (arguments.size() != inputs) {
      throw new IllegalArgumentException(inputs + " inputs, not " + arguments.size());
    }
    Work.runInField(operations.length);
    List<Result<S>> values = new ArrayList<>(slots());
    arguments.forEach(argument -> values.add(new Result.Value<>(argument)));
    constants.forEach(constant -> values.add(new Result.Value<>(field.of(constant))));
    List<List<S>> exponentials = new ArrayList<>();
    for (int i = 0; i < operations.length; i++) {
      values.add(execute(field, i, values, exponentials));
    }
    return values;
  }

  private <S> Result<S> execute(
      Field<S> field, int i, List<Result<S>> values, List<List<S>> exponentials) {
    try {
      if (operations[i] == Operation.MATRIX_EXPONENTIAL) {
        exponentials.add(List.of());
        exponentials.set(a[i], exponential(field, matrices.get(a[i]), values));
        return new Result.Value<>(field.zero());
      }
      if (operations[i] == Operation.ENTRY) {
        values.get(a[i]).get();
        return new Result.Value<>(exponentials.get(c[i]).get(b[i]));
      }
      if (operations[i] == Operation.INTEGRAL) {
        Integral integral = integrals.get(c[i]);
        List<S> captured = new ArrayList<>();
        for (int slot : integral.captured()) {
          captured.add(values.get(slot).get());
        }
        return new Result.Value<>(
            field.integral(
                values.get(a[i]).get(), values.get(b[i]).get(), integral.integrand(), captured));
      }
      return new Result.Value<>(
          operations[i].apply(field, slot -> values.get(slot).get(), a[i], b[i], c[i]));
    } catch (EvaluationException failure) {
      return new Result.Failure<>(failure);
    }
  }

  private static <S> List<S> exponential(Field<S> field, Matrix matrix, List<Result<S>> values) {
    List<S> entries = new ArrayList<>();
    for (int slot : matrix.entries()) {
      entries.add(values.get(slot).get());
    }
    return field.matrixExponential(matrix.n(), entries);
  }
}
