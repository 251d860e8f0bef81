package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Records a computation as a straight-line scalar program instead of carrying it out.
 *
 * <p>Equal instructions are one node (a + b and b + a too), so a subexpression that occurs often is
 * computed once. Operations on constants alone are folded where the result is an exact rational.
 * There is no other algebra: 0 · x stays, because x may have no value. For the same reason nothing
 * is refused while recording; a division by zero shows when the program runs.
 *
 * <p>Not safe for use by several threads; the {@link Program}s made from it are.
 */
public final class Tape implements Field<Tape.Node> {
  /** A recorded value. Nodes of one tape are equal exactly if they stand for one instruction. */
  public record Node(int id) {}

  private static final Rationals EXACT = new Rationals(1024);

  /** How often, for each node allowed, a node may be asked for, most of them old ones. */
  private static final int MOST_ASKED = 20;

  private final int limit;
  private final List<Entry> recorded = new ArrayList<>();
  private final Map<Entry, Node> nodes = new HashMap<>();
  private final List<Matrix> matrices = new ArrayList<>();
  private final Map<Matrix, Integer> matrixIndices = new HashMap<>();
  private final List<Integrand> integrands = new ArrayList<>();
  private final Map<Integrand, Integer> integrandIndices = new HashMap<>();
  private final List<BitSet> bound = new ArrayList<>();
  private final BitSet total = new BitSet();
  private int inputs;
  private int openIntegrals;
  private long asked;

  /** What a node records. */
  sealed interface Entry permits Input, Bound, Constant, Instruction {}

  record Input(int index) implements Entry {}

  /** The variable of an integral: how many integrals are open around its body. */
  record Bound(int depth) implements Entry {}

  record Constant(Rational value) implements Entry {}

  /** The operands are ids of nodes or plain integers, as {@link Operation} says. */
  record Instruction(Operation operation, int a, int b, int c) implements Entry {}

  /** A square matrix of node ids, row by row. */
  record Matrix(int n, List<Integer> entries) {}

  /** What is integrated over the bound variable of a depth. */
  record Integrand(int depth, int node) {}

  /**
   * @param limit the greatest number of nodes
   */
  public Tape(int limit) {
    this.limit = limit;
  }

  /** The number of nodes recorded so far. */
  public int size() {
    return recorded.size();
  }

  /** The i-th input, counted from 0. */
  public Node input(int i) {
    inputs = Math.max(inputs, i + 1);
    return record(new Input(i));
  }

  /** The constant that a node is, if it is one. */
  public Optional<Rational> constant(Node node) {
    return recorded.get(node.id()) instanceof Constant constant
        ? Optional.of(constant.value())
        : Optional.empty();
  }

  Entry entry(Node node) {
    return recorded.get(node.id());
  }

  /** Whether a node certainly has a value whatever the inputs are. */
  boolean isTotal(Node node) {
    return total.get(node.id());
  }

  /** Whether a node changes with the variable of the integral of a depth. */
  boolean isBoundAt(Node node, int depth) {
    return bound.get(node.id()).get(depth);
  }

  /** Whether it changes linearly with that variable. */
  boolean isLine(Node node, int depth) {
    return line(node, depth).filter(l -> !isZero(l.slope())).isPresent();
  }

  /** The inputs that a node reads. */
  BitSet inputs(Node node) {
    BitSet read = new BitSet();
    new ProgramBuilder(inputs, this, Map.of())
        .reachable(List.of(node)).stream()
            .forEach(
                id -> {
                  if (recorded.get(id) instanceof Input input) {
                    read.set(input.index());
                  }
                });
    return read;
  }

  /** The program that computes these nodes from the inputs asked for so far. */
  public Program program(List<Node> outputs) {
    return program(inputs, outputs);
  }

  /**
   * The program that computes these nodes.
   *
   * @param inputs the number of inputs, used or not
   */
  public Program program(int inputs, List<Node> outputs) {
    if (inputs < this.inputs) {
      throw new IllegalArgumentException("needs " + this.inputs + " inputs, not " + inputs);
    }
    return new ProgramBuilder(inputs, this, Map.of()).build(outputs);
  }

  List<Entry> recorded() {
    return recorded;
  }

  Matrix matrix(int index) {
    return matrices.get(index);
  }

