package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sign of a + b·s for a square root s: where b²s² > a² it is that of b·s, where b²s² < a² that
 * of a. So √(x² + 1) + x > 0.
 */
final class BesideRoots {
  private static final int LARGEST = 40;

  private final AtomRing ring;

  private BesideRoots(AtomRing ring) {
    this.ring = ring;
  }

  static BesideRoots in(AtomRing ring) {
    return new BesideRoots(ring);
  }

  /** What the roots in a polynomial show of its values. */
  Range range(Polynomial polynomial) {
    if (polynomial.size() > LARGEST) {
      return Range.ALL;
    }
    List<Term.Symbol> roots =
        polynomial.terms().keySet().stream()
            .flatMap(m -> m.factors().stream())
            .map(Monomial.Factor::symbol)
            .distinct()
            .filter(s -> s.range().nonnegative())
            .filter(s -> ring.algebraic(s).filter(r -> r.degree() == 2).isPresent())
            .toList();
    return roots.stream()
        .flatMap(root -> beside(polynomial, root).stream())
        .findFirst()
        .orElse(Range.ALL);
  }

  private Optional<Range> beside(Polynomial polynomial, Term.Symbol root) {
    NavigableMap<Monomial, Rational> without = new TreeMap<>();
    NavigableMap<Monomial, Rational> with = new TreeMap<>();
    polynomial
        .terms()
        .forEach(
            (m, c) -> {
              boolean inside = m.exponent(root) != 0;
              (inside ? with : without).put(inside ? m.without(root) : m, c);
            });
    Polynomial a = new Polynomial(without);
    Polynomial b = new Polynomial(with);
    try {
      Polynomial square = ring.algebraic(root).orElseThrow().value();
      Polynomial gap = ring.times(ring.times(b, b), square).plus(ring.times(a, a).negate());
      Range difference = gap.range();
      Range larger =
          difference.positive()
              ? b.range().times(root.range())
              : difference.negative() ? a.range() : Range.ALL;
      return larger.nonnegative()
          ? Optional.of(Range.POSITIVE)
          : larger.negate().nonnegative() ? Optional.of(Range.POSITIVE.negate()) : Optional.empty();
    } catch (TooLarge | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
