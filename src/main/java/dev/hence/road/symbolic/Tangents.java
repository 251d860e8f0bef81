package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bounds below for polynomials that are linear in logarithms, by their tangents. */
final class Tangents {
  private final Terms terms;
  private final CommonAtoms atoms;

  Tangents(Terms terms, CommonAtoms atoms) {
    this.terms = terms;
    this.atoms = atoms;
  }

  /**
   * What a polynomial is not below: c·m·log z, with a monomial m ≥ 0 and z a product of powers of
   * all arguments of logarithms beside m, is at least (c/k)·m·(1 − z^(−k)).
   *
   * @param power the k
   * @param absorbing whether what stands beside such an m counts as the logarithm of its
   *     exponential
   */
  Optional<Term> below(Polynomial polynomial, int power, boolean absorbing) {
    Polynomial rest = Polynomial.ZERO;
    Map<Monomial, Map<Term, Rational>> logarithms = new LinkedHashMap<>();
    for (Map.Entry<Monomial, Rational> entry : polynomial.terms().entrySet()) {
      List<Monomial.Factor> logs =
          entry.getKey().factors().stream()
              .filter(f -> atoms.logarithm(f.symbol()).isPresent())
              .toList();
      if (logs.isEmpty()) {
        rest = rest.plus(Polynomial.of(entry.getValue(), entry.getKey()));
      } else if (logs.size() > 1 || logs.getFirst().exponent() != 1) {
        return Optional.empty();
      } else {
        Term.Symbol log = logs.getFirst().symbol();
        logarithms
            .computeIfAbsent(entry.getKey().without(log), m -> new LinkedHashMap<>())
            .put(atoms.logarithm(log).orElseThrow(), entry.getValue());
      }
    }
    return logarithms.isEmpty()
        ? Optional.empty()
        : sum(absorbing ? absorbed(rest, logarithms) : rest, logarithms, power);
  }

  /** What is left of a polynomial when multiples m·x have become logarithms beside m. */
  private Polynomial absorbed(
      Polynomial polynomial, Map<Monomial, Map<Term, Rational>> logarithms) {
    Polynomial rest = polynomial;
    for (Map.Entry<Monomial, Rational> entry : polynomial.terms().entrySet()) {
      for (Map.Entry<Monomial, Map<Term, Rational>> beside : logarithms.entrySet()) {
        Monomial quotient = entry.getKey().times(beside.getKey().power(-1));
        if (!quotient.isOne() && !quotient.hasNegative()) {
          Term exponent = atoms.canonical().term(Polynomial.of(Rational.ONE, quotient));
          beside.getValue().put(terms.exp(exponent), entry.getValue());
          rest = rest.plus(Polynomial.of(entry.getValue().negate(), entry.getKey()));
          break;
        }
      }
    }
    return rest;
  }

  private Optional<Term> sum(
      Polynomial rest, Map<Monomial, Map<Term, Rational>> logarithms, int power) {
    List<Term> addends = new ArrayList<>(List.of(atoms.term(rest)));
    for (Map.Entry<Monomial, Map<Term, Rational>> entry : logarithms.entrySet()) {
      Polynomial weight = Polynomial.of(Rational.ONE, entry.getKey());
      if (!weight.range().nonnegative()) {
        return Optional.empty();
      }
      Rational scale = scale(entry.getValue().values());
      List<Term> inverse = new ArrayList<>();
      entry
          .getValue()
          .forEach(
              (u, c) ->
                  inverse.add(
                      terms.power(
                          atoms.atoms().defined(u),
                          c.dividedBy(scale).times(Rational.of(-power)))));
      addends.add(
          terms.product(
              terms.constant(scale.dividedBy(Rational.of(power))),
              atoms.term(weight),
              terms.minus(terms.one(), terms.product(inverse))));
    }
    return Optional.of(terms.sum(addends));
  }

  /** The positive number of which all are multiples by coprime integers. */
  private static Rational scale(Iterable<Rational> coefficients) {
    BigInteger numerators = BigInteger.ZERO;
    BigInteger denominators = BigInteger.ONE;
    for (Rational c : coefficients) {
      numerators = numerators.gcd(c.numerator());
      denominators =
          denominators.multiply(c.denominator()).divide(denominators.gcd(c.denominator()));
    }
    return new Rational(numerators, denominators);
  }
}
