package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sines and cosines of sums and multiples through those of few angles, with s² = 1 − c² for each.
 *
 * <p>The angle of a basis vector has to be fine enough for all its multiples. When a finer one
 * turns up, {@link Finer} is thrown, and the whole form is made once more with the angles known by
 * then.
 */
final class Angles {
  private static final int MOST_MULTIPLES = 24;
  private static final int TWELFTHS = 12;

  private final Canonical canonical;
  private final LinearBasis basis;
  private final Map<Integer, Integer> denominators;
  private final Map<Term.Symbol, InverseFunction> inverses = new HashMap<>();

  /** The cosine and the sine of one angle. */
  record Turn(Term cos, Term sin) {}

  /** A symbol that stands for arctan(argument) or arcsin(argument). */
  record InverseFunction(Elementary function, Term argument) {}

  private record CosOf(int basisVector) {}

  private record SinOf(int basisVector) {}

  /** An angle has to be halved, or divided further. */
  static final class Finer extends RuntimeException {
    private static final long serialVersionUID = 1;

    Finer() {
      super("finer angles", null, false, false);
    }
  }

  /**
   * @param denominators for each basis vector, how fine its angle is; written to before {@link
   *     Finer} is thrown
   */
  Angles(Canonical canonical, Map<Integer, Integer> denominators) {
    this.canonical = canonical;
    this.basis = new LinearBasis(canonical);
    this.denominators = denominators;
  }

  void inverse(Term.Symbol symbol, InverseFunction function) {
    inverses.put(symbol, function);
  }

  /**
   * The cosine and sine of a term over atoms.
   *
   * @param pi the atom of π
   */
  Turn turn(Term argument, Term.Symbol pi) {
    Map<LinearBasis.Direction, Rational> rest = new LinkedHashMap<>(basis.vector(argument));
    LinearBasis.Direction half = new LinearBasis.Direction(Monomial.of(pi, 1), Map.of());
    Rational twelfths = rest.getOrDefault(half, Rational.ZERO).times(Rational.of(TWELFTHS));
    Turn turn = new Turn(canonical.terms().one(), canonical.terms().zero());
    if (twelfths.isInteger()) {
      rest.remove(half);
      turn = exact(twelfths.numerator().mod(BigInteger.valueOf(2 * TWELFTHS)).intValue());
    }
    for (var entry : basis.coefficients(rest).entrySet()) {
      turn = add(turn, multiple(entry.getKey(), entry.getValue()));
    }
    return turn;
  }

  private Turn multiple(int number, Rational coefficient) {
    int fine = denominators.getOrDefault(number, 1);
    Rational steps = coefficient.times(Rational.of(fine));
    if (!steps.isInteger()) {
      denominators.put(number, Math.multiplyExact(fine, steps.denominator().intValueExact()));
      throw new Finer();
    }
    int n = steps.numerator().bitLength() < 16 ? steps.intValueExact() : Integer.MAX_VALUE;
    if (Math.abs((long) n) > MOST_MULTIPLES) {
      throw new TooLarge();
    }
    Turn unit = unit(number, fine);
    Turn result = power(unit, Math.abs(n));
    return n < 0 ? new Turn(result.cos(), canonical.terms().negate(result.sin())) : result;
  }

  private Turn power(Turn unit, int n) {
    if (n <= 1) {
      return n == 1 ? unit : new Turn(canonical.terms().one(), canonical.terms().zero());
    }
    Turn half = power(unit, n / 2);
    Turn even = add(half, half);
    return n % 2 == 0 ? even : add(even, unit);
  }

  /** cos(a + b) and sin(a + b). */
  private Turn add(Turn a, Turn b) {
    Terms t = canonical.terms();
    return new Turn(
        t.minus(t.product(a.cos(), b.cos()), t.product(a.sin(), b.sin())),
        t.sum(t.product(a.sin(), b.cos()), t.product(a.cos(), b.sin())));
  }

  private Turn unit(int number, int fine) {
    Optional<InverseFunction> inverse =
        fine == 1 ? inverse(basis.basisVector(number)) : Optional.empty();
    return inverse.map(this::ofInverse).orElseGet(() -> atoms(number, fine));
  }

  private Turn atoms(int number, int fine) {
    Terms terms = canonical.terms();
    CosOf key = new CosOf(number);
    Term angle =
        terms.product(terms.constant(Rational.of(1, fine)), basis.term(basis.basisVector(number)));
    if (canonical.known(key).isEmpty()) {
      Term.Symbol c = canonical.atom(key, terms.apply(Elementary.COS, angle));
      Term.Symbol s = canonical.atom(new SinOf(number), terms.apply(Elementary.SIN, angle));
      Polynomial value = Polynomial.ONE.plus(Polynomial.of(Rational.of(-1), Monomial.of(c, 2)));
      canonical.ring().add(new Relation.Algebraic(s, 2, value));
    }
    return new Turn(
        canonical.known(key).orElseThrow(), canonical.known(new SinOf(number)).orElseThrow());
  }

  private Optional<InverseFunction> inverse(Map<LinearBasis.Direction, Rational> vector) {
    if (vector.size() != 1 || !vector.containsValue(Rational.ONE)) {
      return Optional.empty();
    }
    LinearBasis.Direction direction = vector.keySet().iterator().next();
    List<Monomial.Factor> factors = direction.monomial().factors();
    boolean alone =
        direction.divisors().isEmpty() && factors.size() == 1 && factors.getFirst().exponent() == 1;
    return alone
        ? Optional.ofNullable(inverses.get(factors.getFirst().symbol()))
        : Optional.empty();
  }

  /**
   * sin(arctan u) = u/√(1 + u²), cos(arcsin u) = √(1 − u²), and so on; both angles have cos ≥ 0.
   */
  private Turn ofInverse(InverseFunction inverse) {
    Terms t = canonical.terms();
    Term u = inverse.argument();
    Term square = t.power(u, 2);
    if (inverse.function() == Elementary.ARCSIN) {
      return new Turn(t.sqrt(t.minus(t.one(), square)), u);
    }
    Term cos = t.power(t.sum(t.one(), square), Rational.of(-1, 2));
    return new Turn(cos, t.product(u, cos));
  }

  /** sin or tan of n·π/12. */
  Term forward(Elementary inverse, int n) {
    Turn turn = exact(n);
    return inverse == Elementary.ARCSIN
        ? turn.sin()
        : canonical.terms().quotient(turn.sin(), turn.cos());
  }

  /** The cosine and sine of n·π/12. */
  private Turn exact(int n) {
    return new Turn(cosine(n), cosine(Math.floorMod(n - TWELFTHS / 2, 2 * TWELFTHS)));
  }

  private Term cosine(int n) {
    Terms t = canonical.terms();
    int m = Math.min(n, 2 * TWELFTHS - n);
    if (m > TWELFTHS / 2) {
      return t.negate(cosine(TWELFTHS - m));
    }
    Term quarter = t.constant(Rational.of(1, 4));
    Term two = t.sqrt(t.constant(2));
    Term six = t.product(two, t.sqrt(t.constant(3)));
    return switch (m) {
      case 0 -> t.one();
      case 1 -> t.product(quarter, t.sum(six, two));
      case 2 -> t.product(t.constant(Rational.of(1, 2)), t.sqrt(t.constant(3)));
      case 3 -> t.product(t.constant(Rational.of(1, 2)), two);
      case 4 -> t.constant(Rational.of(1, 2));
      case 5 -> t.product(quarter, t.minus(six, two));
      default -> t.zero();
    };
  }
}
