package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signs of fractions. Where the sign of a factor u is unknown it becomes an atom σ with σ² = 1, by
 * which |u| = σu, and select(u, a, b) = (a + b)/2 + σ(a − b)/2.
 */
final class Signs {
  /** The most terms, and the most symbols, of a polynomial that is looked into for factors. */
  private static final int LONGEST = 8;

  private final Canonical canonical;
  private final Map<Term.Symbol, Polynomial> signed = new LinkedHashMap<>();

  private final Monotone monotone;

  private record SignOf(Polynomial polynomial) {}

  /**
   * A factor base^exponent.
   *
   * @param nonnegative whether the base surely is
   */
  record Part(Fraction base, int exponent, boolean nonnegative) {
    boolean odd() {
      return exponent % 2 != 0;
    }
  }

  /** sign · magnitude · Π parts, the magnitude positive. */
  record Split(int sign, Rational magnitude, List<Part> parts) {}

  Signs(Canonical canonical) {
    this.canonical = canonical;
    this.monotone = new Monotone(canonical);
  }

  boolean isSign(Term.Symbol symbol) {
    return signed.containsKey(symbol);
  }

  /** What has a sign that is not known. */
  List<Polynomial> unknown() {
    return List.copyOf(signed.values());
  }

  /** Learns the sign of the only factor whose sign is not known yet. */
  void learnPositive(Fraction fraction) {
    Split split = split(fraction);
    List<Part> unknown = split.parts().stream().filter(p -> !p.nonnegative() && p.odd()).toList();
    if (unknown.size() == 1) {
      Range range = split.sign() > 0 ? Range.POSITIVE : Range.POSITIVE.negate();
      canonical.learn(canonical.term(unknown.getFirst().base()), range);
    }
  }

  /** The sign of a fraction, where it is not 0. */
  Fraction of(Fraction fraction) {
    Split split = split(fraction);
    Fraction sign = Fraction.of(Rational.of(split.sign()));
    for (Part part : split.parts()) {
      if (!part.nonnegative() && part.odd()) {
        sign = canonical.ring().times(sign, atom(part.base()));
      }
    }
    return sign;
  }

  /** Whether a term over atoms surely compares so with 0 wherever it is defined. */
  boolean holds(Fraction fraction, Conditions.Relation relation) {
    if (fraction.isZero()) {
      return relation == Conditions.Relation.NONNEGATIVE;
    }
    boolean nonzero =
        fraction.monomial().factors().stream().allMatch(f -> f.symbol().range().nonzero())
            && fraction.powers().keySet().stream().allMatch(p -> canonical.range(p).nonzero());
    Fraction sign = of(fraction);
    boolean plus = sign.isConstant() && sign.coefficient().signum() > 0;
    return switch (relation) {
      case NONZERO -> nonzero;
      case POSITIVE -> nonzero && plus;
      case NONNEGATIVE -> plus;
    };
  }

  Fraction abs(Fraction fraction) {
    return canonical.ring().times(fraction, of(fraction));
  }

  private Fraction atom(Fraction base) {
    Polynomial polynomial = canonical.ring().expand(base);
    if (polynomial.symbol().filter(signed::containsKey).isPresent()) {
      return base;
    }
    Optional<Term> simpler = monotone.sameSign(polynomial);
    if (simpler.isPresent()) {
      return of(canonical.fraction(simpler.get()));
    }
    Optional<Fraction> factored = factored(polynomial);
    if (factored.isPresent()) {
      return of(factored.get());
    }
    SignOf key = new SignOf(polynomial);
    Term.Symbol sigma =
        canonical
            .known(key)
            .orElseGet(
                () -> {
                  Term definition = canonical.terms().sign(canonical.term(polynomial));
                  Term.Symbol made =
                      canonical.make(key, definition, Range.closed(-1, 1).withoutZero());
                  canonical.ring().add(new Relation.Algebraic(made, 2, Polynomial.ONE));
                  signed.put(made, polynomial);
                  return made;
                });
    return canonical.ring().of(sigma);
  }

  /** (x − y)·Q, where a difference of two symbols divides a short polynomial. */
  private Optional<Fraction> factored(Polynomial polynomial) {
    List<Term.Symbol> symbols =
        polynomial.terms().keySet().stream()
            .flatMap(m -> m.factors().stream())
            .map(Monomial.Factor::symbol)
            .distinct()
            .toList();
    if (polynomial.size() < 3 || polynomial.size() > LONGEST || symbols.size() > LONGEST) {
      return Optional.empty();
    }
    for (int i = 0; i < symbols.size(); i++) {
      for (int j = i + 1; j < symbols.size(); j++) {
        Polynomial divisor =
            Polynomial.of(symbols.get(i)).plus(Polynomial.of(symbols.get(j)).negate());
        Optional<Polynomial> quotient = polynomial.dividedBy(divisor);
        if (quotient.isPresent()) {
          AtomRing ring = canonical.ring();
          return Optional.of(ring.times(ring.of(divisor), ring.of(quotient.get())));
        }
      }
    }
    return Optional.empty();
  }

  /** The factors of a fraction, those of known sign made nonnegative, σ·u taken together as |u|. */
  Split split(Fraction fraction) {
    int sign = fraction.coefficient().signum();
    Rational magnitude = sign < 0 ? fraction.coefficient().negate() : fraction.coefficient();
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<Polynomial, Integer> power : bases(fraction, parts).entrySet()) {
      Range range = range(power.getKey());
      Fraction base = canonical.ring().of(power.getKey());
      int exponent = power.getValue();
      if (range.nonpositive() && !range.nonnegative()) {
        sign = exponent % 2 == 0 ? sign : -sign;
        parts.add(new Part(base.negate(), exponent, true));
      } else {
        parts.add(new Part(base, exponent, range.nonnegative()));
      }
    }
    return new Split(sign, magnitude, parts);
  }

  /** The sign of a polynomial where it is not 0, as a range. */
  private Range range(Polynomial polynomial) {
    Range range = canonical.range(polynomial);
    if (range.nonnegative() || range.nonpositive()) {
      return range;
    }
    Optional<Fraction> sign =
        monotone
            .sameSign(polynomial)
            .map(canonical::fraction)
            .filter(f -> !f.isZero())
            .map(this::of)
            .filter(Fraction::isConstant);
    return sign.isEmpty()
        ? range
        : sign.get().coefficient().signum() > 0 ? Range.POSITIVE : Range.POSITIVE.negate();
  }

  private Map<Polynomial, Integer> bases(Fraction fraction, List<Part> absolutes) {
    Map<Polynomial, Integer> bases = new LinkedHashMap<>();
    fraction.monomial().factors().forEach(f -> bases.put(Polynomial.of(f.symbol()), f.exponent()));
    bases.putAll(fraction.powers());
    for (Polynomial sigma : List.copyOf(fraction.powers().keySet())) {
      Polynomial of = sigma.symbol().map(signed::get).orElse(null);
      Integer exponent = of == null ? null : bases.get(of);
      if (exponent != null && exponent % 2 != 0) {
        bases.remove(sigma);
        bases.remove(of);
        AtomRing ring = canonical.ring();
        absolutes.add(new Part(ring.times(ring.of(of), ring.of(sigma)), exponent, true));
      }
    }
    return bases;
  }
}
