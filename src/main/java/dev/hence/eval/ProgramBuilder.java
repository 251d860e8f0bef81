package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Lays out the nodes that some outputs need: inputs, then constants, then instructions in the order
 * of their recording, in which operands come first.
 */
final class ProgramBuilder {
  private final int inputs;
  private final List<Tape.Entry> entries;
  private final List<Tape.Matrix> matrices;
  private final int[] slots;
  private final int[] matrixIndices;

  ProgramBuilder(int inputs, List<Tape.Entry> entries, List<Tape.Matrix> matrices) {
    this.inputs = inputs;
    this.entries = entries;
    this.matrices = matrices;
    slots = new int[entries.size()];
    matrixIndices = new int[matrices.size()];
  }

  Program build(List<Tape.Node> outputs) {
    BitSet needed = reachable(entries, matrices, outputs);
    List<Rational> constants = new ArrayList<>();
    List<Tape.Instruction> instructions = new ArrayList<>();
    needed.stream()
        .forEach(
            id -> {
              switch (entries.get(id)) {
                case Tape.Input input -> slots[id] = input.index();
                case Tape.Constant constant -> {
                  slots[id] = inputs + constants.size();
                  constants.add(constant.value());
                }
                case Tape.Instruction instruction -> instructions.add(instruction);
              }
            });
    int next = inputs + constants.size();
    for (int id = needed.nextSetBit(0); id >= 0; id = needed.nextSetBit(id + 1)) {
      if (entries.get(id) instanceof Tape.Instruction) {
        slots[id] = next++;
      }
    }
    List<Program.Matrix> used = usedMatrices(instructions);
    return new Program(
        inputs,
        constants,
        instructions.stream().map(this::relocate).toList(),
        used,
        outputs.stream().mapToInt(output -> slots[output.id()]).toArray());
  }

  /** The nodes that some nodes are computed from, these included. */
  static BitSet reachable(
      List<Tape.Entry> entries, List<Tape.Matrix> matrices, List<Tape.Node> outputs) {
    BitSet needed = new BitSet(entries.size());
    outputs.forEach(output -> needed.set(output.id()));
    for (int id = needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
      if (entries.get(id) instanceof Tape.Instruction instruction) {
        int arity = instruction.operation().arity();
        int[] operands = {instruction.a(), instruction.b(), instruction.c()};
        Arrays.stream(operands, 0, arity).forEach(needed::set);
        if (instruction.operation() == Operation.MATRIX_EXPONENTIAL) {
          matrices.get(instruction.a()).entries().forEach(needed::set);
        }
      }
    }
    return needed;
  }

  private List<Program.Matrix> usedMatrices(List<Tape.Instruction> instructions) {
    List<Program.Matrix> used = new ArrayList<>();
    for (Tape.Instruction instruction : instructions) {
      if (instruction.operation() == Operation.MATRIX_EXPONENTIAL) {
        matrixIndices[instruction.a()] = used.size();
        Tape.Matrix matrix = matrices.get(instruction.a());
        int[] places = matrix.entries().stream().mapToInt(id -> slots[id]).toArray();
        used.add(new Program.Matrix(matrix.n(), places));
      }
    }
    return used;
  }

  private Tape.Instruction relocate(Tape.Instruction it) {
    Operation operation = it.operation();
    if (operation == Operation.MATRIX_EXPONENTIAL) {
      return new Tape.Instruction(operation, matrixIndices[it.a()], 0, 0);
    }
    if (operation == Operation.ENTRY) {
      return new Tape.Instruction(operation, slots[it.a()], it.b(), matrixIndices[it.c()]);
    }
    int arity = operation.arity();
    return new Tape.Instruction(
        operation,
        arity > 0 ? slots[it.a()] : it.a(),
        arity > 1 ? slots[it.b()] : it.b(),
        arity > 2 ? slots[it.c()] : it.c());
  }
}
