package dev.hence.eval;

import dev.hence.eval.Tape.Instruction;
import dev.hence.eval.Tape.Node;
import dev.hence.expr.ElementaryFunction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The numbers in a computation at whose zeros it may change its ways: conditions of choices,
 * radicands, divisors, arguments of logarithms. Some are branches that have no choice: √(u²) is now
 * u and now −u, arctan(tan u) jumps where cos u is 0, arcosh(cosh u) is |u|, an integral ends where
 * the pole of its integrand is passed. They are to be met with both signs.
 */
final class Landmarks {
  /** More of them are not looked at. */
  private static final int MOST = 60;

  private final Tape tape;
  private final SequencedSet<Node> named = new LinkedHashSet<>();
  private final SequencedSet<Node> others = new LinkedHashSet<>();

  private Landmarks(Tape tape) {
    this.tape = tape;
  }

  /** Those on the way to some nodes: first the branches, then all others. */
  static List<List<Node>> of(Tape tape, List<Node> outputs) {
    Landmarks landmarks = new Landmarks(tape);
    BitSet reached = new BitSet();
    outputs.forEach(o -> reached.set(o.id()));
    for (int id = reached.length() - 1; id >= 0; id = reached.previousSetBit(id - 1)) {
      tape.operands(id).forEach(reached::set);
      if (tape.entry(new Node(id)) instanceof Instruction i && !tape.isBound(new Node(id))) {
        landmarks.note(i);
      }
    }
    landmarks.others.removeAll(landmarks.named);
    return List.of(
        landmarks.named.stream().limit(MOST).toList(),
        landmarks.others.stream().limit(MOST).toList());
  }

  /** Whether an operation may have some. */
  static boolean isOne(Operation operation) {
    return switch (operation) {
      case SELECT, CHOOSE, SQRT, LOG, ROOT, DIVIDE, POWER, INTEGER_POWER, TAN -> true;
      case ARCTAN, ARCSIN, ARCCOS, ARCOSH, ARTANH, INTEGRAL -> true;
      default -> false;
    };
  }

  /** Whether an operation may be another function, or none, on the other side of a landmark. */
  static boolean isBranch(Operation operation) {
    return switch (operation) {
      case DIVIDE, POWER, INTEGER_POWER -> false;
      default -> isOne(operation);
    };
  }

  private void note(Instruction i) {
    Node a = new Node(i.a());
    switch (i.operation()) {
      case SELECT, CHOOSE -> add(others, a);
      case SQRT, LOG -> radicand(a);
      case ROOT -> {
        if (i.b() % 2 == 0) {
          radicand(a);
        } else {
          add(others, a);
        }
      }
      case DIVIDE -> add(others, new Node(i.b()));
      case POWER -> add(others, a);
      case INTEGER_POWER -> {
        if (i.b() < 0) {
          add(others, a);
        }
      }
      case TAN -> add(others, tape.apply(ElementaryFunction.COS, a));
      case ARCTAN -> periods(a);
      case ARCSIN, ARCCOS -> {
        periods(a);
        ends(a);
      }
      case ARTANH -> ends(a);
      case ARCOSH -> {
        add(others, tape.subtract(a, tape.one()));
        instruction(a)
            .filter(h -> h.operation() == Operation.COSH)
            .ifPresent(h -> add(named, new Node(h.a())));
      }
      case INTEGRAL -> poles(i);
      default -> {}
    }
  }

  /** Where a number is 1 or −1. */
  private void ends(Node a) {
    add(others, tape.subtract(a, tape.one()));
    add(others, tape.add(a, tape.one()));
  }

  private void add(SequencedSet<Node> set, Node node) {
    if (tape.constant(node).isEmpty()) {
      set.add(node);
    }
  }

  private Optional<Instruction> instruction(Node node) {
    return tape.entry(node) instanceof Instruction i ? Optional.of(i) : Optional.empty();
  }

  /** Of u² the sign of u counts; of products of squares that of each. */
  private void radicand(Node node) {
    List<Node> roots = roots(node);
    roots.forEach(u -> add(named, u));
    if (roots.isEmpty()) {
      add(others, node);
    }
  }

