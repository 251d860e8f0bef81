package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.List;

/**
 * A product of integer powers of symbols, negative ones included, sorted by the age of the symbols.
 *
 * <p>Ordered lexicographically, the youngest symbol first: an order that multiplication respects.
 */
record Monomial(List<Factor> factors) implements Comparable<Monomial> {
  static final Monomial ONE = new Monomial(List.of());

  /** A power of one symbol; the exponent is not 0. */
  record Factor(Term.Symbol symbol, int exponent) {}

  static Monomial of(Term.Symbol symbol, int exponent) {
    return exponent == 0 ? ONE : new Monomial(List.of(new Factor(symbol, exponent)));
  }

  int exponent(Term.Symbol symbol) {
    for (Factor factor : factors) {
      if (factor.symbol().equals(symbol)) {
        return factor.exponent();
      }
    }
    return 0;
  }

  boolean isOne() {
    return factors.isEmpty();
  }

  /**
   * @throws ArithmeticException if an exponent overflows
   */
  Monomial times(Monomial other) {
    if (isOne() || other.isOne()) {
      return isOne() ? other : this;
    }
    List<Factor> merged = new ArrayList<>(factors.size() + other.factors.size());
    int i = 0;
    int j = 0;
    while (i < factors.size() || j < other.factors.size()) {
      int order =
          i == factors.size()
              ? 1
              : j == other.factors.size()
                  ? -1
                  : Integer.compare(
                      factors.get(i).symbol().id(), other.factors.get(j).symbol().id());
      if (order == 0) {
        int sum = Math.addExact(factors.get(i).exponent(), other.factors.get(j).exponent());
        if (sum != 0) {
          merged.add(new Factor(factors.get(i).symbol(), sum));
        }
        i++;
        j++;
      } else {
        merged.add(order < 0 ? factors.get(i++) : other.factors.get(j++));
      }
    }
    return new Monomial(merged);
  }

  /**
   * @throws ArithmeticException if an exponent overflows
   */
  Monomial power(int n) {
    return n == 0
        ? ONE
        : new Monomial(
            factors.stream()
                .map(f -> new Factor(f.symbol(), Math.multiplyExact(f.exponent(), n)))
                .toList());
  }

  Monomial without(Term.Symbol symbol) {
    return new Monomial(factors.stream().filter(f -> !f.symbol().equals(symbol)).toList());
  }

  /** The least exponent of each symbol in either: the largest monomial that divides both. */
  Monomial gcd(Monomial other) {
    List<Factor> least = new ArrayList<>();
    for (Factor factor : factors) {
      int exponent = Math.min(factor.exponent(), other.exponent(factor.symbol()));
      if (exponent != 0) {
        least.add(new Factor(factor.symbol(), exponent));
      }
    }
    for (Factor factor : other.factors) {
      if (exponent(factor.symbol()) == 0 && factor.exponent() < 0) {
        least.add(factor);
      }
    }
    least.sort(java.util.Comparator.comparingInt(f -> f.symbol().id()));
    return new Monomial(least);
  }

  boolean hasNegative() {
    return factors.stream().anyMatch(f -> f.exponent() < 0);
  }

  @Override
  public int compareTo(Monomial other) {
    int i = factors.size() - 1;
    int j = other.factors.size() - 1;
    while (i >= 0 && j >= 0) {
      Factor a = factors.get(i);
      Factor b = other.factors.get(j);
      if (!a.symbol().equals(b.symbol())) {
        return a.symbol().id() > b.symbol().id()
            ? Integer.signum(a.exponent())
            : -Integer.signum(b.exponent());
      }
      if (a.exponent() != b.exponent()) {
        return Integer.compare(a.exponent(), b.exponent());
      }
      i--;
      j--;
    }
    return i >= 0
        ? Integer.signum(factors.get(i).exponent())
        : j >= 0 ? -Integer.signum(other.factors.get(j).exponent()) : 0;
  }
}
