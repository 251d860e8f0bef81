package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completes squares: whether a polynomial is a sum of terms that are nowhere negative and of
 * squares, each times a monomial that is nowhere negative. Sound, far from complete.
 */
final class Squares {
  private static final int MOST_MONOMIALS = 400;
  private static final int MOST_SQUARES = 60;

  private final AtomRing ring;

  Squares(AtomRing ring) {
    this.ring = ring;
  }

  /**
   * @param strict whether it is to be positive everywhere
   */
  boolean show(Polynomial polynomial, boolean strict) {
    return show(polynomial, strict, false) || show(polynomial, strict, true);
  }

  private boolean show(Polynomial polynomial, boolean strict, boolean descending) {
    Polynomial rest = polynomial;
    for (int k = 0; k < MOST_SQUARES && rest.size() <= MOST_MONOMIALS; k++) {
      if (strict ? rest.range().positive() : rest.range().nonnegative()) {
        return true;
      }
      Optional<Polynomial> next = withoutOneSquare(rest, descending);
      if (next.isEmpty()) {
        return false;
      }
      rest = next.get();
    }
    return false;
  }

  /** A monomial as g·h², g of first powers. */
  private record Parts(Monomial outer, Monomial root) {
    static Parts of(Monomial monomial) {
      List<Monomial.Factor> outer = new ArrayList<>();
      List<Monomial.Factor> root = new ArrayList<>();
      for (Monomial.Factor factor : monomial.factors()) {
        int odd = Math.floorMod(factor.exponent(), 2);
        if (odd != 0) {
          outer.add(new Monomial.Factor(factor.symbol(), odd));
        }
        if (factor.exponent() != odd) {
          root.add(new Monomial.Factor(factor.symbol(), (factor.exponent() - odd) / 2));
        }
      }
      return new Parts(new Monomial(outer), new Monomial(root));
    }

    boolean isNonnegative() {
      return outer.factors().stream().allMatch(f -> f.symbol().range().nonnegative());
    }
  }

  /** The polynomial less c·g·(m + Σ nₖ bₖ/2c)² for a square c·g·m² in it and products bₖ·g·m·nₖ. */
  private Optional<Polynomial> withoutOneSquare(Polynomial polynomial, boolean descending) {
    var entries = descending ? polynomial.terms().descendingMap() : polynomial.terms();
    for (Map.Entry<Monomial, Rational> entry : entries.entrySet()) {
      Parts parts = Parts.of(entry.getKey());
      if (entry.getValue().signum() > 0 && parts.isNonnegative()) {
        Polynomial root = root(polynomial, parts, entry.getValue());
        if (root.size() > 1) {
          Polynomial square =
              ring.times(ring.times(root, root), Polynomial.of(entry.getValue(), parts.outer()));
          return Optional.of(polynomial.plus(square.negate()));
        }
      }
    }
    return Optional.empty();
  }

  private static Polynomial root(Polynomial polynomial, Parts parts, Rational coefficient) {
    Polynomial root = Polynomial.of(Rational.ONE, parts.root());
    Monomial inverse = parts.outer().times(parts.root()).power(-1);
    Rational twice = coefficient.times(Rational.of(2));
    for (Map.Entry<Monomial, Rational> entry : polynomial.terms().entrySet()) {
      Monomial other = entry.getKey().times(inverse);
      boolean pairs =
          !other.equals(parts.root())
              && !other.hasNegative()
              && polynomial
                      .terms()
                      .getOrDefault(other.power(2).times(parts.outer()), Rational.ZERO)
                      .signum()
                  > 0;
      if (pairs) {
        root = root.plus(Polynomial.of(entry.getValue().dividedBy(twice), other));
      }
    }
    return root;
  }
}