  Integrand integrand(int index) {
    return integrands.get(index);
  }

  /** Whether a node changes with the variable of an integral that is open around it. */
  boolean isBound(Node node) {
    return !bound.get(node.id()).isEmpty();
  }

  /**
   * The largest parts of an integrand that do not change with its variable, constants apart,
   * ascending.
   */
  List<Integer> captured(Integrand integrand) {
    BitSet inside = new BitSet();
    BitSet captured = new BitSet();
    inside.set(integrand.node());
    for (int id = integrand.node(); id >= 0; id = inside.previousSetBit(id - 1)) {
      if (!bound.get(id).get(integrand.depth())) {
        if (!(recorded.get(id) instanceof Constant)) {
          captured.set(id);
        }
      } else {
        operands(id).forEach(inside::set);
      }
    }
    return captured.stream().boxed().toList();
  }

  /** The nodes that a node is computed from. */
  IntStream operands(int id) {
    if (!(recorded.get(id) instanceof Instruction i)) {
      return IntStream.empty();
    }
    return switch (i.operation()) {
      case MATRIX_EXPONENTIAL -> matrices.get(i.a()).entries().stream().mapToInt(e -> e);
      case INTEGRAL ->
          IntStream.concat(
              IntStream.of(i.a(), i.b()),
              captured(integrands.get(i.c())).stream().mapToInt(e -> e));
      default -> IntStream.of(i.a(), i.b(), i.c()).limit(i.operation().arity());
    };
  }

  @Override
  public Node of(Rational value) {
    return record(new Constant(value));
  }

  @Override
  public Node pi() {
    return record(new Instruction(Operation.PI, 0, 0, 0));
  }

  @Override
  public boolean isZero(Node a) {
    return recorded.get(a.id()) instanceof Constant constant && constant.value().signum() == 0;
  }

  @Override
  public Node add(Node a, Node b) {
    return commutative(Operation.ADD, a, b);
  }

  @Override
  public Node subtract(Node a, Node b) {
    return binary(Operation.SUBTRACT, a, b);
  }

  @Override
  public Node multiply(Node a, Node b) {
    return commutative(Operation.MULTIPLY, a, b);
  }

  @Override
  public Node negate(Node a) {
    return unary(Operation.NEGATE, a, 0);
  }

  @Override
  public Node divide(Node a, Node b) {
    return binary(Operation.DIVIDE, a, b);
  }

  @Override
  public Node power(Node base, int exponent) {
    return unary(Operation.INTEGER_POWER, base, exponent);
  }

  @Override
  public Node power(Node base, Node exponent) {
    return binary(Operation.POWER, base, exponent);
  }

  @Override
  public Node root(Node a, int n) {
    return unary(Operation.ROOT, a, n);
  }

  @Override
  public Node apply(ElementaryFunction function, Node a) {
    return unary(Operation.of(function), a, 0);
  }

  @Override
  public Node select(Node condition, Node ifPositive, Node ifNegative) {
    return fold(
        new Instruction(Operation.SELECT, condition.id(), ifPositive.id(), ifNegative.id()),
        List.of(condition, ifPositive, ifNegative));
  }

  @Override
  public Node choose(Node condition, Supplier<Node> ifNonnegative, Supplier<Node> ifNegative) {
    List<Node> nodes = List.of(condition, ifNonnegative.get(), ifNegative.get());
    return fold(
        new Instruction(Operation.CHOOSE, nodes.get(0).id(), nodes.get(1).id(), nodes.get(2).id()),
        nodes);
  }

  /** Recorded only if the witness may fail to have a value. */
  @Override
  public Node given(Node value, Node witness) {
    return value.equals(witness) || total.get(witness.id())
        ? value
        : binary(Operation.GIVEN, value, witness);
  }

