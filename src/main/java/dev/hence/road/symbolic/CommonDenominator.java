package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rational linear combinations of fractions, found over their common denominator. */
final class CommonDenominator {
  private CommonDenominator() {}

  /** A numerator, and what was taken of each fraction to make it. */
  private record Row(Polynomial numerator, Map<Integer, Rational> taken) {
    Row minus(Rational factor, Row other) {
      Map<Integer, Rational> sum = new LinkedHashMap<>(taken);
      other.taken.forEach((i, c) -> sum.merge(i, c.times(factor).negate(), Rational::plus));
      return new Row(numerator.plus(other.numerator.times(factor.negate(), Monomial.ONE)), sum);
    }
  }

  /**
   * The c_i with target = Σ c_i·f_i, those that are not 0, by the number i; nothing if there are
   * none.
   *
   * @throws TooLarge if the numerators cannot be expanded within reason
   */
  static Optional<Map<Integer, Rational>> combination(
      AtomRing ring, Fraction target, List<Fraction> fractions) {
    List<Fraction> all = new ArrayList<>(fractions);
    all.add(target);
    Fraction denominator = denominator(all);
    List<Row> echelon = new ArrayList<>();
    for (int i = 0; i < fractions.size(); i++) {
      Row row = reduced(numerator(ring, fractions.get(i), denominator, i), echelon);
      if (!row.numerator().isZero()) {
        echelon.add(row);
      }
    }
    Row rest = reduced(numerator(ring, target, denominator, fractions.size()), echelon);
    if (!rest.numerator().isZero()) {
      return Optional.empty();
    }
    Map<Integer, Rational> combination = new LinkedHashMap<>(rest.taken());
    combination.remove(fractions.size());
    combination.replaceAll((i, c) -> c.negate());
    combination.values().removeIf(c -> c.signum() == 0);
    return Optional.of(combination);
  }

  private static Row numerator(AtomRing ring, Fraction fraction, Fraction denominator, int number) {
    Polynomial numerator = ring.expand(ring.times(fraction, denominator));
    return new Row(numerator, Map.of(number, Rational.ONE));
  }

  private static Row reduced(Row row, List<Row> echelon) {
    Row rest = row;
    for (Row pivot : echelon) {
      Rational c = rest.numerator().terms().get(pivot.numerator().leadingMonomial());
      if (c != null) {
        rest = rest.minus(c.dividedBy(pivot.numerator().leadingCoefficient()), pivot);
      }
    }
    return rest;
  }

  /** What makes polynomials of all fractions, but for monomials. */
  private static Fraction denominator(List<Fraction> fractions) {
    Map<Polynomial, Integer> powers = new LinkedHashMap<>();
    for (Fraction fraction : fractions) {
      fraction.powers().forEach((p, k) -> powers.merge(p, -k, Math::max));
    }
    powers.values().removeIf(k -> k <= 0);
    return new Fraction(Rational.ONE, Monomial.ONE, powers);
  }
}
