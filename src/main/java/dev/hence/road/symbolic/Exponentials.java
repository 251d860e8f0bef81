package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exponentials as powers of few atoms, with exp(c·log u) = u^c for rational c. */
final class Exponentials {
  private static final int LARGEST_POWER = 64;

  private final Canonical canonical;
  private final Roots roots;
  private final LinearBasis basis;
  private final Map<Term.Symbol, Term> exponents = new HashMap<>();
  private final Map<Term.Symbol, Fraction> logarithms = new HashMap<>();

  private record ExpOf(int basisVector) {}

  Exponentials(Canonical canonical, Roots roots) {
    this.canonical = canonical;
    this.roots = roots;
    this.basis = new LinearBasis(canonical);
  }

  /** u where a symbol stands for exp(u). */
  Optional<Term> exponent(Term.Symbol symbol) {
    return Optional.ofNullable(exponents.get(symbol));
  }

  /** Says that a symbol stands for log(argument). */
  void logarithm(Term.Symbol symbol, Fraction argument) {
    logarithms.put(symbol, argument);
  }

  Fraction exp(Term argument) {
    Fraction result = Fraction.ONE;
    Map<LinearBasis.Direction, Rational> rest = new LinkedHashMap<>();
    for (var entry : basis.vector(argument).entrySet()) {
      Optional<Fraction> base = logarithm(entry.getKey()).filter(f -> small(entry.getValue()));
      if (base.isPresent()) {
        result = canonical.ring().times(result, roots.power(base.get(), entry.getValue()));
      } else {
        rest.put(entry.getKey(), entry.getValue());
      }
    }
    for (var entry : basis.coefficients(rest).entrySet()) {
      Fraction atom = canonical.ring().of(atom(entry.getKey()));
      result = canonical.ring().times(result, roots.power(atom, entry.getValue()));
    }
    return result;
  }

  private static boolean small(Rational power) {
    return power.numerator().bitLength() < 7
        && power.denominator().bitLength() < 7
        && Math.abs(power.toDouble()) <= LARGEST_POWER;
  }

  private Optional<Fraction> logarithm(LinearBasis.Direction direction) {
    List<Monomial.Factor> factors = direction.monomial().factors();
    boolean alone =
        direction.divisors().isEmpty() && factors.size() == 1 && factors.getFirst().exponent() == 1;
    return alone
        ? Optional.ofNullable(logarithms.get(factors.getFirst().symbol()))
        : Optional.empty();
  }

  private Term.Symbol atom(int number) {
    ExpOf key = new ExpOf(number);
    return canonical
        .known(key)
        .orElseGet(
            () -> {
              Term exponent = basis.term(basis.basisVector(number));
              Term definition = canonical.terms().exp(exponent);
              Term.Symbol made = canonical.make(key, definition, definition.range());
              exponents.put(made, exponent);
              return made;
            });
  }
}
