package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a program computes, as polynomials in its inputs and in whatever else is no polynomial.
 * Equal texts of atoms stand for equal values, in other programs over the same inputs too.
 */
public final class Forms {
  private static final int MOST_TERMS = 40;
  private static final int LONGEST = 200;

  private final Program program;
  private final String mark;
  private final List<String> inputs;
  private final Map<Integer, Form> known = new HashMap<>();
  private final Map<String, Bound> bounds;

  /** What is known of an atom: its sign, and between which numbers it lies. */
  public record Bound(
      boolean nonnegative, boolean positive, Optional<Rational> least, Optional<Rational> most) {
    private static final Bound NONE = of(false, false);

    /** What is known of its sign alone. */
    public static Bound of(boolean nonnegative, boolean positive) {
      return new Bound(nonnegative, positive, Optional.empty(), Optional.empty());
    }

    private static Bound between(int least, int most) {
      return new Bound(
          false, false, Optional.of(Rational.of(least)), Optional.of(Rational.of(most)));
    }

    private Bound from(Rational number) {
      return new Bound(nonnegative, positive, Optional.of(number), most);
    }

    private Bound to(Rational number) {
      return new Bound(nonnegative, positive, least, Optional.of(number));
    }
  }

  /**
   * @param mark of the program, for what has no text
   * @param inputs names of the inputs
   * @param bounds receives what is known of the atoms met
   */
  public Forms(Program program, String mark, List<String> inputs, Map<String, Bound> bounds) {
    this.mark = mark;
    this.program = program;
    this.inputs = inputs;
    this.bounds = bounds;
  }

  public Form output(int k) {
    return slot(program.outputs[k]);
  }

  /** The condition on which an outcome depends, positive where the outcome is taken. */
  public Form condition(Branches branches, int outcome) {
    return slot(branches.condition(outcome)).times(Rational.of(outcome % 2 == 0 ? 1 : -1));
  }

  /** What is 0 where an outcome is taken: the value of the choice less that of the branch. */
  public Form chosen(Branches branches, int outcome) {
    int[] slots = branches.given(outcome);
    return slot(slots[0]).minus(slot(slots[1]));
  }

  private Form slot(int slot) {
    Form form = known.get(slot);
    if (form == null) {
      form = compute(slot);
      known.put(slot, form);
    }
    return form;
  }

  private Form compute(int slot) {
    if (slot < program.inputs) {
      return Form.atom(inputs.get(slot));
    }
    int i = slot - program.inputs - program.constants.size();
    if (i < 0) {
      return Form.constant(program.constants.get(slot - program.inputs));
    }
    int a = program.a[i];
    int b = program.b[i];
    Form form =
        switch (program.operations[i]) {
          case ADD -> slot(a).plus(slot(b));
          case SUBTRACT -> slot(a).minus(slot(b));
          case NEGATE -> slot(a).times(Rational.of(-1));
          case GIVEN -> slot(a);
          case MULTIPLY -> product(slot(a), slot(b), slot);
          case INTEGER_POWER -> b == 2 ? product(slot(a), slot(a), slot) : opaque(i, slot);
          case DIVIDE ->
              slot(b).isConstant() && slot(b).constant().signum() != 0
                  ? slot(a).times(Rational.ONE.dividedBy(slot(b).constant()))
                  : opaque(i, slot);
          case SELECT, CHOOSE -> select(slot(a), slot(b), slot(program.c[i]), slot);
          default -> opaque(i, slot);
        };
    return form.terms().size() > MOST_TERMS ? unknown(slot) : form;
  }

  private Form product(Form a, Form b, int slot) {
    return a.terms().size() * b.terms().size() <= MOST_TERMS ? a.times(b) : unknown(slot);
  }

  private Form unknown(int slot) {
    return Form.atom("(" + mark + slot + ")");
  }

  private Form atom(String text, Bound bound, int slot) {
    if (text.length() > LONGEST) {
      return unknown(slot);
    }
    bounds.put(text, bound);
    return Form.atom(text);
  }

