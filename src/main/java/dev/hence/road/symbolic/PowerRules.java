package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the factory folds of powers, and where a power is defined. */
final class PowerRules {
  private static final int LARGEST_BITS = 4096;

  private PowerRules() {}

  static Term power(Terms terms, Term base, Rational exponent) {
    if (exponent.equals(Rational.ONE)) {
      return base;
    }
    if (exponent.signum() == 0) {
      return terms.sum(terms.one(), terms.product(terms.zero(), base));
    }
    return switch (base) {
      case Term.Constant c ->
          value(c.value(), exponent)
              .<Term>map(terms::constant)
              .orElseGet(() -> terms.rawPower(base, exponent));
      case Term.Power p when adds(p, exponent) ->
          power(terms, p.base(), p.exponent().times(exponent));
      case Term.Product p when exponent.isInteger() -> distribute(terms, p, exponent);
      case Term other -> terms.rawPower(other, exponent);
    };
  }

  /** Whether (b^m)^n = b^(mn) with the same domain. */
  private static boolean adds(Term.Power inner, Rational outer) {
    Term base = inner.base();
    boolean rising = inner.exponent().signum() > 0 && outer.signum() > 0;
    if (base.total() && (base.range().positive() || (base.range().nonnegative() && rising))) {
      return true;
    }
    if (!outer.isInteger()) {
      return false;
    }
    boolean sameHoles =
        inner.exponent().signum() > 0
            || outer.signum() > 0
            || (base.total() && base.range().nonzero());
    boolean sameRoots = inner.exponent().isInteger() || !inner.exponent().times(outer).isInteger();
    return sameHoles && sameRoots;
  }

  private static Term distribute(Terms terms, Term.Product product, Rational exponent) {
    List<Term> factors = new ArrayList<>();
    factors.add(power(terms, terms.constant(product.coefficient()), exponent));
    product.factors().forEach(f -> factors.add(power(terms, f, exponent)));
    return terms.product(factors);
  }

  /** The exact value of a power, if it is defined, rational and not too long. */
  static Optional<Rational> value(Rational base, Rational exponent) {
    if (exponent.numerator().bitLength() > 16 || exponent.denominator().bitLength() > 16) {
      return base.equals(Rational.ONE) ? Optional.of(base) : Optional.empty();
    }
    int n = exponent.numerator().intValueExact();
    int q = exponent.denominator().intValueExact();
    int bits = Math.max(base.numerator().bitLength(), base.denominator().bitLength());
    if ((base.signum() == 0 && n < 0) || (long) bits * Math.abs(n) > LARGEST_BITS) {
      return Optional.empty();
    }
    if (q > 1 && base.signum() < 0) {
      return Optional.empty();
    }
    Optional<BigInteger> above = root(base.numerator(), q);
    Optional<BigInteger> below = root(base.denominator(), q);
    return above.isEmpty() || below.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rational(above.get(), below.get()).power(n));
  }

  /** The integer q-th root, if there is one. */
  static Optional<BigInteger> root(BigInteger value, int q) {
    if (q == 1 || value.signum() == 0 || value.equals(BigInteger.ONE)) {
      return Optional.of(value);
    }
    BigInteger low = BigInteger.ONE;
    BigInteger high = BigInteger.ONE.shiftLeft(value.bitLength() / q + 1);
    while (low.compareTo(high) < 0) {
      BigInteger middle = low.add(high).shiftRight(1);
      if (middle.pow(q).compareTo(value) < 0) {
        low = middle.add(BigInteger.ONE);
      } else {
        high = middle;
      }
    }
    return low.pow(q).equals(value) ? Optional.of(low) : Optional.empty();
  }

  static boolean definedOn(Range base, Rational exponent) {
    boolean rising = exponent.signum() > 0;
    return exponent.isInteger()
        ? rising || base.nonzero()
        : base.positive() || (rising && base.nonnegative());
  }

  static Range range(Range base, Rational exponent) {
    if (!exponent.isInteger()) {
      Range root = base.nonzero() || exponent.signum() < 0 ? Range.POSITIVE : Range.NONNEGATIVE;
      return base.atLeastOne() && exponent.signum() > 0 ? root.meet(Range.atLeast(1)) : root;
    }
    BigInteger size = exponent.numerator().abs();
    int n = size.bitLength() < 31 ? size.intValueExact() : 1000 + size.intValue() % 2;
    Range power = base.power(n);
    return exponent.signum() > 0 ? power : power.reciprocal();
  }
}
