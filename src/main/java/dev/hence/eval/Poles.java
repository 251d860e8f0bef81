package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Shows that an integral has no value, for its integrand has a pole on the way. Around it the
 * integrand is N/(D·E) with N away from 0, with E bounded, and with D continuous, zero somewhere
 * and not steeper than L: so it is at least |N|/(L·|E|·|s − s₀|), which no integral bears.
 */
final class Poles {
  private static final int PARTS = 64;
  private static final int MOST_HALVINGS = 30;

  private final Enclosures field;
  private final DualField<Enclosure> steep;
  private final Program integrand;
  private final List<Enclosure> captured;

  /** All that the integrand computes at a number: one run serves every divisor. */
  private final Map<Rational, List<Result<Enclosure>>> known = new HashMap<>();

  /**
   * A divisor, or a factor of one.
   *
   * @param slot what it is, or what the cosine is taken of
   */
  private record Divisor(int slot, boolean cosine) {}

  /** A numerator over a product of divisors. */
  private record Quotient(Dual<Enclosure> above, List<Divisor> below) {}

  Poles(Enclosures field, Program integrand, List<Enclosure> captured) {
    this.field = field;
    this.steep = new DualField<>(field, 1);
    this.integrand = integrand;
    this.captured = captured;
  }

  /** Whether there certainly is a pole between two numbers, or at one of them. */
  boolean between(Enclosure lower, Enclosure upper) {
    boolean rises = lower.upper().compareTo(upper.lower()) < 0;
    Rational from = rises ? lower.upper() : upper.upper();
    Rational to = rises ? upper.lower() : lower.lower();
    if (from.compareTo(to) >= 0) {
      return false;
    }
    SequencedSet<Divisor> divisors = new LinkedHashSet<>();
    for (int i = 0; i < integrand.operations.length; i++) {
      divisors(i, divisors);
    }
    return divisors.stream().anyMatch(d -> vanishes(d, from, to));
  }

  private void divisors(int i, SequencedSet<Divisor> out) {
    switch (integrand.operations[i]) {
      case DIVIDE -> out.addAll(factors(integrand.b[i]));
      case INTEGER_POWER -> {
        if (integrand.b[i] < 0) {
          out.addAll(factors(integrand.a[i]));
        }
      }
      case TAN -> out.add(new Divisor(integrand.a[i], true));
      default -> {}
    }
  }

  private boolean vanishes(Divisor divisor, Rational from, Rational to) {
    Rational step = to.minus(from).dividedBy(Rational.of(PARTS));
    Rational at = from;
    Optional<Integer> sign = sign(divisor, at);
    for (int k = 1; k <= PARTS; k++) {
      Rational next = from.plus(step.times(Rational.of(k)));
      Optional<Integer> then = sign(divisor, next);
      if (changes(sign, then) && isPole(divisor, at, next)) {
        return true;
      }
      at = next;
      sign = then;
    }
    return false;
  }

  private static boolean changes(Optional<Integer> sign, Optional<Integer> then) {
    return sign.isPresent() && then.isPresent() && sign.get() * then.get() <= 0;
  }

  /** Halves the way between two numbers of different signs until the rest is shown there. */
  private boolean isPole(Divisor divisor, Rational from, Rational to) {
    Rational low = from;
    Rational high = to;
    for (int k = 0; k < MOST_HALVINGS; k++) {
      if (isSteep(low, high)) {
        return true;
      }
      Rational middle = low.plus(high).dividedBy(Rational.of(2));
      Optional<Integer> sign = sign(divisor, middle);
      if (changes(sign(divisor, low), sign)) {
        high = middle;
      } else if (changes(sign, sign(divisor, high))) {
        low = middle;
      } else {
        return false;
      }
    }
    return false;
  }

  private Optional<Integer> sign(Divisor divisor, Rational at) {
    try {
      Enclosure value = values(at).get(divisor.slot()).get();
      return Optional.of(
          divisor.cosine() ? field.apply(ElementaryFunction.COS, value).sign() : value.sign());
    } catch (EvaluationException unknown) {
      return Optional.empty();
    }
  }

  private List<Result<Enclosure>> values(Rational at) {
    return known.computeIfAbsent(
        at, number -> integrand.values(field, inputs(field.of(number), captured)));
  }

  private static <S> List<S> inputs(S variable, List<S> rest) {
    List<S> inputs = new ArrayList<>();
    inputs.add(variable);
    inputs.addAll(rest);
    return inputs;
  }

