package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The atoms of one reduction, and the way between terms over atoms and {@link Fraction}s.
 *
 * <p>An atom is a fresh symbol for a subterm, found again by the canonical form of what it is made
 * of: tanh((x + y)²) and tanh(x² + 2xy + y²) are one atom.
 */
final class Canonical {
  private final Terms terms;
  private final AtomRing ring;
  private final Map<Object, Term.Symbol> atoms = new HashMap<>();
  private final Map<Term.Symbol, Term> definitions = new LinkedHashMap<>();
  private final Map<Term.Symbol, Term> abbreviations = new HashMap<>();
  private final Map<Term.Symbol, Polynomial> divisors = new HashMap<>();
  private final Map<Term, Fraction> fractions = new HashMap<>();
  private final Map<Polynomial, Range> ranges = new HashMap<>();
  private final Map<Polynomial, Range> besideRoots = new HashMap<>();

  private record InverseOf(Polynomial divisor) {}

  private record AbbreviationOf(Term term) {}

  Canonical(Terms terms, Deadline deadline) {
    this.terms = terms;
    this.ring = new AtomRing(deadline);
  }

  Terms terms() {
    return terms;
  }

  AtomRing ring() {
    return ring;
  }

  /** What each atom stands for, in older atoms. */
  Map<Term.Symbol, Term> definitions() {
    return definitions;
  }

  /** The atom with this key, or a new one with the range of its definition. */
  Term.Symbol atom(Object key, Term definition) {
    return known(key).orElseGet(() -> make(key, definition, definition.range()));
  }

  Optional<Term.Symbol> known(Object key) {
    return Optional.ofNullable(atoms.get(key));
  }

  Term.Symbol make(Object key, Term definition, Range range) {
    Term.Symbol symbol = terms.fresh(new Domain(range, false));
    atoms.put(key, symbol);
    definitions.put(symbol, definition);
    return symbol;
  }

  /** Whether a symbol stands for 1/P. */
  boolean isInverse(Term.Symbol symbol) {
    return divisors.containsKey(symbol);
  }

  /** The atom R with R·divisor = 1. */
  private Term.Symbol inverse(Polynomial divisor) {
    InverseOf key = new InverseOf(divisor);
    return known(key)
        .orElseGet(
            () -> {
              Range range = range(divisor).reciprocal();
              Term.Symbol symbol = make(key, terms.power(term(divisor), -1), range);
              divisors.put(symbol, divisor);
              ring.add(new Relation.Inverse(symbol, divisor));
              return symbol;
            });
  }

  /** An interval that holds every value of a polynomial. */
  Range range(Polynomial polynomial) {
    Range known = ranges.getOrDefault(polynomial, Range.ALL);
    Range own = polynomial.symbol().map(Term::range).orElseGet(polynomial::range).meet(known);
    return own.positive() || own.negative() || polynomial.size() < 2
        ? own
        : own.meet(besideRoots.computeIfAbsent(polynomial, BesideRoots.in(ring)::range));
  }

  /** Remembers what is known of a term beside what its parts show. */
  void learn(Term overAtoms, Range range) {
    Fraction fraction = fraction(overAtoms);
    if (!fraction.isZero()) {
      Range scaled = range.times(Range.point(Rational.ONE.dividedBy(fraction.coefficient())));
      single(fraction).ifPresent(p -> ranges.merge(p, scaled, Range::meet));
    }
  }

  /** The one factor of a fraction, but for its coefficient. */
  private static Optional<Polynomial> single(Fraction fraction) {
    Polynomial monomial = Polynomial.of(Rational.ONE, fraction.monomial());
    if (fraction.powers().isEmpty()) {
      return Optional.of(monomial).filter(m -> m.symbol().isPresent());
    }
    Polynomial first = fraction.powers().keySet().iterator().next();
    return Optional.of(first)
        .filter(p -> fraction.monomial().isOne() && fraction.powers().equals(Map.of(p, 1)));
  }

  /**
   * The canonical form of a term over atoms: constants, symbols, sums, products, integer powers.
   *
   * @throws Undefined at a division by zero
   */
  Fraction fraction(Term term) {
    Fraction known = fractions.get(term);
    if (known == null) {
      known = compute(term);
      fractions.put(term, known);
    }
    return known;
  }

  private Fraction compute(Term term) {
    try {
      return switch (term) {
        case Term.Constant c -> Fraction.of(c.value());
        case Term.Symbol s -> symbol(s);
        case Term.Sum s -> sum(s);
        case Term.Product p -> product(p);
        case Term.Power p -> ring.power(fraction(p.base()), p.exponent().intValueExact());
        case Term.Pi pi -> throw new IllegalArgumentException("not over atoms: " + pi);
        case Term.OddRoot r -> throw new IllegalArgumentException("not over atoms: " + r);
        case Term.Apply a -> throw new IllegalArgumentException("not over atoms: " + a);
        case Term.Select s -> throw new IllegalArgumentException("not over atoms: " + s);
        case Term.Opaque o -> throw new IllegalArgumentException("not over atoms: " + o);
      };
    } catch (TooLarge | ArithmeticException e) {
      return ring.of(abbreviation(term));
    }
  }

  private Fraction symbol(Term.Symbol symbol) {
    Polynomial divisor = divisors.get(symbol);
    return divisor == null ? ring.of(symbol) : ring.power(ring.of(divisor), -1);
  }

  private Fraction sum(Term.Sum sum) {
    List<Fraction> addends = new ArrayList<>(sum.addends().stream().map(this::fraction).toList());
    addends.add(Fraction.of(sum.constant()));
    Fraction result = ring.sum(addends);
    if (sum.range().positive() && !result.isZero()) {
      // A sum shows its sign better than its expansion does: (x − 1)² + 1.
      Range scaled = sum.range().times(Range.point(Rational.ONE.dividedBy(result.coefficient())));
      single(result).ifPresent(p -> ranges.merge(p, scaled, Range::meet));
    }
    return result;
  }

  private Fraction product(Term.Product product) {
    Fraction result = Fraction.of(product.coefficient());
    for (Term factor : product.factors()) {
      result = ring.times(result, fraction(factor));
    }
    return result;
  }

  /** A symbol for a term whose expansion is too long to be looked into. */
  Term.Symbol abbreviation(Term term) {
    AbbreviationOf key = new AbbreviationOf(term);
    Term.Symbol symbol = atom(key, term);
    abbreviations.put(symbol, term);
    return symbol;
  }

  /** The term over atoms that a fraction is; its divisors become atoms with an inverse. */
  Term term(Fraction fraction) {
    List<Term> factors = new ArrayList<>();
    factors.add(term(Polynomial.of(fraction.coefficient(), fraction.monomial())));
    fraction
        .powers()
        .forEach(
            (p, k) ->
                factors.add(k > 0 ? terms.power(term(p), k) : terms.power(inverse(p), -(long) k)));
    return terms.product(factors);
  }

  Term term(Polynomial polynomial) {
    List<Term> addends = new ArrayList<>();
    polynomial
        .terms()
        .forEach(
            (monomial, coefficient) -> {
              List<Term> factors = new ArrayList<>(List.of(terms.constant(coefficient)));
              monomial
                  .factors()
                  .forEach(f -> factors.add(terms.power(term(f.symbol()), f.exponent())));
              addends.add(terms.product(factors));
            });
    return terms.sum(addends);
  }

  private Term term(Term.Symbol symbol) {
    return abbreviations.getOrDefault(symbol, symbol);
  }
}
