package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays out the nodes that some outputs need: inputs, then constants, then instructions in the order
 * of their recording, in which operands come first.
 */
final class ProgramBuilder {
  private final int inputs;
  private final Tape tape;
  private final List<Tape.Entry> entries;
  private final Map<Integer, Integer> leaves;
  private final int[] slots;
  private final Map<Integer, Integer> matrixIndices = new HashMap<>();
  private final Map<Integer, Integer> integralIndices = new HashMap<>();

  /**
   * @param leaves nodes that are inputs here, with their places: for the body of an integral its
   *     variable and what it captures
   */
  ProgramBuilder(int inputs, Tape tape, Map<Integer, Integer> leaves) {
    this.inputs = inputs;
    this.tape = tape;
    this.leaves = leaves;
    entries = tape.recorded();
    slots = new int[entries.size()];
  }

  Program build(List<Tape.Node> outputs) {
    BitSet needed = reachable(outputs);
    leaves.forEach(
        (id, place) -> {
          slots[id] = place;
          needed.clear(id);
        });
    List<Rational> constants = new ArrayList<>();
    List<Tape.Instruction> instructions = new ArrayList<>();
    needed.stream()
        .forEach(
            id -> {
              switch (entries.get(id)) {
                case Tape.Input input -> slots[id] = input.index();
                case Tape.Bound free -> throw new IllegalStateException("outside of its integral");
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
    List<Program.Matrix> matrices = usedMatrices(instructions);
    List<Program.Integral> integrals = usedIntegrals(instructions);
    return new Program(
        inputs,
        constants,
        instructions.stream().map(this::relocate).toList(),
        matrices,
        integrals,
        outputs.stream().mapToInt(output -> slots[output.id()]).toArray(),
        total(outputs));
  }

  private BitSet total(List<Tape.Node> outputs) {
    BitSet total = new BitSet();
    for (int k = 0; k < outputs.size(); k++) {
      total.set(k, tape.isTotal(outputs.get(k)));
    }
    return total;
  }

  /** The nodes that some nodes are computed from, these included; leaves lead no further. */
  BitSet reachable(List<Tape.Node> outputs) {
    BitSet needed = new BitSet(entries.size());
    outputs.forEach(output -> needed.set(output.id()));
    for (int id = needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
      if (!leaves.containsKey(id)) {
        tape.operands(id).forEach(needed::set);
      }
    }
    return needed;
  }

  private List<Program.Matrix> usedMatrices(List<Tape.Instruction> instructions) {
    List<Program.Matrix> used = new ArrayList<>();
    for (Tape.Instruction instruction : instructions) {
      if (instruction.operation() == Operation.MATRIX_EXPONENTIAL) {
        matrixIndices.put(instruction.a(), used.size());
        Tape.Matrix matrix = tape.matrix(instruction.a());
        int[] places = matrix.entries().stream().mapToInt(id -> slots[id]).toArray();
        used.add(new Program.Matrix(matrix.n(), places));
      }
    }
    return used;
  }

  private List<Program.Integral> usedIntegrals(List<Tape.Instruction> instructions) {
    List<Program.Integral> used = new ArrayList<>();
    for (Tape.Instruction instruction : instructions) {
      boolean integral = instruction.operation() == Operation.INTEGRAL;
      if (integral && integralIndices.putIfAbsent(instruction.c(), used.size()) == null) {
        used.add(integral(tape.integrand(instruction.c())));
      }
    }
    return used;
  }

  /** Inside an integral its variable is the first input, and what it captures the others. */
  private Program.Integral integral(Tape.Integrand integrand) {
    List<Integer> captured = tape.captured(integrand);
    Map<Integer, Integer> inside = new HashMap<>();
    int variable = entries.indexOf(new Tape.Bound(integrand.depth()));
    inside.put(variable, 0);
    captured.forEach(id -> inside.put(id, inside.size()));
    Program body =
        new ProgramBuilder(1 + captured.size(), tape, inside)
            .build(List.of(new Tape.Node(integrand.node())));
    return new Program.Integral(body, captured.stream().mapToInt(id -> slots[id]).toArray());
  }

  private Tape.Instruction relocate(Tape.Instruction it) {
    Operation operation = it.operation();
    if (operation == Operation.MATRIX_EXPONENTIAL) {
      return new Tape.Instruction(operation, matrixIndices.get(it.a()), 0, 0);
    }
    if (operation == Operation.ENTRY) {
      return new Tape.Instruction(operation, slots[it.a()], it.b(), matrixIndices.get(it.c()));
    }
    if (operation == Operation.INTEGRAL) {
      return new Tape.Instruction(
          operation, slots[it.a()], slots[it.b()], integralIndices.get(it.c()));
    }
    int arity = operation.arity();
    return new Tape.Instruction(
        operation,
        arity > 0 ? slots[it.a()] : it.a(),
        arity > 1 ? slots[it.b()] : it.b(),
        arity > 2 ? slots[it.c()] : it.c());
  }
}