  private Form select(Form condition, Form then, Form otherwise, int slot) {
    boolean nonnegative = isNonnegative(then) && isNonnegative(otherwise);
    if (condition.equals(then) && otherwise.equals(then.times(Rational.of(-1)))) {
      return atom("|" + then.text() + "|", Bound.of(true, false), slot);
    }
    if (condition.equals(then.minus(otherwise))) {
      boolean above = isNonnegative(then) || isNonnegative(otherwise);
      String text = "max(" + then.text() + ", " + otherwise.text() + ")";
      return atom(text, Bound.of(above, false), slot);
    }
    if (condition.equals(otherwise.minus(then))) {
      String text = "min(" + otherwise.text() + ", " + then.text() + ")";
      return atom(text, Bound.of(nonnegative, false), slot);
    }
    String text =
        "[" + then.text() + " if " + condition.text() + " > 0 else " + otherwise.text() + "]";
    return atom(text, Bound.of(nonnegative, false), slot);
  }

  private boolean isNonnegative(Form form) {
    return form.terms().entrySet().stream()
        .allMatch(e -> e.getValue().signum() > 0 && sign(e.getKey(), bounds).nonnegative());
  }

  private boolean isPositive(Form form) {
    return isNonnegative(form)
        && form.terms().keySet().stream().anyMatch(product -> sign(product, bounds).positive());
  }

  /** The sign of a product of atoms: whatever occurs twice does not turn it. */
  public static Bound sign(List<String> product, Map<String, Bound> bounds) {
    Set<String> odd = new HashSet<>();
    product.forEach(
        atom -> {
          if (!odd.remove(atom)) {
            odd.add(atom);
          }
        });
    Function<String, Bound> bound = atom -> bounds.getOrDefault(atom, Bound.NONE);
    return Bound.of(
        odd.stream().map(bound).allMatch(b -> b.nonnegative() || b.positive()),
        product.stream().map(bound).allMatch(Bound::positive));
  }

  private Form opaque(int i, int slot) {
    Operation operation = program.operations[i];
    String name = operation.name().toLowerCase(Locale.ROOT);
    int a = program.a[i];
    return switch (operation) {
      case PI -> atom("π", Bound.of(true, true), slot);
      case EXP -> atom(name + "(" + slot(a).text() + ")", exponential(slot(a)), slot);
      case COSH ->
          atom(name + "(" + slot(a).text() + ")", Bound.of(true, true).from(Rational.ONE), slot);
      case TANH, ERF, SIN, COS ->
          atom(name + "(" + slot(a).text() + ")", Bound.between(-1, 1), slot);
      case SQRT -> atom(name + "(" + slot(a).text() + ")", Bound.of(true, false), slot);
      case DIVIDE ->
          atom(
              "(" + slot(a).text() + ")/(" + slot(program.b[i]).text() + ")",
              quotient(slot(a), slot(program.b[i])),
              slot);
      case INTEGER_POWER ->
          atom(
              "(" + slot(a).text() + ")^" + program.b[i],
              Bound.of(program.b[i] % 2 == 0, false),
              slot);
      case ROOT ->
          atom(
              "root_" + program.b[i] + "(" + slot(a).text() + ")",
              Bound.of(program.b[i] % 2 == 0, false),
              slot);
      case POWER ->
          atom(
              "(" + slot(a).text() + ")^(" + slot(program.b[i]).text() + ")",
              Bound.of(true, false),
              slot);
      case MATRIX_EXPONENTIAL, ENTRY, INTEGRAL -> unknown(slot);
      default -> atom(name + "(" + slot(a).text() + ")", Bound.NONE, slot);
    };
  }

  private Bound exponential(Form exponent) {
    Bound positive = Bound.of(true, true);
    if (isNonnegative(exponent)) {
      return positive.from(Rational.ONE);
    }
    return isNonnegative(exponent.times(Rational.of(-1))) ? positive.to(Rational.ONE) : positive;
  }

  private Bound quotient(Form numerator, Form denominator) {
    return isPositive(denominator)
        ? Bound.of(isNonnegative(numerator), isPositive(numerator))
        : Bound.NONE;
  }
}