  @Override
  public List<Node> matrixExponential(int n, List<Node> entries) {
    Matrix matrix = new Matrix(n, entries.stream().map(Node::id).toList());
    List<Optional<Rational>> values = entries.stream().map(this::constant).toList();
    if (values.stream().allMatch(Optional::isPresent)) {
      try {
        return EXACT.matrixExponential(n, values.stream().map(Optional::get).toList()).stream()
            .map(this::of)
            .toList();
      } catch (EvaluationException noRational) {
        // Recorded like any other matrix.
      }
    }
    Integer known = matrixIndices.putIfAbsent(matrix, matrices.size());
    if (known == null) {
      matrices.add(matrix);
    }
    int index = matrixIndices.get(matrix);
    Node computed = record(new Instruction(Operation.MATRIX_EXPONENTIAL, index, 0, 0));
    List<Node> result = new ArrayList<>(n * n);
    for (int i = 0; i < n * n; i++) {
      result.add(record(new Instruction(Operation.ENTRY, computed.id(), i, index)));
    }
    return result;
  }

  @Override
  public List<Node> integrals(Node lower, Node upper, Function<Node, List<Node>> bodies) {
    int depth = openIntegrals++;
    try {
      List<Node> values = bodies.apply(record(new Bound(depth)));
      return values.stream().map(v -> integral(lower, upper, depth, v)).toList();
    } finally {
      openIntegrals--;
    }
  }

  private Node integral(Node lower, Node upper, int depth, Node body) {
    Integrand integrand = new Integrand(depth, body.id());
    Integer index = integrandIndices.putIfAbsent(integrand, integrands.size());
    if (index == null) {
      index = integrands.size();
      integrands.add(integrand);
    }
    return record(new Instruction(Operation.INTEGRAL, lower.id(), upper.id(), index));
  }

  @Override
  public Optional<Line<Node>> line(Node value, Node variable) {
    boolean deeper =
        recorded.get(variable.id()) instanceof Bound b
            && bound.get(value.id()).length() > b.depth() + 1;
    return recorded.get(variable.id()) instanceof Bound b && !deeper
        ? line(value, b.depth())
        : Optional.empty();
  }

  private Optional<Line<Node>> line(Node value, int depth) {
    if (!bound.get(value.id()).get(depth)) {
      return Optional.of(new Line<>(zero(), value, 0));
    }
    return switch (recorded.get(value.id())) {
      case Bound b -> Optional.of(new Line<>(one(), zero(), 1));
      case Instruction i -> line(i, depth);
      case Input i -> Optional.empty();
      case Constant c -> Optional.empty();
    };
  }

  private Optional<Line<Node>> line(Instruction i, int depth) {
    Node a = new Node(i.a());
    Node b = new Node(i.b());
    return switch (i.operation()) {
      case ADD -> line(a, depth).flatMap(p -> line(b, depth).map(q -> sum(p, q)));
      case SUBTRACT ->
          line(a, depth).flatMap(p -> line(b, depth).map(q -> sum(p, scaled(of(-1), q))));
      case NEGATE -> line(a, depth).map(p -> scaled(of(-1), p));
      case MULTIPLY ->
          bound.get(a.id()).get(depth)
              ? steady(b, depth).flatMap(c -> line(a, depth).map(p -> scaled(c, p)))
              : line(b, depth).map(p -> scaled(a, p));
      case DIVIDE ->
          steady(b, depth).flatMap(c -> line(a, depth).map(p -> scaled(divide(one(), c), p)));
      default -> Optional.empty();
    };
  }

  private Optional<Node> steady(Node node, int depth) {
    return Optional.of(node).filter(n -> !bound.get(n.id()).get(depth));
  }

  private Line<Node> sum(Line<Node> p, Line<Node> q) {
    return lineOf(plus(p.slope(), q.slope()), plus(p.intercept(), q.intercept()));
  }

  private Line<Node> scaled(Node factor, Line<Node> p) {
    return lineOf(times(factor, p.slope()), times(factor, p.intercept()));
  }

  private Line<Node> lineOf(Node slope, Node intercept) {
    return new Line<>(slope, intercept, constant(slope).map(Rational::signum).orElse(0));
  }

  /** A sum without what is 0: both terms have values wherever the line has. */
  private Node plus(Node a, Node b) {
    return isZero(a) ? b : isZero(b) ? a : add(a, b);
  }

  private Node times(Node factor, Node a) {
    return isZero(a) ? a : a.equals(one()) ? factor : multiply(factor, a);
  }

  /** An operation on other operands; empty for one that is more than that. */
  Optional<Node> again(Operation operation, Node a, int parameter) {
    return operation == Operation.ENTRY
        ? Optional.empty()
        : Optional.of(unary(operation, a, parameter));
  }

