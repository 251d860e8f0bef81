package dev.hence.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The choices of a program and which of their outcomes a point takes. The k-th choice has the
 * outcomes 2k, its condition is positive, and 2k + 1, it is negative. An outcome is taken only
 * where an output depends on the choice. Confined to one thread.
 */
public final class Branches {
  private final Program program;
  private final Runner runner;
  private final int first;
  private final int[] choices;
  private final double[] outputs;
  private final List<Optional<BitSet>> paths;

  public Branches(Program program) {
    this.program = program;
    runner = program.runner();
    first = program.slots() - program.operations.length;
    choices =
        IntStream.range(0, program.operations.length)
            .filter(i -> program.operations[i].isChoice())
            .toArray();
    outputs = new double[program.outputs.length];
    paths = new ArrayList<>();
  }

  /** How many outcomes there are. */
  public int outcomes() {
    return 2 * choices.length;
  }

  /** The slot of the condition of a choice. */
  int condition(int outcome) {
    return program.a[choices[outcome / 2]];
  }

  /** The slot that a choice gives, and the slot that it takes with an outcome. */
  int[] given(int outcome) {
    int choice = choices[outcome / 2];
    return new int[] {first + choice, outcome % 2 == 0 ? program.b[choice] : program.c[choice]};
  }

  /**
   * The outcomes that some point may take.
   *
   * @param possible whether outcomes, the last of which depends on the others, may be taken
   *     together
   */
  public BitSet reachable(Predicate<BitSet> possible) {
    BitSet reachable = new BitSet();
    List<Optional<BitSet>> known =
        new ArrayList<>(Collections.nCopies(program.slots(), Optional.empty()));
    Arrays.stream(program.outputs).forEach(slot -> known.set(slot, Optional.of(new BitSet())));
    for (int slot = program.slots() - 1; slot >= first; slot--) {
      BitSet path = known.get(slot).orElse(null);
      if (path != null) {
        int i = slot - first;
        operands(i).forEach(operand -> meet(known, operand, path));
        if (program.operations[i].isChoice()) {
          int outcome = 2 * Arrays.binarySearch(choices, i);
          follow(known, path, outcome, program.b[i], possible, reachable);
          follow(known, path, outcome + 1, program.c[i], possible, reachable);
        }
      }
    }
    paths.clear();
    for (int choice : choices) {
      paths.add(known.get(first + choice));
    }
    return reachable;
  }

  private static void follow(
      List<Optional<BitSet>> known,
      BitSet path,
      int outcome,
      int slot,
      Predicate<BitSet> possible,
      BitSet reachable) {
    BitSet longer = (BitSet) path.clone();
    longer.set(outcome);
    if (!path.get(outcome ^ 1) && possible.test(longer)) {
      reachable.set(outcome);
      meet(known, slot, longer);
    }
  }

  /** What holds on all ways to a slot. */
  private static void meet(List<Optional<BitSet>> known, int slot, BitSet path) {
    BitSet both = (BitSet) path.clone();
    known.get(slot).ifPresent(both::and);
    known.set(slot, Optional.of(both));
  }

  /** What an instruction reads whatever is chosen. */
  private IntStream operands(int i) {
    Operation operation = program.operations[i];
    if (operation == Operation.MATRIX_EXPONENTIAL) {
      return Arrays.stream(program.matrices.get(program.a[i]).entries());
    }
    if (operation == Operation.INTEGRAL) {
      int[] ends = {program.a[i], program.b[i]};
      int[] captured = program.integrals.get(program.c[i]).captured();
      return IntStream.concat(Arrays.stream(ends), Arrays.stream(captured));
    }
    int[] all = {program.a[i], program.b[i], program.c[i]};
    return Arrays.stream(all, 0, operation.isChoice() ? 1 : operation.arity());
  }

  /** The outcomes taken at a point. */
  public BitSet taken(double[] inputs) {
    runner.run(inputs, outputs);
    BitSet taken = new BitSet();
    BitSet needed = new BitSet();
    Arrays.stream(program.outputs).forEach(needed::set);
    for (int slot = needed.length() - 1; slot >= first; slot = needed.previousSetBit(slot - 1)) {
      int i = slot - first;
      operands(i).forEach(needed::set);
      if (program.operations[i].isChoice()) {
        double condition = runner.value(program.a[i]);
        int outcome = 2 * Arrays.binarySearch(choices, i);
        if (condition > 0) {
          taken.set(outcome);
        } else if (condition < 0) {
          taken.set(outcome + 1);
        }
        needed.set(condition >= 0 ? program.b[i] : program.c[i]);
      }
    }
    return taken;
  }

  /** All that holds where some outcomes are taken together: the conditions on the way to them. */
  public BitSet path(BitSet outcomes) {
    BitSet path = (BitSet) outcomes.clone();
    outcomes.stream().forEach(o -> paths.get(o / 2).ifPresent(path::or));
    return path;
  }

  /**
   * How far a point is from meeting conditions, between −1 and 1: positive where it meets them all.
   */
  public double margin(BitSet outcomes, double[] inputs) {
    runner.run(inputs, outputs);
    return outcomes.stream().mapToDouble(this::margin).min().orElse(-1);
  }

  /** The conditions of outcomes at a point, positive where the outcome is taken. */
  public double[] conditions(BitSet outcomes, double[] inputs) {
    runner.run(inputs, outputs);
    return outcomes.stream().mapToDouble(this::value).toArray();
  }

  private double value(int outcome) {
    return runner.value(condition(outcome)) * (outcome % 2 == 0 ? 1 : -1);
  }

  private double margin(int outcome) {
    double value = value(outcome);
    double share = Double.isInfinite(value) ? Math.signum(value) : value / (1 + Math.abs(value));
    return Double.isNaN(share) ? -1 : share;
  }
}
