package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * √(a + b√c) = √((a + d)/2) ± √((a − d)/2) with d² = a² − b²c, if a is positive and d needs no
 * root: √(3 + 2√2) = 1 + √2, √(p + q + 2√(pq)) = √p + √q. The sign is that of b; with a minus, the
 * absolute value is meant.
 */
final class Denesting {
  private static final Rational HALF = Rational.of(1, 2);

  private final Canonical canonical;
  private final Roots roots;
  private final Signs signs;

  /** a + b·s for a product s of square roots. */
  private record Surd(Polynomial a, Polynomial b, Polynomial square) {}

  Denesting(Canonical canonical, Roots roots, Signs signs) {
    this.canonical = canonical;
    this.roots = roots;
    this.signs = signs;
  }

  /** The square root of a polynomial that is not negative, if it can be taken apart. */
  Optional<Fraction> of(Fraction base) {
    AtomRing ring = canonical.ring();
    Optional<Surd> surd = surd(ring.expand(base));
    if (surd.isEmpty() || !canonical.range(surd.get().a()).positive()) {
      return Optional.empty();
    }
    Fraction a = ring.of(surd.get().a());
    Range b = canonical.range(surd.get().b());
    Polynomial square = ring.times(ring.times(surd.get().b(), surd.get().b()), surd.get().square());
    Polynomial gap = ring.times(surd.get().a(), surd.get().a()).plus(square.negate());
    return b.positive() || b.negative()
        ? root(ring.of(gap)).map(d -> parted(a, d, b.positive()))
        : Optional.empty();
  }

  private Fraction parted(Fraction a, Fraction d, boolean plus) {
    AtomRing ring = canonical.ring();
    Fraction first = roots.power(half(ring.sum(List.of(a, d))), HALF);
    Fraction second = roots.power(half(ring.sum(List.of(a, d.negate()))), HALF);
    return plus
        ? ring.sum(List.of(first, second))
        : signs.abs(ring.sum(List.of(first, second.negate())));
  }

  private static Fraction half(Fraction whole) {
    return new Fraction(whole.coefficient().times(HALF), whole.monomial(), whole.powers());
  }

  /** The terms with one and the same product of square roots, and those with none. */
  private Optional<Surd> surd(Polynomial polynomial) {
    NavigableMap<Monomial, Rational> without = new TreeMap<>();
    NavigableMap<Monomial, Rational> with = new TreeMap<>();
    Optional<Monomial> product = Optional.empty();
    for (Map.Entry<Monomial, Rational> term : polynomial.terms().entrySet()) {
      Monomial inside =
          new Monomial(term.getKey().factors().stream().filter(f -> isRoot(f.symbol())).toList());
      if (inside.isOne()) {
        without.put(term.getKey(), term.getValue());
      } else if (product.isEmpty() || product.get().equals(inside)) {
        product = Optional.of(inside);
        with.put(term.getKey().times(inside.power(-1)), term.getValue());
      } else {
        return Optional.empty();
      }
    }
    return product.map(p -> new Surd(new Polynomial(without), new Polynomial(with), square(p)));
  }

  private boolean isRoot(Term.Symbol symbol) {
    return roots.root(symbol).isPresent();
  }

  private Polynomial square(Monomial product) {
    AtomRing ring = canonical.ring();
    return ring.times(Polynomial.ONE, Polynomial.of(Rational.ONE, product.power(2)));
  }

  /** The root of a square, of either sign. */
  private static Optional<Fraction> root(Fraction square) {
    Map<Polynomial, Integer> powers = new LinkedHashMap<>();
    square.powers().forEach((p, k) -> powers.put(p, k / 2));
    boolean even =
        square.powers().values().stream().allMatch(k -> k % 2 == 0)
            && square.monomial().factors().stream().allMatch(f -> f.exponent() % 2 == 0);
    return even && !square.isZero() && square.coefficient().signum() > 0
        ? PowerRules.value(square.coefficient(), HALF)
            .map(
                c ->
                    new Fraction(
                        c,
                        new Monomial(
                            square.monomial().factors().stream()
                                .map(f -> new Monomial.Factor(f.symbol(), f.exponent() / 2))
                                .toList()),
                        powers))
        : Optional.empty();
  }
}
