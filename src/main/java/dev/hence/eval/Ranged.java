package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.Map;
import java.util.TreeMap;

/**
 * A number plus multiples of parts of which nothing is known but the intervals in which they lie:
 * so what cancels leaves nothing, and of the rest the form tells the sign.
 *
 * @param terms the factors, none of them 0, by part
 */
record Ranged(Rational constant, Map<Part, Rational> terms) {
  /**
   * A part.
   *
   * @param id by which it is known
   */
  record Part(int id, ValueRange range) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      return Integer.compare(id, other.id);
    }
  }

  static Ranged of(Rational value) {
    return new Ranged(value, Map.of());
  }

  static Ranged of(Part part) {
    return new Ranged(Rational.ZERO, Map.of(part, Rational.ONE));
  }

  boolean isConstant() {
    return terms.isEmpty();
  }

  Ranged plus(Ranged other) {
    Map<Part, Rational> sum = new TreeMap<>(terms);
    for (Map.Entry<Part, Rational> term : other.terms.entrySet()) {
      Rational factor = sum.getOrDefault(term.getKey(), Rational.ZERO).plus(term.getValue());
      if (factor.signum() == 0) {
        sum.remove(term.getKey());
      } else {
        sum.put(term.getKey(), factor);
      }
    }
    return new Ranged(constant.plus(other.constant), sum);
  }

  Ranged times(Rational factor) {
    if (factor.signum() == 0) {
      return of(Rational.ZERO);
    }
    Map<Part, Rational> product = new TreeMap<>();
    terms.forEach((part, value) -> product.put(part, value.times(factor)));
    return new Ranged(constant.times(factor), product);
  }

  /** An interval in which all its values lie. */
  ValueRange range() {
    ValueRange range = ValueRange.of(constant);
    for (Map.Entry<Part, Rational> term : terms.entrySet()) {
      range = range.plus(term.getKey().range().times(term.getValue()));
    }
    return range;
  }
}