  private List<Node> roots(Node node) {
    List<Node> found = new ArrayList<>();
    instruction(node)
        .ifPresent(
            i -> {
              Node a = new Node(i.a());
              boolean square =
                  (i.operation() == Operation.INTEGER_POWER && i.b() % 2 == 0)
                      || (i.operation() == Operation.MULTIPLY && i.a() == i.b());
              if (square) {
                found.add(a);
              } else if (i.operation() == Operation.MULTIPLY || i.operation() == Operation.DIVIDE) {
                found.addAll(roots(a));
                found.addAll(roots(new Node(i.b())));
              }
            });
    return found;
  }

  /** What lies behind an inverse function of something periodic. */
  private void periods(Node argument) {
    BitSet reached = new BitSet();
    reached.set(argument.id());
    for (int id = argument.id(); id >= 0; id = reached.previousSetBit(id - 1)) {
      tape.operands(id).forEach(reached::set);
      if (tape.entry(new Node(id)) instanceof Instruction i) {
        Node angle = new Node(i.a());
        switch (i.operation()) {
          case TAN, SIN -> add(named, tape.apply(ElementaryFunction.COS, angle));
          case COS -> add(named, tape.apply(ElementaryFunction.SIN, angle));
          default -> {}
        }
      }
    }
  }

  // Integrals

  /** What a pole, a logarithm's or a root's end inside an integral is at both of its ends. */
  private void poles(Instruction integral) {
    Tape.Integrand integrand = tape.integrand(integral.c());
    BitSet reached = new BitSet();
    reached.set(integrand.node());
    for (int id = integrand.node(); id >= 0; id = reached.previousSetBit(id - 1)) {
      tape.operands(id).forEach(reached::set);
      if (tape.entry(new Node(id)) instanceof Instruction i) {
        divisor(i).ifPresent(d -> atEnds(d, integrand.depth(), integral));
      }
    }
  }

  private Optional<Node> divisor(Instruction i) {
    return switch (i.operation()) {
      case DIVIDE -> Optional.of(new Node(i.b()));
      case INTEGER_POWER -> i.b() < 0 ? Optional.of(new Node(i.a())) : Optional.empty();
      case LOG, SQRT, POWER -> Optional.of(new Node(i.a()));
      case SELECT, CHOOSE, ARCSIN, ARCCOS, ARTANH, ARCOSH -> Optional.of(new Node(i.a()));
      case TAN -> Optional.of(tape.apply(ElementaryFunction.COS, new Node(i.a())));
      default -> Optional.empty();
    };
  }

  private void atEnds(Node divisor, int depth, Instruction integral) {
    for (int end : new int[] {integral.a(), integral.b()}) {
      Optional<Node> there = at(divisor, depth, new Node(end), new HashMap<>());
      boolean line = tape.isLine(divisor, depth);
      there.filter(n -> !tape.isBound(n)).ifPresent(n -> add(line ? named : others, n));
    }
  }

  /** A node with a value for the variable of an integral. */
  private Optional<Node> at(Node node, int depth, Node value, Map<Node, Optional<Node>> known) {
    if (!tape.isBoundAt(node, depth)) {
      return Optional.of(node);
    }
    Optional<Node> done = known.get(node);
    if (done == null) {
      done =
          tape.entry(node) instanceof Tape.Bound
              ? Optional.of(value)
              : instruction(node).flatMap(i -> rebuilt(i, depth, value, known));
      known.put(node, done);
    }
    return done;
  }

  private Optional<Node> rebuilt(
      Instruction i, int depth, Node value, Map<Node, Optional<Node>> known) {
    Optional<Node> a = at(new Node(i.a()), depth, value, known);
    if (i.operation().arity() == 1) {
      return a.flatMap(x -> tape.again(i.operation(), x, i.b()));
    }
    return i.operation().arity() == 2
        ? a.flatMap(
            x ->
                at(new Node(i.b()), depth, value, known)
                    .flatMap(y -> tape.again(i.operation(), x, y)))
        : Optional.empty();
  }
}
