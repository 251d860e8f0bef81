package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Programs over every operation that is defined for all reals, with values of moderate size. */
final class RandomPrograms {
  static final int INPUTS = 4;

  private final Random random;
  private final Tape tape = new Tape(100_000);
  private final List<Tape.Node> nodes = new ArrayList<>();

  private RandomPrograms(long seed) {
    random = new Random(seed);
    for (int i = 0; i < INPUTS; i++) {
      nodes.add(tape.input(i));
    }
  }

  /** A program of at least so many nodes whose outputs are its last ones. */
  static Program of(long seed, int size, int outputs) {
    RandomPrograms it = new RandomPrograms(seed);
    while (it.tape.size() < size) {
      it.nodes.add(it.next());
    }
    return it.tape.program(INPUTS, it.nodes.subList(it.nodes.size() - outputs, it.nodes.size()));
  }

  /** Inputs that doubles hold exactly. */
  static double[] inputs(long seed) {
    Random random = new Random(seed);
    return random.doubles(INPUTS, -2, 2).map(x -> (float) x).toArray();
  }

  private Tape.Node pick() {
    return nodes.get(Math.max(0, nodes.size() - 1 - random.nextInt(25)));
  }

  private Tape.Node next() {
    Tape.Node a = pick();
    Tape.Node b = pick();
    return switch (random.nextInt(26)) {
      case 0, 1 -> tape.add(a, b);
      case 2, 3 -> tape.subtract(a, b);
      case 4 -> tape.multiply(bounded(a), b);
      case 5 -> tape.divide(a, atLeast1(b));
      case 6 -> tape.negate(a);
      case 7 -> tape.power(bounded(a), 1 + random.nextInt(4));
      case 8 -> tape.power(atLeast1(a), -random.nextInt(4));
      case 9 -> tape.power(atLeast1(a), bounded(b));
      case 10 -> tape.root(a, 3);
      case 11 -> tape.root(atLeast1(a), 2 + random.nextInt(5));
      case 12 -> tape.select(awayFrom0(a), b, tape.multiply(tape.of(Rational.of(1, 3)), b));
      case 13 -> tape.apply(ElementaryFunction.EXP, bounded(a));
      case 14 -> tape.apply(ElementaryFunction.LOG, atLeast1(a));
      case 15 -> tape.apply(ElementaryFunction.SQRT, atLeast1(a));
      case 16 ->
          tape.apply(random.nextBoolean() ? ElementaryFunction.SIN : ElementaryFunction.COS, a);
      case 17 -> tape.apply(ElementaryFunction.ARCTAN, a);
      case 18 ->
          tape.apply(
              random.nextBoolean() ? ElementaryFunction.ARCSIN : ElementaryFunction.ARCCOS,
              bounded(a));
      case 19 ->
          tape.apply(
              random.nextBoolean() ? ElementaryFunction.SINH : ElementaryFunction.COSH, bounded(a));
      case 20 -> tape.apply(ElementaryFunction.TANH, a);
      case 21 ->
          random.nextInt(8) == 0
              ? rotation(bounded(a))
              : tape.apply(ElementaryFunction.TAN, bounded(a));
      case 22 -> tape.apply(ElementaryFunction.ARSINH, a);
      case 23 -> tape.apply(ElementaryFunction.ARCOSH, atLeast1(a));
      case 24 -> tape.apply(ElementaryFunction.ARTANH, bounded(a));
      case 25 -> tape.apply(ElementaryFunction.ERF, a);
      default -> throw new IllegalStateException();
    };
  }

  /** Differences of equal nodes are 0, and 0 has no branch. */
  private Tape.Node awayFrom0(Tape.Node a) {
    return tape.add(a, tape.of(Rational.of(1, 7919)));
  }

  /** a/(1 + a²), between −½ and ½. */
  private Tape.Node bounded(Tape.Node a) {
    return tape.divide(a, atLeast1(a));
  }

  private Tape.Node atLeast1(Tape.Node a) {
    return tape.add(tape.one(), tape.power(a, 2));
  }

  private Tape.Node rotation(Tape.Node a) {
    Tape.Node zero = tape.zero();
    return tape.matrixExponential(2, List.of(zero, tape.negate(a), a, tape.of(Rational.of(1, 7))))
        .get(random.nextInt(4));
  }
}
