package dev.hence.eval;

import dev.hence.eval.Tape.Instruction;
import dev.hence.eval.Tape.Node;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Takes the end of a trajectory out of an integral along it: ∫ Σ aₖ bₖ dt = Σ aₖ ∫ bₖ dt for aₖ
 * that speak of the end and bₖ that do not.
 */
final class Separation {
  /** A term: what speaks of the end times what runs. */
  record Term(Node ended, Node running) {}

  /** More terms than these are not worth their integrals. */
  private static final int MOST = 64;

  private final Tape tape;
  private final BitSet end;
  private final BitSet run;

  /**
   * @param end the inputs that are known at the end only
   * @param run the inputs that change while the integral runs
   */
  Separation(Tape tape, BitSet end, BitSet run) {
    this.tape = tape;
    this.end = end;
    this.run = run;
  }

  boolean speaksOfTheEnd(Node node) {
    return tape.inputs(node).intersects(end);
  }

  /** The terms of an integrand; empty where they do not come apart. */
  Optional<List<Term>> terms(Node node) {
    if (!speaksOfTheEnd(node)) {
      return Optional.of(List.of(new Term(one(), node)));
    }
    if (!tape.inputs(node).intersects(run)) {
      return Optional.of(List.of(new Term(node, one())));
    }
    return tape.entry(node) instanceof Instruction i ? terms(i) : Optional.empty();
  }

  private Optional<List<Term>> terms(Instruction i) {
    Node a = new Node(i.a());
    Node b = new Node(i.b());
    return switch (i.operation()) {
      case ADD -> terms(a).flatMap(s -> terms(b).map(t -> joined(s, t)));
      case SUBTRACT -> terms(a).flatMap(s -> terms(tape.negate(b)).map(t -> joined(s, t)));
      case NEGATE -> terms(a).map(this::negated);
      case MULTIPLY -> terms(a).flatMap(s -> terms(b).flatMap(t -> multiplied(s, t)));
      case DIVIDE -> terms(a).flatMap(s -> terms(tape.divide(one(), b), s));
      case INTEGER_POWER -> terms(a).flatMap(s -> power(s, i.b()));
      case EXP -> terms(a).flatMap(this::exponential);
      default -> Optional.empty();
    };
  }

  private Optional<List<Term>> power(List<Term> base, int exponent) {
    Optional<List<Term>> power = exponent < 1 ? Optional.empty() : Optional.of(base);
    for (int k = 1; k < exponent && power.isPresent(); k++) {
      power = multiplied(power.get(), base);
    }
    return power;
  }

  /** The terms times the reciprocal of a denominator that is all of one kind. */
  private Optional<List<Term>> terms(Node reciprocal, List<Term> above) {
    boolean mixed = speaksOfTheEnd(reciprocal) && tape.inputs(reciprocal).intersects(run);
    return mixed ? Optional.empty() : terms(reciprocal).flatMap(t -> multiplied(above, t));
  }

  /** e^{a + b} = e^a e^b for an a that speaks of the end and a b that runs. */
  private Optional<List<Term>> exponential(List<Term> exponent) {
    Node ended = tape.zero();
    Node running = tape.zero();
    for (Term term : exponent) {
      Node product = tape.multiply(term.ended(), term.running());
      if (!tape.inputs(term.running()).intersects(run)) {
        ended = tape.add(ended, product);
      } else if (!speaksOfTheEnd(term.ended())) {
        running = tape.add(running, product);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(
        List.of(
            new Term(
                tape.apply(ElementaryFunction.EXP, ended),
                tape.apply(ElementaryFunction.EXP, running))));
  }

  private static List<Term> joined(List<Term> a, List<Term> b) {
    List<Term> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private List<Term> negated(List<Term> terms) {
    return terms.stream().map(t -> new Term(tape.negate(t.ended()), t.running())).toList();
  }

  private Optional<List<Term>> multiplied(List<Term> a, List<Term> b) {
    if (a.size() * b.size() > MOST) {
      return Optional.empty();
    }
    List<Term> products = new ArrayList<>();
    for (Term s : a) {
      for (Term t : b) {
        products.add(
            new Term(tape.multiply(s.ended(), t.ended()), tape.multiply(s.running(), t.running())));
      }
    }
    return Optional.of(products);
  }

  private Node one() {
    return tape.of(Rational.ONE);
  }
}
