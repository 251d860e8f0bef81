package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Arithmetic of polynomials and fractions in symbols some of which have a {@link Relation}.
 *
 * <p>Powers of a symbol with an algebraic relation are replaced as soon as they reach its degree,
 * so equal elements get equal representations as long as the relations are irreducible.
 */
final class AtomRing {
  private static final int MOST_TERMS = 1500;
  private static final int MOST_BITS = 20_000;

  private final Deadline deadline;
  private final Map<Term.Symbol, Relation.Algebraic> algebraic = new HashMap<>();
  private final List<Relation> relations = new ArrayList<>();

  AtomRing(Deadline deadline) {
    this.deadline = deadline;
  }

  /** All relations, the oldest symbol first. */
  List<Relation> relations() {
    return List.copyOf(relations);
  }

  void add(Relation relation) {
    relations.add(relation);
    if (relation instanceof Relation.Algebraic a) {
      algebraic.put(a.symbol(), a);
    }
  }

  Optional<Relation.Algebraic> algebraic(Term.Symbol symbol) {
    return Optional.ofNullable(algebraic.get(symbol));
  }

  Polynomial times(Polynomial left, Polynomial right) {
    if ((long) left.size() * right.size() > 20L * MOST_TERMS || deadline.passed()) {
      throw new TooLarge();
    }
    TreeMap<Monomial, Rational> sum = new TreeMap<>();
    left.terms()
        .forEach(
            (m, c) -> right.terms().forEach((n, d) -> accumulate(sum, m.times(n), c.times(d))));
    if (sum.size() > MOST_TERMS) {
      throw new TooLarge();
    }
    return new Polynomial(sum);
  }

  private void accumulate(Map<Monomial, Rational> sum, Monomial monomial, Rational coefficient) {
    for (Monomial.Factor factor : monomial.factors()) {
      Relation.Algebraic relation = algebraic.get(factor.symbol());
      if (relation != null && factor.exponent() >= relation.degree()) {
        int times = factor.exponent() / relation.degree();
        Monomial rest =
            monomial
                .without(factor.symbol())
                .times(Monomial.of(factor.symbol(), factor.exponent() % relation.degree()));
        times(Polynomial.of(coefficient, rest), power(relation.value(), times))
            .terms()
            .forEach((m, c) -> Polynomial.add(sum, m, c));
        return;
      }
    }
    Polynomial.add(sum, monomial, coefficient);
  }

  Polynomial power(Polynomial base, int exponent) {
    if (base.size() == 1) {
      checkSize(base.leadingCoefficient(), exponent);
      return times(
          Polynomial.ONE,
          Polynomial.of(
              base.leadingCoefficient().power(exponent), base.leadingMonomial().power(exponent)));
    }
    if (exponent > 64) {
      throw new TooLarge();
    }
    Polynomial result = Polynomial.ONE;
    for (int i = 0; i < exponent; i++) {
      result = times(result, base);
    }
    return result;
  }

  private static void checkSize(Rational base, int exponent) {
    int bits = Math.max(base.numerator().bitLength(), base.denominator().bitLength());
    if (bits > 1 && (long) bits * Math.abs((long) exponent) > MOST_BITS) {
      throw new TooLarge();
    }
  }

  Fraction of(Term.Symbol symbol) {
    return algebraic.containsKey(symbol)
        ? new Fraction(Rational.ONE, Monomial.ONE, Map.of(Polynomial.of(symbol), 1))
        : new Fraction(Rational.ONE, Monomial.of(symbol, 1), Map.of());
  }

  /** The fraction that a polynomial is: contents divided out, squares recognised. */
  Fraction of(Polynomial polynomial) {
    if (polynomial.isZero()) {
      return Fraction.ZERO;
    }
    Rational content = polynomial.content();
    Monomial common = polynomial.commonMonomial();
    Polynomial rest = polynomial.times(Rational.ONE.dividedBy(content), common.power(-1));
    Fraction result = monomial(content, common);
    if (rest.equals(Polynomial.ONE)) {
      return result;
    }
    Optional<Polynomial> root = rest.squareRoot();
    return times(
        result,
        new Fraction(
            Rational.ONE, Monomial.ONE, Map.of(root.orElse(rest), root.isPresent() ? 2 : 1)));
  }

  private Fraction monomial(Rational coefficient, Monomial monomial) {
    Monomial free = Monomial.ONE;
    Map<Polynomial, Integer> powers = new LinkedHashMap<>();
    for (Monomial.Factor factor : monomial.factors()) {
      if (algebraic.containsKey(factor.symbol())) {
        powers.put(Polynomial.of(factor.symbol()), factor.exponent());
      } else {
        free = free.times(Monomial.of(factor.symbol(), factor.exponent()));
      }
    }
    return new Fraction(coefficient, free, powers);
  }

