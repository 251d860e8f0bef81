package dev.hence.campaign.kind;

import dev.hence.campaign.Dice;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A polynomial with whole coefficients in some letters, as its exponents say. */
record Polynomial(List<Tree> letters, Map<String, Long> terms) {
  static Polynomial constant(List<Tree> letters, long value) {
    Map<String, Long> terms = new TreeMap<>();
    if (value != 0) {
      terms.put("0".repeat(letters.size()), value);
    }
    return new Polynomial(letters, terms);
  }

  static Polynomial letter(List<Tree> letters, int which) {
    StringBuilder key = new StringBuilder("0".repeat(letters.size()));
    key.setCharAt(which, '1');
    return new Polynomial(letters, new TreeMap<>(Map.of(key.toString(), 1L)));
  }

  /** A sum of a few small terms. */
  static Polynomial random(List<Tree> letters, Dice dice, int size) {
    Polynomial result = constant(letters, dice.oneIn(2) ? dice.nonZero(5) : 0);
    for (int k = 0; k < size; k++) {
      Polynomial term = constant(letters, dice.nonZero(4));
      for (int d = dice.between(1, 2); d > 0; d--) {
        term = term.times(letter(letters, dice.below(letters.size())));
      }
      result = result.plus(term);
    }
    return result;
  }

  Polynomial plus(Polynomial other) {
    Map<String, Long> sum = new TreeMap<>(terms);
    other.terms.forEach((key, value) -> sum.merge(key, value, Long::sum));
    sum.values().removeIf(v -> v == 0);
    return new Polynomial(letters, sum);
  }

  Polynomial times(Polynomial other) {
    Map<String, Long> product = new TreeMap<>();
    terms.forEach(
        (a, x) -> other.terms.forEach((b, y) -> product.merge(added(a, b), x * y, Long::sum)));
    product.values().removeIf(v -> v == 0);
    return new Polynomial(letters, product);
  }

  Polynomial power(int exponent) {
    Polynomial result = constant(letters, 1);
    for (int k = 0; k < exponent; k++) {
      result = result.times(this);
    }
    return result;
  }

  private static String added(String a, String b) {
    StringBuilder sum = new StringBuilder();
    IntStream.range(0, a.length())
        .forEach(k -> sum.append((char) (a.charAt(k) + b.charAt(k) - '0')));
    return sum.toString();
  }

  /** As a sum of terms, in random order. */
  Tree tree(Dice dice) {
    List<Tree> result = new ArrayList<>();
    terms.forEach(
        (key, coefficient) -> {
          List<Tree> factors = new ArrayList<>();
          factors.add(Trees.number(coefficient));
          for (int k = 0; k < key.length(); k++) {
            factors.add(Trees.power(letters.get(k), key.charAt(k) - '0'));
          }
          result.add(Trees.times(factors));
        });
    return Trees.sum(dice.shuffled(result));
  }
}
