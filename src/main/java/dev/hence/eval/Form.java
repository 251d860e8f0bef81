package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A polynomial with rational coefficients.
 *
 * @param terms the coefficient of each product of atoms, none of them 0; the empty product for the
 *     constant
 */
public record Form(SortedMap<List<String>, Rational> terms) {
  public Form {
    terms = Collections.unmodifiableSortedMap(terms);
  }

  private static SortedMap<List<String>, Rational> empty() {
    return new TreeMap<>((a, b) -> String.join("·", a).compareTo(String.join("·", b)));
  }

  /** A number. */
  public static Form constant(Rational value) {
    SortedMap<List<String>, Rational> terms = empty();
    if (value.signum() != 0) {
      terms.put(List.of(), value);
    }
    return new Form(terms);
  }

  /** One atom. */
  public static Form atom(String text) {
    return product(List.of(text));
  }

  /** A product of atoms, in order. */
  public static Form product(List<String> atoms) {
    SortedMap<List<String>, Rational> terms = empty();
    terms.put(atoms, Rational.ONE);
    return new Form(terms);
  }

  public Rational constant() {
    return terms.getOrDefault(List.of(), Rational.ZERO);
  }

  public boolean isConstant() {
    return terms.keySet().stream().allMatch(List::isEmpty);
  }

  public Form plus(Form other) {
    SortedMap<List<String>, Rational> sum = empty();
    sum.putAll(terms);
    other.terms.forEach((product, c) -> sum.merge(product, c, Rational::plus));
    sum.values().removeIf(c -> c.signum() == 0);
    return new Form(sum);
  }

  public Form times(Rational factor) {
    SortedMap<List<String>, Rational> scaled = empty();
    if (factor.signum() != 0) {
      terms.forEach((product, c) -> scaled.put(product, c.times(factor)));
    }
    return new Form(scaled);
  }

  public Form minus(Form other) {
    return plus(other.times(Rational.of(-1)));
  }

  Form times(Form other) {
    SortedMap<List<String>, Rational> product = empty();
    for (Map.Entry<List<String>, Rational> a : terms.entrySet()) {
      for (Map.Entry<List<String>, Rational> b : other.terms.entrySet()) {
        List<String> atoms =
            java.util.stream.Stream.concat(a.getKey().stream(), b.getKey().stream())
                .sorted()
                .toList();
        product.merge(atoms, a.getValue().times(b.getValue()), Rational::plus);
      }
    }
    product.values().removeIf(c -> c.signum() == 0);
    return new Form(product);
  }

  /** The same without its constant. */
  public Form moving() {
    return minus(constant(constant()));
  }

  /** For people: {@code 2 x − y}. */
  public String text() {
    String text =
        terms.entrySet().stream()
            .map(e -> term(e.getKey(), e.getValue()))
            .collect(Collectors.joining());
    return text.isEmpty() ? "0" : text.startsWith(" + ") ? text.substring(3) : text.strip();
  }

  private static String term(List<String> product, Rational c) {
    String sign = c.signum() < 0 ? " − " : " + ";
    Rational size = c.signum() < 0 ? c.negate() : c;
    String number = size.equals(Rational.ONE) && !product.isEmpty() ? "" : size.toString();
    String gap = number.isEmpty() || product.isEmpty() ? "" : " ";
    return sign + number + gap + String.join(" ", product);
  }
}
