package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Simpler terms of the same sign: an increasing function f has f(u) − f(v) positive where u − v is,
 * and f(u) where u is if f(0) = 0.
 */
final class Monotone {
  private static final Set<Elementary> INCREASING =
      EnumSet.of(
          Elementary.EXP,
          Elementary.LOG,
          Elementary.TANH,
          Elementary.ERF,
          Elementary.ARCTAN,
          Elementary.ARCSIN);

  private final Canonical canonical;

  Monotone(Canonical canonical) {
    this.canonical = canonical;
  }

  /** A term over atoms with the sign of a polynomial wherever that is defined. */
  Optional<Term> sameSign(Polynomial polynomial) {
    List<Map.Entry<Monomial, Rational>> parts = List.copyOf(polynomial.terms().entrySet());
    if (parts.size() == 1) {
      return polynomial.symbol().flatMap(this::alone);
    }
    boolean opposed =
        parts.size() == 2 && parts.get(0).getValue().equals(parts.get(1).getValue().negate());
    return opposed
        ? difference(parts.get(0).getKey(), parts.get(1).getKey())
            .map(d -> parts.getFirst().getValue().signum() > 0 ? d : canonical.terms().negate(d))
        : Optional.empty();
  }

  private Optional<Term> alone(Term.Symbol symbol) {
    Terms terms = canonical.terms();
    return applied(symbol)
        .filter(a -> a.function() != Elementary.EXP)
        .map(
            a ->
                a.function() == Elementary.LOG
                    ? terms.minus(a.argument(), terms.one())
                    : a.argument());
  }

  private Optional<Term> difference(Monomial left, Monomial right) {
    Optional<Term> exponents =
        exponent(left).flatMap(l -> exponent(right).map(r -> canonical.terms().minus(l, r)));
    return exponents.or(() -> arguments(left, right));
  }

  /** u where a product of exponentials is e^u. */
  private Optional<Term> exponent(Monomial product) {
    Terms terms = canonical.terms();
    Term sum = terms.zero();
    for (Monomial.Factor factor : product.factors()) {
      Optional<Term.Apply> exp =
          applied(factor.symbol()).filter(a -> a.function() == Elementary.EXP);
      if (exp.isEmpty()) {
        return Optional.empty();
      }
      Term multiple = terms.product(terms.constant(factor.exponent()), exp.get().argument());
      sum = terms.sum(sum, multiple);
    }
    return Optional.of(sum);
  }

  private Optional<Term> arguments(Monomial left, Monomial right) {
    Optional<Term> f = single(left);
    Optional<Term> g = single(right);
    if (f.isEmpty() || g.isEmpty()) {
      return Optional.empty();
    }
    if (f.get() instanceof Term.Apply a
        && g.get() instanceof Term.Apply b
        && a.function() == b.function()
        && INCREASING.contains(a.function())) {
      return Optional.of(canonical.terms().minus(a.argument(), b.argument()));
    }
    if (f.get() instanceof Term.Power p
        && g.get() instanceof Term.Power q
        && p.exponent().equals(q.exponent())
        && p.exponent().signum() > 0) {
      return Optional.of(canonical.terms().minus(p.base(), q.base()));
    }
    return Optional.empty();
  }

  /** What a symbol that stands alone was made for. */
  private Optional<Term> single(Monomial monomial) {
    return Polynomial.of(Rational.ONE, monomial)
        .symbol()
        .flatMap(s -> Optional.ofNullable(canonical.definitions().get(s)))
        .filter(
            d ->
                d instanceof Term.Apply
                    || (d instanceof Term.Power p && !p.exponent().isInteger()));
  }

  private Optional<Term.Apply> applied(Term.Symbol symbol) {
    return canonical.definitions().get(symbol) instanceof Term.Apply a
            && INCREASING.contains(a.function())
        ? Optional.of(a)
        : Optional.empty();
  }
}
