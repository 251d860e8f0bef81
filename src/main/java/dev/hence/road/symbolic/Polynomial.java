package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A sum of rational multiples of {@link Monomial}s, none of them 0: equal polynomials are equal
 * objects. It knows nothing of relations between its symbols; {@link AtomRing} does.
 */
record Polynomial(NavigableMap<Monomial, Rational> terms) {
  static final Polynomial ZERO = new Polynomial(new TreeMap<>());
  static final Polynomial ONE = of(Rational.ONE, Monomial.ONE);

  static Polynomial of(Rational coefficient, Monomial monomial) {
    NavigableMap<Monomial, Rational> terms = new TreeMap<>();
    if (coefficient.signum() != 0) {
      terms.put(monomial, coefficient);
    }
    return new Polynomial(terms);
  }

  static Polynomial of(Rational value) {
    return of(value, Monomial.ONE);
  }

  static Polynomial of(Term.Symbol symbol) {
    return of(Rational.ONE, Monomial.of(symbol, 1));
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  int size() {
    return terms.size();
  }

  Monomial leadingMonomial() {
    return terms.lastKey();
  }

  Rational leadingCoefficient() {
    return terms.lastEntry().getValue();
  }

  /** The value of a polynomial without symbols. */
  Optional<Rational> constant() {
    return isZero()
        ? Optional.of(Rational.ZERO)
        : size() == 1 && leadingMonomial().isOne()
            ? Optional.of(leadingCoefficient())
            : Optional.empty();
  }

  /** The symbol that this is and nothing else. */
  Optional<Term.Symbol> symbol() {
    boolean single =
        size() == 1
            && leadingCoefficient().equals(Rational.ONE)
            && leadingMonomial().factors().size() == 1
            && leadingMonomial().factors().getFirst().exponent() == 1;
    return single ? Optional.of(leadingMonomial().factors().getFirst().symbol()) : Optional.empty();
  }

  Polynomial plus(Polynomial other) {
    NavigableMap<Monomial, Rational> sum = new TreeMap<>(terms);
    other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
    return new Polynomial(sum);
  }

  /** coefficient · monomial · this, without regard to relations. */
  Polynomial times(Rational coefficient, Monomial monomial) {
    if (coefficient.signum() == 0) {
      return ZERO;
    }
    NavigableMap<Monomial, Rational> product = new TreeMap<>();
    terms.forEach((m, c) -> product.put(m.times(monomial), c.times(coefficient)));
    return new Polynomial(product);
  }

  static void add(Map<Monomial, Rational> sum, Monomial monomial, Rational coefficient) {
    sum.merge(
        monomial,
        coefficient,
        (a, b) -> {
          Rational c = a.plus(b);
          return c.signum() == 0 ? null : c;
        });
  }

  /** The largest monomial that divides every term. */
  Monomial commonMonomial() {
    Monomial common = terms.firstKey();
    for (Monomial monomial : terms.keySet()) {
      common = common.gcd(monomial);
    }
    return common;
  }

  /** The rational by which this is a polynomial of coprime integers, the first one positive. */
  Rational content() {
    BigInteger numerators = BigInteger.ZERO;
    BigInteger denominators = BigInteger.ONE;
    for (Rational c : terms.values()) {
      numerators = numerators.gcd(c.numerator());
      BigInteger d = c.denominator();
      denominators = denominators.multiply(d).divide(denominators.gcd(d));
    }
    Rational content = new Rational(numerators, denominators);
    return leadingCoefficient().signum() < 0 ? content.negate() : content;
  }

  /** The quotient, if the other divides this without a rest and without negative powers. */
  Optional<Polynomial> dividedBy(Polynomial other) {
    Polynomial rest = this;
    Polynomial quotient = ZERO;
    Monomial inverse = other.leadingMonomial().power(-1);
    while (!rest.isZero()) {
      Monomial monomial = rest.leadingMonomial().times(inverse);
      if (monomial.hasNegative()) {
        return Optional.empty();
      }
      Rational coefficient = rest.leadingCoefficient().dividedBy(other.leadingCoefficient());
      quotient = quotient.plus(of(coefficient, monomial));
      rest = rest.plus(other.times(coefficient.negate(), monomial));
    }
    return Optional.of(quotient);
  }

  /**
   * The polynomial of which this is the square, if there is one; its first coefficient positive.
   */
  Optional<Polynomial> squareRoot() {
    Optional<Polynomial> first = monomialRoot(leadingMonomial(), leadingCoefficient());
    if (first.isEmpty()
        || monomialRoot(terms.firstKey(), terms.firstEntry().getValue()).isEmpty()) {
      return Optional.empty();
    }
    Polynomial root = first.get();
    Monomial inverse = root.leadingMonomial().power(-1);
    Rational twice = root.leadingCoefficient().times(Rational.of(2));
    Polynomial rest = plus(root.squared().negate());
    while (!rest.isZero()) {
      Monomial monomial = rest.leadingMonomial().times(inverse);
      if (root.size() > size()
          || monomial.hasNegative()
          || monomial.compareTo(root.terms.firstKey()) >= 0) {
        return Optional.empty();
      }
      root = root.plus(of(rest.leadingCoefficient().dividedBy(twice), monomial));
      rest = plus(root.squared().negate());
    }
    return Optional.of(root);
  }

  private static Optional<Polynomial> monomialRoot(Monomial monomial, Rational coefficient) {
    boolean even = monomial.factors().stream().allMatch(f -> f.exponent() % 2 == 0);
    return even
        ? PowerRules.value(coefficient, Rational.of(1, 2))
            .map(
                c ->
                    of(
                        c,
                        new Monomial(
                            monomial.factors().stream()
                                .map(f -> new Monomial.Factor(f.symbol(), f.exponent() / 2))
                                .toList())))
        : Optional.empty();
  }

  private Polynomial squared() {
    Polynomial square = ZERO;
    for (Map.Entry<Monomial, Rational> term : terms.entrySet()) {
      square = square.plus(times(term.getValue(), term.getKey()));
    }
    return square;
  }

  Polynomial negate() {
    return times(Rational.of(-1), Monomial.ONE);
  }

  /** An interval that holds every value. */
  Range range() {
    Range range = Range.point(Rational.ZERO);
    for (Map.Entry<Monomial, Rational> term : terms.entrySet()) {
      Range product = Range.point(term.getValue());
      for (Monomial.Factor factor : term.getKey().factors()) {
        product =
            product.times(
                PowerRules.range(factor.symbol().range(), Rational.of(factor.exponent())));
      }
      range = range.plus(product);
    }
    return size() == 3 && !range.positive() ? range.meet(quadraticRange()) : range;
  }

  /** au² + bu + c > 0 for a > 0 and b² < 4ac, whatever the monomial u. */
  private Range quadraticRange() {
    List<Map.Entry<Monomial, Rational>> parts = List.copyOf(terms.entrySet());
    Rational a = parts.get(2).getValue();
    Rational b = parts.get(1).getValue();
    Rational c = parts.get(0).getValue();
    boolean square =
        parts.get(0).getKey().isOne()
            && parts.get(2).getKey().equals(parts.get(1).getKey().power(2));
    Rational discriminant = b.times(b).minus(a.times(c).times(Rational.of(4)));
    return square && a.signum() > 0 && discriminant.signum() < 0 ? Range.POSITIVE : Range.ALL;
  }
}
