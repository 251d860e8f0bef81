package dev.hence.proof;

import dev.hence.claim.Domain.Interval;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Between which numbers a term lies wherever it is defined, by its form and by declarations:
 * squares are not negative, sums and integrals of what is not negative are not.
 */
final class Bounds {
  private static final Interval BELOW_ONE = Intervals.between(Rational.of(-1), Rational.ONE, false);

  private final NormalForm form;
  private final Ranges ranges;

  /** Of the running times of the integrals around. */
  private final Map<Time, Interval> times;

  Bounds(NormalForm form) {
    this(form, form.ranges(), Map.of());
  }

  private Bounds(NormalForm form, Ranges ranges, Map<Time, Interval> times) {
    this.form = form;
    this.ranges = ranges;
    this.times = times;
  }

  /** The same of a T that is any time from the start to the end. */
  Bounds fromTheStart() {
    Interval end = form.facts().interval(new Term.Clock(Time.END));
    Interval all = Intervals.hull(Intervals.point(Rational.ZERO), end);
    return new Bounds(form, ranges, Map.of(Time.END, all));
  }

  /** The same where more letters are bound. */
  Bounds with(List<Letter> letters) {
    return letters.isEmpty() ? this : new Bounds(form, ranges.with(letters), times);
  }

  /** Whether a term is not 0, by its form and by what is known of its parts. */
  boolean isNonzero(Term term) {
    return !of(term).contains(Rational.ZERO);
  }

  Interval of(Term term) {
    return switch (term) {
      case Term.Numeral n -> Intervals.point(n.value());
      case Term.Whole w -> whole(w.value());
      case Term.Clock c -> times.getOrDefault(c.time(), form.facts().interval(c));
      case Term.Variable v -> form.facts().interval(v);
      case Term.Function f -> Intervals.ALL;
      case Term.Sum s ->
          s.terms().stream().map(this::of).reduce(Intervals.point(Rational.ZERO), Intervals::plus);
      case Term.Product p -> product(p);
      case Term.Power p -> Intervals.power(of(p.base()), p.exponent());
      case Term.Elementary e -> elementary(e.function(), of(e.argument()));
      case Term.Opaque o -> opaque(o);
      case Term.Over o -> over(o);
      case Term.Delta d -> Intervals.UNIT;
      case Term.Below b -> Intervals.UNIT;
      case Term.Integral i -> integral(i);
      case Term.Derivative d -> throw open();
      case Term.Let l -> throw open();
    };
  }

  private static Refused open() {
    return new Refused(Refused.Reason.OPEN_DERIVATIVE, "the sign of what is still to be taken");
  }

  private Interval whole(Size value) {
    if (value.isFixed()) {
      return Intervals.point(Rational.of(value.offset()));
    }
    for (int least = 1; least >= 0; least--) {
      if (ranges.isAtLeast(value, least)) {
        return Intervals.from(Rational.of(least), true);
      }
    }
    return Intervals.ALL;
  }

  // Arithmetic

  /** Equal factors are taken together, so that squares are seen. */
  private Interval product(Term.Product p) {
    Map<Term, Integer> powers = new LinkedHashMap<>();
    flatten(p, 1, powers);
    Interval product = Intervals.point(Rational.ONE);
    for (Map.Entry<Term, Integer> e : powers.entrySet()) {
      Interval power = Intervals.power(of(e.getKey()), e.getValue());
      product = Intervals.times(product, power);
    }
    return product;
  }

  private void flatten(Term term, int exponent, Map<Term, Integer> powers) {
    switch (term) {
      case Term.Product p -> p.factors().forEach(f -> flatten(f, exponent, powers));
      case Term.Power p -> flatten(p.base(), Math.multiplyExact(p.exponent(), exponent), powers);
      default -> {
        Term same =
            powers.keySet().stream().filter(k -> form.areEqual(k, term)).findFirst().orElse(term);
        powers.merge(same, exponent, Math::addExact);
      }
    }
  }