  Fraction times(Fraction left, Fraction right) {
    if (left.isZero() || right.isZero()) {
      return Fraction.ZERO;
    }
    Map<Polynomial, Integer> powers = new LinkedHashMap<>(left.powers());
    right.powers().forEach((p, k) -> powers.merge(p, k, AtomRing::addExponents));
    return settle(
        new Fraction(
            left.coefficient().times(right.coefficient()),
            left.monomial().times(right.monomial()),
            powers));
  }

  private static Integer addExponents(int a, int b) {
    int sum = Math.addExact(a, b);
    return sum == 0 ? null : sum;
  }

  /** Brings powers of symbols with a relation into 0 … degree − 1. */
  private Fraction settle(Fraction fraction) {
    for (Map.Entry<Polynomial, Integer> power : fraction.powers().entrySet()) {
      Optional<Relation.Algebraic> relation = power.getKey().symbol().map(algebraic::get);
      if (relation.isPresent()) {
        int degree = relation.get().degree();
        int times = Math.floorDiv(power.getValue(), degree);
        if (times != 0) {
          Map<Polynomial, Integer> powers = new LinkedHashMap<>(fraction.powers());
          powers.remove(power.getKey());
          int rest = Math.floorMod(power.getValue(), degree);
          if (rest != 0) {
            powers.put(power.getKey(), rest);
          }
          return times(
              new Fraction(fraction.coefficient(), fraction.monomial(), powers),
              power(of(relation.get().value()), times));
        }
      }
    }
    return fraction;
  }

  /**
   * @throws Undefined at 0 to a negative power
   */
  Fraction power(Fraction base, int exponent) {
    if (exponent == 0) {
      return Fraction.ONE;
    }
    if (base.isZero() && exponent < 0) {
      throw new Undefined("division by 0");
    }
    checkSize(base.coefficient(), exponent);
    Map<Polynomial, Integer> powers = new LinkedHashMap<>();
    base.powers().forEach((p, k) -> powers.put(p, Math.multiplyExact(k, exponent)));
    return settle(
        new Fraction(base.coefficient().power(exponent), base.monomial().power(exponent), powers));
  }

  /** The sum over the common denominator, its numerator expanded and divided out. */
  Fraction sum(List<Fraction> addends) {
    List<Fraction> summands = addends.stream().filter(f -> !f.isZero()).toList();
    if (summands.size() < 2) {
      return summands.isEmpty() ? Fraction.ZERO : summands.getFirst();
    }
    Map<Polynomial, Integer> common = new LinkedHashMap<>();
    for (Fraction summand : summands) {
      summand.powers().keySet().forEach(p -> common.put(p, 0));
    }
    common.replaceAll(
        (p, zero) ->
            summands.stream().mapToInt(f -> f.powers().getOrDefault(p, 0)).min().getAsInt());
    common.values().removeIf(k -> k == 0);
    Fraction outer = new Fraction(Rational.ONE, Monomial.ONE, common);
    Fraction inverse = power(outer, -1);
    Polynomial numerator = Polynomial.ZERO;
    for (Fraction summand : summands) {
      numerator = numerator.plus(expand(times(summand, inverse)));
      if (numerator.size() > MOST_TERMS) {
        throw new TooLarge();
      }
    }
    return cancel(numerator, outer);
  }

  private Fraction cancel(Polynomial numerator, Fraction outer) {
    if (numerator.isZero()) {
      return Fraction.ZERO;
    }
    Monomial content = numerator.commonMonomial();
    Polynomial rest = numerator.times(Rational.ONE, content.power(-1));
    Fraction result = outer;
    for (Map.Entry<Polynomial, Integer> power : outer.powers().entrySet()) {
      for (int k = power.getValue(); k < 0; k++) {
        Optional<Polynomial> quotient = rest.dividedBy(power.getKey());
        if (quotient.isEmpty()) {
          break;
        }
        rest = quotient.get();
        result = times(result, new Fraction(Rational.ONE, Monomial.ONE, Map.of(power.getKey(), 1)));
      }
    }
    return times(times(result, of(rest)), monomial(Rational.ONE, content));
  }

  /**
   * The fraction as a polynomial.
   *
   * @throws TooLarge if there is a divisor that is no monomial
   */
  Polynomial expand(Fraction fraction) {
    Polynomial result = Polynomial.of(fraction.coefficient(), fraction.monomial());
    for (Map.Entry<Polynomial, Integer> power : fraction.powers().entrySet()) {
      if (power.getValue() < 0) {
        throw new TooLarge();
      }
      result = times(result, power(power.getKey(), power.getValue()));
    }
    return result;
  }
}