  /** Whether all but the zero of a divisor is known to be as it must be. */
  private boolean isSteep(Rational low, Rational high) {
    try {
      Dual<Enclosure> all = steep.variable(field.between(low, high), 0);
      List<Result<Dual<Enclosure>>> values =
          integrand.values(steep, inputs(all, captured.stream().map(steep::constant).toList()));
      Quotient quotient = quotient(integrand.outputs[0], values);
      quotient.below().forEach(d -> value(d, values));
      return !quotient.below().isEmpty() && quotient.above().value().excludesZero();
    } catch (EvaluationException unknown) {
      return false;
    }
  }

  private Dual<Enclosure> value(Divisor divisor, List<Result<Dual<Enclosure>>> values) {
    Dual<Enclosure> value = values.get(divisor.slot()).get();
    return divisor.cosine() ? steep.apply(ElementaryFunction.COS, value) : value;
  }

  private Dual<Enclosure> product(List<Divisor> divisors, List<Result<Dual<Enclosure>>> values) {
    return divisors.stream().map(d -> value(d, values)).reduce(steep.one(), steep::multiply);
  }

  private Quotient quotient(int slot, List<Result<Dual<Enclosure>>> values) {
    int i = slot - (integrand.slots() - integrand.operations.length);
    if (i < 0) {
      return new Quotient(values.get(slot).get(), List.of());
    }
    int a = integrand.a[i];
    int b = integrand.b[i];
    return switch (integrand.operations[i]) {
      case MULTIPLY -> product(quotient(a, values), quotient(b, values));
      case DIVIDE -> over(quotient(a, values), factors(b));
      case NEGATE -> {
        Quotient q = quotient(a, values);
        yield new Quotient(steep.negate(q.above()), q.below());
      }
      case ADD -> sum(quotient(a, values), quotient(b, values), false, values);
      case SUBTRACT -> sum(quotient(a, values), quotient(b, values), true, values);
      case INTEGER_POWER -> power(i, values);
      case TAN -> {
        Dual<Enclosure> sine = steep.apply(ElementaryFunction.SIN, values.get(a).get());
        yield new Quotient(sine, List.of(new Divisor(a, true)));
      }
      default -> new Quotient(values.get(slot).get(), List.of());
    };
  }

  private Quotient product(Quotient p, Quotient q) {
    List<Divisor> below = new ArrayList<>(p.below());
    below.addAll(q.below());
    return new Quotient(steep.multiply(p.above(), q.above()), below);
  }

  private static Quotient over(Quotient q, List<Divisor> divisors) {
    List<Divisor> below = new ArrayList<>(q.below());
    below.addAll(divisors);
    return new Quotient(q.above(), below);
  }

  /** Over the least product of divisors that serves both. */
  private Quotient sum(
      Quotient p, Quotient q, boolean minus, List<Result<Dual<Enclosure>>> values) {
    List<Divisor> lackingInP = without(q.below(), p.below());
    List<Divisor> lackingInQ = without(p.below(), q.below());
    Dual<Enclosure> first = steep.multiply(p.above(), product(lackingInP, values));
    Dual<Enclosure> second = steep.multiply(q.above(), product(lackingInQ, values));
    Dual<Enclosure> above = minus ? steep.subtract(first, second) : steep.add(first, second);
    return over(new Quotient(above, p.below()), lackingInP);
  }

  private static List<Divisor> without(List<Divisor> all, List<Divisor> some) {
    List<Divisor> rest = new ArrayList<>(all);
    some.forEach(rest::remove);
    return rest;
  }

  private Quotient power(int i, List<Result<Dual<Enclosure>>> values) {
    int exponent = integrand.b[i];
    if (exponent >= 0) {
      Quotient base = quotient(integrand.a[i], values);
      Quotient power = new Quotient(steep.one(), List.of());
      for (int k = 0; k < exponent; k++) {
        power = product(power, base);
      }
      return power;
    }
    List<Divisor> below = new ArrayList<>();
    List<Divisor> factors = factors(integrand.a[i]);
    for (int k = 0; k < -exponent; k++) {
      below.addAll(factors);
    }
    return new Quotient(steep.one(), below);
  }

  private List<Divisor> factors(int slot) {
    int i = slot - (integrand.slots() - integrand.operations.length);
    List<Divisor> factors = new ArrayList<>();
    if (i >= 0 && integrand.operations[i] == Operation.MULTIPLY) {
      factors.addAll(factors(integrand.a[i]));
      factors.addAll(factors(integrand.b[i]));
    } else if (i >= 0 && integrand.operations[i] == Operation.NEGATE) {
      factors.addAll(factors(integrand.a[i]));
    } else if (i >= 0 && integrand.operations[i] == Operation.INTEGER_POWER && integrand.b[i] > 0) {
      for (int k = 0; k < integrand.b[i]; k++) {
        factors.addAll(factors(integrand.a[i]));
      }
    } else {
      factors.add(new Divisor(slot, false));
    }
    return factors;
  }
}