  private Interval over(Term.Over o) {
    Bounds inside = with(List.of(o.letter()));
    Interval body = inside.of(o.body());
    if (new Semidefinite(form, inside).isForm(o)) {
      return Intervals.NONNEGATIVE;
    }
    Size more = Ranges.difference(o.letter().upper(), o.letter().lower());
    boolean some = Ranges.isNonnegative(more);
    if (Intervals.isNonnegative(body)) {
      Rational least = some ? body.lower().get() : Rational.ZERO;
      return Intervals.from(least, !some || body.lowerIncluded());
    }
    Interval mirrored = Intervals.negative(body);
    return Intervals.isNonnegative(mirrored)
        ? Intervals.negative(Intervals.from(Rational.ZERO, !some || mirrored.lowerIncluded()))
        : Intervals.ALL;
  }

  /** The length of the interval times a mean of the integrand, which is continuous. */
  private Interval integral(Term.Integral i) {
    Interval length = Intervals.plus(of(i.upper()), Intervals.negative(of(i.lower())));
    if (!Intervals.isNonnegative(length)) {
      return Intervals.ALL;
    }
    Map<Time, Interval> more = new HashMap<>(times);
    more.put(new Time.Running(i.variable()), Intervals.hull(of(i.lower()), of(i.upper())));
    return Intervals.times(length, new Bounds(form, ranges, more).of(i.body()));
  }

  // Functions

  private static Interval elementary(ElementaryFunction function, Interval argument) {
    return switch (function) {
      case EXP -> Intervals.POSITIVE;
      case COSH -> Intervals.from(Rational.ONE, true);
      case SIN, COS -> Intervals.between(Rational.of(-1), Rational.ONE, true);
      case TANH, ERF -> odd(argument, BELOW_ONE);
      case SQRT -> Intervals.isPositive(argument) ? Intervals.POSITIVE : Intervals.NONNEGATIVE;
      case ARCTAN, SINH, ARSINH, ARTANH, ARCSIN -> odd(argument, Intervals.ALL);
      case ARCCOS, ARCOSH -> Intervals.NONNEGATIVE;
      case LOG -> logarithm(argument);
      case TAN -> Intervals.ALL;
    };
  }

  /** An odd function that grows has the sign of its argument. */
  private static Interval odd(Interval argument, Interval values) {
    if (Intervals.isNonnegative(argument)) {
      return new Interval(
          Intervals.NONNEGATIVE.lower(),
          !Intervals.isPositive(argument),
          values.upper(),
          values.upperIncluded());
    }
    Interval mirrored = Intervals.negative(argument);
    return Intervals.isNonnegative(mirrored) ? Intervals.negative(odd(mirrored, values)) : values;
  }

  private static Interval logarithm(Interval argument) {
    boolean above = argument.lower().filter(x -> x.compareTo(Rational.ONE) >= 0).isPresent();
    boolean below = argument.upper().filter(x -> x.compareTo(Rational.ONE) <= 0).isPresent();
    boolean strict = !argument.contains(Rational.ONE);
    return above
        ? Intervals.from(Rational.ZERO, !strict)
        : below ? Intervals.negative(Intervals.from(Rational.ZERO, !strict)) : Intervals.ALL;
  }

  private Interval opaque(Term.Opaque o) {
    List<Interval> parts = new ArrayList<>();
    o.parts().forEach(p -> parts.add(of(p)));
    return switch (o.kind()) {
      case "π" -> Intervals.between(Rational.of(3), Rational.of(4), false);
      case "absolute value" -> Intervals.magnitude(parts.getFirst());
      case "power", "real power", "root" ->
          Intervals.isPositive(parts.getFirst())
              ? Intervals.POSITIVE
              : Intervals.isNonnegative(parts.getFirst()) ? Intervals.NONNEGATIVE : Intervals.ALL;
      case "max" ->
          parts.stream().anyMatch(Intervals::isPositive)
              ? Intervals.POSITIVE
              : parts.stream().anyMatch(Intervals::isNonnegative)
                  ? Intervals.NONNEGATIVE
                  : Intervals.ALL;
      default -> Intervals.ALL;
    };
  }
}
