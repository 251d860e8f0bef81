package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * A random point modulo a prime: values of all symbols, those with a relation chosen to fulfil it.
 */
final class ModularPoint {
  private final PrimeField field;
  private final SplittableRandom random;
  private final Map<Term, Long> values = new HashMap<>();

  private ModularPoint(PrimeField field, SplittableRandom random) {
    this.field = field;
    this.random = random;
  }

  /** A point at which all symbols are independent. */
  static ModularPoint free(int seed) {
    return new ModularPoint(PrimeField.number(seed), new SplittableRandom(seed));
  }

  /** A point at which the relations hold, if this seed gives one. */
  static java.util.Optional<ModularPoint> on(List<Relation> relations, int seed) {
    ModularPoint point = free(seed);
    for (Relation relation : relations) {
      OptionalLong value =
          switch (relation) {
            case Relation.Algebraic a ->
                point.field.root(point.of(a.value()), a.degree()).stream()
                    .map(
                        v ->
                            a.degree() % 2 == 0 && point.random.nextBoolean() ? point.negate(v) : v)
                    .findAny();
            case Relation.Inverse i -> point.field.inverse(point.of(i.divisor()));
          };
      if (value.isEmpty()) {
        return java.util.Optional.empty();
      }
      point.values.put(relation.symbol(), value.getAsLong());
    }
    return java.util.Optional.of(point);
  }

  private long negate(long a) {
    return a == 0 ? 0 : field.p() - a;
  }

  /** Gives a term a value of its own, whatever it is made of; values known before are forgotten. */
  ModularPoint with(Iterable<Term> freed) {
    ModularPoint copy = new ModularPoint(field, random.split());
    values.forEach(
        (term, value) -> {
          if (term instanceof Term.Symbol) {
            copy.values.put(term, value);
          }
        });
    for (Term term : freed) {
      copy.values.put(term, random.nextLong(field.p()));
    }
    return copy;
  }

  private long of(Polynomial polynomial) {
    long sum = 0;
    for (Map.Entry<Monomial, Rational> term : polynomial.terms().entrySet()) {
      long product = field.of(term.getValue()).orElse(0);
      for (Monomial.Factor factor : term.getKey().factors()) {
        product = field.times(product, power(of(factor.symbol()), factor.exponent()));
      }
      sum = field.plus(sum, product);
    }
    return sum;
  }

  /** The value of a term over atoms. */
  long of(Term term) {
    Long known = values.get(term);
    if (known == null) {
      known = compute(term);
      values.put(term, known);
    }
    return known;
  }

  private long compute(Term term) {
    return switch (term) {
      case Term.Constant c -> field.of(c.value()).orElse(0);
      case Term.Sum s -> {
        long sum = field.of(s.constant()).orElse(0);
        for (Term addend : s.addends()) {
          sum = field.plus(sum, of(addend));
        }
        yield sum;
      }
      case Term.Product p -> {
        long product = field.of(p.coefficient()).orElse(0);
        for (Term factor : p.factors()) {
          product = field.times(product, of(factor));
        }
        yield product;
      }
      case Term.Power p
          when p.exponent().isInteger() && p.exponent().numerator().bitLength() < 63 ->
          power(of(p.base()), p.exponent().numerator().longValue());
      case Term other -> random.nextLong(field.p());
    };
  }

  private long power(long base, long exponent) {
    return exponent >= 0
        ? field.power(base, exponent)
        : field.power(field.inverse(base).orElse(0), -exponent);
  }
}
