package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rational powers of fractions. They are taken apart only where signs allow: √(pq) = √p·√q for p, q
 * ≥ 0, √(x²y) = |x|·√y, and √(xy) stays one root if nothing is known of x and y.
 */
final class Roots {
  private final Canonical canonical;
  private final Signs signs;
  private final Map<Fraction, List<Root>> roots = new HashMap<>();
  private final Map<Term.Symbol, Root> bySymbol = new HashMap<>();
  private final Denesting denesting;

  /** symbol^index = radicand ≥ 0. */
  record Root(Term.Symbol symbol, Fraction radicand, int index) {}

  private record RootOf(Fraction radicand, int index) {}

  private record OddRootOf(Fraction radicand, int index) {}

  Roots(Canonical canonical, Signs signs) {
    this.canonical = canonical;
    this.signs = signs;
    this.denesting = new Denesting(canonical, this, signs);
  }

  /** The root that a symbol was made for. */
  Optional<Root> root(Term.Symbol symbol) {
    return Optional.ofNullable(bySymbol.get(symbol));
  }

  /**
   * base^exponent where the base is not negative.
   *
   * @throws Undefined if the base is certainly negative, or 0 under a negative exponent
   */
  Fraction power(Fraction base, Rational exponent) {
    if (exponent.isInteger()) {
      return ring().power(base, exponent.intValueExact());
    }
    if (base.isZero()) {
      return ring().power(base, exponent.signum());
    }
    Signs.Split split = signs.split(base);
    Fraction result = number(split.magnitude(), exponent);
    Fraction mixed = Fraction.of(Rational.of(split.sign()));
    List<Signs.Part> unknown =
        split.parts().stream().filter(p -> !p.nonnegative() && p.odd()).toList();
    boolean alone = unknown.size() == 1 && split.sign() > 0;
    for (Signs.Part part : split.parts()) {
      Rational k = Rational.of(part.exponent()).times(exponent);
      if (part.nonnegative() || (part.odd() && alone)) {
        result = times(result, positive(part.base(), k));
      } else if (!part.odd()) {
        result = times(result, positive(signs.abs(part.base()), k));
      } else {
        result = times(result, positive(signs.abs(part.base()), k.minus(exponent)));
        mixed = times(mixed, part.base());
      }
    }
    return mixed.equals(Fraction.ONE) ? result : times(result, positive(mixed, exponent));
  }

  /** base^exponent for a base that is one factor and not negative. */
  private Fraction positive(Fraction base, Rational exponent) {
    if (base.isConstant()) {
      if (base.coefficient().signum() < 0) {
        throw new Undefined("root of a negative number");
      }
      return number(base.coefficient(), exponent);
    }
    Optional<Root> nested = single(base).flatMap(this::root);
    if (nested.isPresent()) {
      return power(nested.get().radicand(), exponent.dividedBy(Rational.of(nested.get().index())));
    }
    if (exponent.denominator().equals(BigInteger.TWO)) {
      Optional<Fraction> sum = denesting.of(base);
      if (sum.isPresent()) {
        return ring().power(sum.get(), exponent.numerator().intValueExact());
      }
    }
    return split(base, exponent);
  }

  private Fraction split(Fraction base, Rational exponent) {
    int index = exponent.denominator().intValueExact();
    int numerator = exponent.numerator().intValueExact();
    Fraction whole = ring().power(base, Math.floorDiv(numerator, index));
    int rest = Math.floorMod(numerator, index);
    return rest == 0 ? whole : times(whole, ring().power(root(base, index), rest));
  }

  private Optional<Term.Symbol> single(Fraction fraction) {
    return ring().expand(fraction).symbol();
  }

  /** The atom of a root; one with a common multiple of all indices so far, if there are several. */
  private Fraction root(Fraction radicand, int index) {
    List<Root> known = roots.computeIfAbsent(radicand, r -> new ArrayList<>());
    for (Root root : known) {
      if (root.index() % index == 0) {
        return ring().power(ring().of(root.symbol()), root.index() / index);
      }
    }
    if (known.isEmpty()) {
      return ring().of(make(radicand, index, index, ring().expand(radicand)).symbol());
    }
    Root last = known.getLast();
    int gcd = BigInteger.valueOf(index).gcd(BigInteger.valueOf(last.index())).intValue();
    int common = Math.multiplyExact(index / gcd, last.index());
    Root finer = make(radicand, common, index / gcd, Polynomial.of(last.symbol()));
    return ring().power(ring().of(finer.symbol()), common / index);
  }

  private Root make(Fraction radicand, int index, int degree, Polynomial value) {
    Terms terms = canonical.terms();
    Term definition = terms.power(canonical.term(radicand), Rational.of(1, index));
    Range range = definition.range().meet(Range.NONNEGATIVE);
    Term.Symbol symbol = canonical.make(new RootOf(radicand, index), definition, range);
    ring().add(new Relation.Algebraic(symbol, degree, value));
    Root root = new Root(symbol, radicand, index);
    roots.get(radicand).add(root);
    bySymbol.put(symbol, root);
    return root;
  }

  /** A power of a positive number, prime by prime. */
  private Fraction number(Rational base, Rational exponent) {
    Fraction result = Fraction.ONE;
    for (Map.Entry<BigInteger, Integer> prime : Primes.factors(base).entrySet()) {
      Fraction p = Fraction.of(new Rational(prime.getKey(), BigInteger.ONE));
      Rational k = Rational.of(prime.getValue()).times(exponent);
      result = times(result, split(p, k));
    }
    return result;
  }

  /** The real root of odd index; it may be taken factor by factor whatever the signs. */
  Fraction oddRoot(Fraction base, int index) {
    if (base.isZero()) {
      return base;
    }
    Rational exponent = Rational.of(1, index);
    Signs.Split split = signs.split(base);
    Fraction result =
        times(Fraction.of(Rational.of(split.sign())), number(split.magnitude(), exponent));
    for (Signs.Part part : split.parts()) {
      result =
          times(
              result,
              part.nonnegative()
                  ? positive(part.base(), Rational.of(part.exponent()).times(exponent))
                  : oddPower(part, index));
    }
    return result;
  }

  private Fraction oddPower(Signs.Part part, int index) {
    OddRootOf key = new OddRootOf(part.base(), index);
    Term.Symbol symbol =
        canonical
            .known(key)
            .orElseGet(
                () -> {
                  Term definition = canonical.terms().oddRoot(canonical.term(part.base()), index);
                  Term.Symbol made = canonical.make(key, definition, Range.ALL);
                  ring().add(new Relation.Algebraic(made, index, ring().expand(part.base())));
                  return made;
                });
    return ring().power(ring().of(symbol), part.exponent());
  }

  private AtomRing ring() {
    return canonical.ring();
  }

  private Fraction times(Fraction left, Fraction right) {
    return ring().times(left, right);
  }
}