  Optional<Node> again(Operation operation, Node a, Node b) {
    return operation == Operation.INTEGRAL
        ? Optional.empty()
        : Optional.of(binary(operation, a, b));
  }

  private Node commutative(Operation operation, Node a, Node b) {
    return a.id() <= b.id() ? binary(operation, a, b) : binary(operation, b, a);
  }

  private Node binary(Operation operation, Node a, Node b) {
    return fold(new Instruction(operation, a.id(), b.id(), 0), List.of(a, b));
  }

  private Node unary(Operation operation, Node a, int parameter) {
    return fold(new Instruction(operation, a.id(), parameter, 0), List.of(a));
  }

  private Node fold(Instruction instruction, List<Node> operands) {
    for (Node operand : operands) {
      if (!(recorded.get(operand.id()) instanceof Constant)) {
        return record(instruction);
      }
    }
    try {
      return of(
          instruction
              .operation()
              .apply(
                  EXACT,
                  id -> ((Constant) recorded.get(id)).value(),
                  instruction.a(),
                  instruction.b(),
                  instruction.c()));
    } catch (EvaluationException noRational) {
      return record(instruction);
    }
  }

  /** Whether no more can be recorded. */
  boolean isFull() {
    return recorded.size() >= limit || isAskedOut();
  }

  private boolean isAskedOut() {
    return asked > (long) limit * MOST_ASKED;
  }

  private Node record(Entry entry) {
    asked++;
    Work.step();
    if (isAskedOut()) {
      throw EvaluationException.unsupported("derivatives nested too deep to be written out");
    }
    Node known = nodes.get(entry);
    if (known != null) {
      return known;
    }
    if (recorded.size() >= limit) {
      throw EvaluationException.unsupported("more than " + limit + " operations");
    }
    Node node = new Node(recorded.size());
    recorded.add(entry);
    nodes.put(entry, node);
    bound.add(boundIn(entry));
    total.set(node.id(), isTotal(entry));
    return node;
  }

  /** The depths of the variables with which an entry changes. */
  private BitSet boundIn(Entry entry) {
    BitSet depths = new BitSet();
    switch (entry) {
      case Input i -> {}
      case Constant c -> {}
      case Bound b -> depths.set(b.depth());
      case Instruction i -> {
        if (i.operation() == Operation.INTEGRAL) {
          Integrand integrand = integrands.get(i.c());
          depths.or(bound.get(integrand.node()));
          depths.clear(integrand.depth());
          depths.or(bound.get(i.a()));
          depths.or(bound.get(i.b()));
        } else if (i.operation() == Operation.MATRIX_EXPONENTIAL) {
          matrices.get(i.a()).entries().forEach(e -> depths.or(bound.get(e)));
        } else {
          IntStream.of(i.a(), i.b(), i.c())
              .limit(i.operation().arity())
              .forEach(e -> depths.or(bound.get(e)));
        }
      }
    }
    return depths;
  }

  /** Whether a node certainly has a value whatever the inputs are. */
  private boolean isTotal(Entry entry) {
    return switch (entry) {
      case Input i -> true;
      case Bound b -> true;
      case Constant c -> true;
      case Instruction i ->
          switch (i.operation()) {
            case PI -> true;
            case ADD, SUBTRACT, MULTIPLY, GIVEN -> total.get(i.a()) && total.get(i.b());
            case NEGATE, EXP, SIN, COS, ARCTAN, SINH, COSH, TANH, ARSINH, ERF -> total.get(i.a());
            case INTEGER_POWER -> total.get(i.a()) && i.b() >= 0;
            case ROOT -> total.get(i.a()) && i.b() % 2 == 1;
            case DIVIDE -> total.get(i.a()) && isNonzero(i.b());
            case POWER,
                SELECT,
                CHOOSE,
                LOG,
                SQRT,
                TAN,
                ARCSIN,
                ARCCOS,
                ARCOSH,
                ARTANH,
                MATRIX_EXPONENTIAL,
                ENTRY,
                INTEGRAL ->
                false;
          };
    };
  }

  private boolean isNonzero(int id) {
    return recorded.get(id) instanceof Constant constant && constant.value().signum() != 0;
  }
}
