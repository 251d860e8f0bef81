package dev.hence.algebra;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A polynomial in the variable and in radicals.
 *
 * @param terms coefficients that are not 0, by exponents: that of the variable, then that of each
 *     radical in its order, without zeros at the end
 */
record Multinomial(SortedMap<List<Integer>, Rational> terms) {
  /** Larger ones are not worked with. */
  static final int MOST_TERMS = 4000;

  private static final Comparator<List<Integer>> ORDER =
      Comparator.<List<Integer>>comparingInt(List::size).thenComparing(Object::toString);

  static final Multinomial ZERO = new Multinomial(new TreeMap<>(ORDER));
  static final Multinomial ONE = of(Rational.ONE);

  /** The variable itself. */
  static final int VARIABLE = 0;

  static Multinomial of(Rational value) {
    return ZERO.plus(List.of(), value);
  }

  /** The variable, or a radical by its place from 1 on. */
  static Multinomial of(int place) {
    List<Integer> exponents = new ArrayList<>();
    IntStream.rangeClosed(0, place).forEach(k -> exponents.add(k == place ? 1 : 0));
    return ZERO.plus(exponents, Rational.ONE);
  }

  private Multinomial plus(List<Integer> exponents, Rational value) {
    SortedMap<List<Integer>, Rational> sum = new TreeMap<>(terms);
    add(sum, exponents, value);
    return new Multinomial(sum);
  }

  private static void add(
      SortedMap<List<Integer>, Rational> sum, List<Integer> exponents, Rational value) {
    Rational all = sum.getOrDefault(exponents, Rational.ZERO).plus(value);
    if (all.signum() == 0) {
      sum.remove(exponents);
    } else {
      sum.put(exponents, all);
    }
  }

  Multinomial plus(Multinomial other) {
    SortedMap<List<Integer>, Rational> sum = new TreeMap<>(terms);
    other.terms.forEach((e, c) -> add(sum, e, c));
    return new Multinomial(sum);
  }

  Multinomial negate() {
    return times(Rational.ONE.negate());
  }

  Multinomial minus(Multinomial other) {
    return plus(other.negate());
  }

  Multinomial times(Rational factor) {
    SortedMap<List<Integer>, Rational> product = new TreeMap<>(ORDER);
    if (factor.signum() != 0) {
      terms.forEach((e, c) -> product.put(e, c.times(factor)));
    }
    return new Multinomial(product);
  }

  /**
   * @throws Undecided if it becomes too large
   */
  Multinomial times(Multinomial other) {
    if ((long) terms.size() * other.terms.size() > 50L * MOST_TERMS) {
      throw new Undecided("too large an expression");
    }
    SortedMap<List<Integer>, Rational> product = new TreeMap<>(ORDER);
    for (Map.Entry<List<Integer>, Rational> a : terms.entrySet()) {
      for (Map.Entry<List<Integer>, Rational> b : other.terms.entrySet()) {
        add(product, sum(a.getKey(), b.getKey()), a.getValue().times(b.getValue()));
      }
    }
    if (product.size() > MOST_TERMS) {
      throw new Undecided("too large an expression");
    }
    return new Multinomial(product);
  }

  private static List<Integer> sum(List<Integer> a, List<Integer> b) {
    List<Integer> longer = a.size() >= b.size() ? a : b;
    List<Integer> shorter = a.size() >= b.size() ? b : a;
    List<Integer> sum = new ArrayList<>(longer);
    for (int k = 0; k < shorter.size(); k++) {
      sum.set(k, sum.get(k) + shorter.get(k));
    }
    return List.copyOf(sum);
  }

  Multinomial power(int exponent) {
    Multinomial power = ONE;
    for (int k = 0; k < exponent; k++) {
      power = power.times(this);
    }
    return power;
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  int degree(int place) {
    return terms.keySet().stream().mapToInt(e -> exponent(e, place)).max().orElse(0);
  }

  private static int exponent(List<Integer> exponents, int place) {
    return place < exponents.size() ? exponents.get(place) : 0;
  }

  /** What stands beside a power of the variable or of a radical. */
  Multinomial coefficient(int place, int power) {
    SortedMap<List<Integer>, Rational> found = new TreeMap<>(ORDER);
    terms.forEach(
        (e, c) -> {
          if (exponent(e, place) == power) {
            found.put(without(e, place), c);
          }
        });
    return new Multinomial(found);
  }

  private static List<Integer> without(List<Integer> exponents, int place) {
    List<Integer> rest = new ArrayList<>(exponents);
    if (place < rest.size()) {
      rest.set(place, 0);
    }
    while (!rest.isEmpty() && rest.getLast() == 0) {
      rest.removeLast();
    }
    return List.copyOf(rest);
  }

  /** With a value in the place of a radical. */
  Multinomial with(int place, Multinomial value) {
    Multinomial sum = ZERO;
    for (int power = 0; power <= degree(place); power++) {
      sum = sum.plus(coefficient(place, power).times(value.power(power)));
    }
    return sum;
  }

  /** The last radical that occurs; 0 if none does. */
  int last() {
    return Math.max(terms.keySet().stream().mapToInt(List::size).max().orElse(0) - 1, 0);
  }

  /** A positive multiple as a polynomial in the variable alone, where no radical occurs. */
  IntegerPolynomial inVariable() {
    List<Rational> coefficients = new ArrayList<>();
    for (int k = 0; k <= degree(VARIABLE); k++) {
      List<Integer> exponents = k == 0 ? List.of() : List.of(k);
      coefficients.add(terms.getOrDefault(exponents, Rational.ZERO));
    }
    return IntegerPolynomial.of(coefficients);
  }

  /**
   * @param values of the variable and of the radicals
   */
  Interval value(List<Interval> values, int bits) {
    Interval sum = Interval.of(Rational.ZERO);
    for (Map.Entry<List<Integer>, Rational> term : terms.entrySet()) {
      Interval product = Interval.of(term.getValue());
      for (int place = 0; place < term.getKey().size(); place++) {
        for (int k = 0; k < term.getKey().get(place); k++) {
          product = product.times(values.get(place)).rounded(bits);
        }
      }
      sum = sum.plus(product);
    }
    return sum;
  }
}
