package dev.hence.proof;

import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.proof.Monomial.Factor;
import dev.hence.proof.Polynomial.Summand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * P·P⁻¹ = 1 inside a product: with P = c m + r, a product that holds m and P⁻¹ is (1 − r P⁻¹)/c
 * instead. The sum that P may be is found again among the sums of the product.
 */
final class Cancellation {
  private static final int MOST_LETTERS = 2;

  private final NormalForm form;
  private final Products products;

  /** Of each divisor that was met the summand which cancels it. */
  private final Map<Term, Optional<Summand>> leading = new HashMap<>();

  Cancellation(NormalForm form, Products products) {
    this.form = form;
    this.products = products;
  }

  /** The product without a factor and what cancels it, if something does. */
  Optional<Polynomial> cancelled(
      List<Letter> letters, List<Factor> factors, int k, Rational coefficient) {
    Term divisor = factors.get(k).atom();
    List<Summand> summands = form.of(divisor).summands();
    Optional<Summand> first = leading.computeIfAbsent(divisor, d -> leading(summands));
    if (first.isPresent()) {
      Monomial own = products.opened(first.get().monomial());
      for (Map<String, Size> names : matches(own.letters(), letters)) {
        Optional<List<Factor>> rest = rest(own, names, factors);
        if (rest.isPresent() && areGone(names, letters, rest.get())) {
          List<Letter> left =
              letters.stream().filter(l -> !names.containsValue(Size.letter(l.name()))).toList();
          return Optional.of(without(left, rest.get(), divisor, first.get(), coefficient));
        }
      }
    }
    return apart(letters, factors, divisor, summands, coefficient);
  }

  private static Optional<Summand> leading(List<Summand> summands) {
    return summands.stream().filter(s -> isLeading(s, summands)).findFirst();
  }

  /** a⁻¹ P⁻¹ with P = c + a r is (a⁻¹ − r P⁻¹)/c. */
  private Optional<Polynomial> apart(
      List<Letter> letters,
      List<Factor> factors,
      Term divisor,
      List<Summand> summands,
      Rational coefficient) {
    Optional<Summand> constant =
        summands.stream().filter(s -> s.monomial().equals(Monomial.ONE)).findFirst();
    boolean separable =
        constant.isPresent()
            && factors.stream()
                .filter(f -> f.exponent() < 0 && !f.isInverse())
                .map(f -> form.text(f.atom()))
                .anyMatch(
                    text ->
                        summands.stream()
                            .filter(s -> !s.equals(constant.get()))
                            .allMatch(s -> degree(s.monomial(), text) > 0));
    return separable
        ? Optional.of(without(letters, factors, divisor, constant.get(), coefficient))
        : Optional.empty();
  }

  /** Whether it has more of some atom than every other, so that cancelling comes to an end. */
  private static boolean isLeading(Summand s, List<Summand> all) {
    if (all.size() == 1) {
      return true;
    }
    return s.monomial().letters().isEmpty()
        && s.monomial().factors().stream()
            .anyMatch(
                f ->
                    f.exponent() > 0
                        && all.stream()
                            .filter(other -> !other.equals(s))
                            .allMatch(other -> degree(other.monomial(), f.text()) < f.exponent()));
  }

  private static int degree(Monomial monomial, String text) {
    return monomial.factors().stream()
        .filter(f -> f.text().equals(text))
        .mapToInt(Factor::exponent)
        .findFirst()
        .orElse(0);
  }

  /** All ways to find some letters again among others. */
  static List<Map<String, Size>> matches(List<Letter> wanted, List<Letter> among) {
    List<Map<String, Size>> ways = new ArrayList<>();
    ways.add(new HashMap<>());
    if (wanted.size() > MOST_LETTERS) {
      return List.of();
    }
    for (Letter letter : wanted) {
      List<Map<String, Size>> longer = new ArrayList<>();
      for (Map<String, Size> way : ways) {
        for (Letter other : among) {
          Size value = Size.letter(other.name());
          if (letter.with(way).sameRange(other) && !way.containsValue(value)) {
            Map<String, Size> more = new HashMap<>(way);
            more.put(letter.name(), value);
            longer.add(more);
          }
        }
      }
      ways = longer;
    }
    return ways;
  }

  /** What is left of factors when those of a monomial are taken away; empty if they are not all. */
  Optional<List<Factor>> rest(Monomial leading, Map<String, Size> names, List<Factor> factors) {
    Map<String, Factor> left = new LinkedHashMap<>();
    for (Factor f : factors) {
      Factor own = f.isInverse() ? f : normal(f);
      left.merge(
          own.text(), own, (a, b) -> new Factor(a.atom(), a.exponent() + b.exponent(), a.text()));
    }
    for (Factor f : leading.factors()) {
      String text = form.text(Terms.with(f.atom(), names));
      Factor found = left.get(text);
      if (found == null || f.exponent() < 0 || found.exponent() < f.exponent()) {
        return Optional.empty();
      }
      left.put(text, new Factor(found.atom(), found.exponent() - f.exponent(), text));
    }
    return Optional.of(left.values().stream().filter(f -> f.exponent() != 0).toList());
  }

  private Factor normal(Factor factor) {
    return new Factor(form.closed(factor.atom()), factor.exponent(), form.text(factor.atom()));
  }

  static boolean areGone(Map<String, Size> names, List<Letter> letters, List<Factor> rest) {
    return names.values().stream()
        .allMatch(
            value -> {
              String name = value.letters().getFirst();
              return rest.stream().noneMatch(f -> Terms.speaksOf(f.atom(), name))
                  && letters.stream()
                      .noneMatch(
                          l ->
                              l.lower().letters().contains(name)
                                  || l.upper().letters().contains(name));
            });
  }

  private Polynomial without(
      List<Letter> letters, List<Factor> rest, Term divisor, Summand s, Rational coefficient) {
    Rational times = coefficient.dividedBy(s.coefficient());
    List<Polynomial> parts = new ArrayList<>();
    for (Summand other : form.of(divisor).summands()) {
      if (!other.monomial().equals(s.monomial())) {
        Monomial own = products.opened(other.monomial());
        List<Factor> factors = new ArrayList<>(rest);
        factors.addAll(own.factors());
        Rational negative = times.times(other.coefficient()).negate();
        parts.add(products.of(own.letters(), factors, negative));
      }
    }
    List<Factor> less = new ArrayList<>(rest);
    less.add(Factor.of(divisor, 1));
    parts.add(products.of(List.of(), less, times));
    return products.summed(letters, Polynomial.sum(parts));
  }
}
