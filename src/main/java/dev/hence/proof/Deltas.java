package dev.hence.proof;

import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.proof.Monomial.Factor;
import dev.hence.proof.Refused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What Kronecker deltas and comparisons of indices do in a product: Σⱼ δᵢⱼ aⱼ = aᵢ. */
final class Deltas {
  private final NormalForm form;
  private final Products products;

  Deltas(NormalForm form, Products products) {
    this.form = form;
    this.products = products;
  }

  Optional<Polynomial> delta(
      Term.Delta d, List<Letter> letters, List<Factor> factors, int k, Rational coefficient) {
    if (factors.get(k).exponent() < 0) {
      throw new Refused(Reason.DIVISION_BY_ZERO, "division by a delta");
    }
    Size difference = Ranges.difference(d.left(), d.right());
    if (difference.isFixed()) {
      return Optional.of(
          difference.offset() == 0
              ? products.of(letters, Products.without(factors, k), coefficient)
              : Polynomial.ZERO);
    }
    Ranges known = form.ranges().with(letters);
    for (Letter letter : letters) {
      Optional<Size> value = solved(difference, letter.name());
      if (value.isPresent()
          && known.isInside(value.get(), letter)
          && !reaches(value.get(), letter, letters)) {
        return Optional.of(contracted(letters, letter, value.get(), factors, k, coefficient));
      }
    }
    boolean turned = d.left().toString().compareTo(d.right().toString()) > 0;
    if (factors.get(k).exponent() > 1 || turned) {
      List<Factor> once = new ArrayList<>(Products.without(factors, k));
      Term same = turned ? new Term.Delta(/* left= */ d.right(), /* right= */ d.left()) : d;
      once.add(Factor.of(same, 1));
      return Optional.of(products.of(letters, once, coefficient));
    }
    return aligned(difference, letters, factors, k, coefficient);
  }

  /** Whether the range of a letter in a value, or of one in that, speaks of a letter. */
  private static boolean reaches(Size value, Letter letter, List<Letter> bound) {
    return bound.stream()
        .filter(l -> value.speaksOf(l.name()))
        .anyMatch(
            l ->
                l.lower().speaksOf(letter.name())
                    || l.upper().speaksOf(letter.name())
                    || reaches(l.lower(), letter, without(bound, l))
                    || reaches(l.upper(), letter, without(bound, l)));
  }

  private static List<Letter> without(List<Letter> letters, Letter letter) {
    return letters.stream().filter(l -> !l.equals(letter)).toList();
  }

  /** The value of a letter at which a difference vanishes, if it has the coefficient ±1 there. */
  private static Optional<Size> solved(Size difference, String letter) {
    for (int sign : new int[] {1, -1}) {
      Size rest = Ranges.difference(Size.letter(letter), difference.times(Size.fixed(sign)));
      if (!rest.letters().contains(letter)) {
        return Optional.of(rest);
      }
    }
    return Optional.empty();
  }

  private Polynomial contracted(
      List<Letter> letters,
      Letter letter,
      Size value,
      List<Factor> factors,
      int k,
      Rational coefficient) {
    Map<String, Size> values = Map.of(letter.name(), value);
    List<Letter> fewer = without(letters, letter).stream().map(l -> l.with(values)).toList();
    return products.summed(fewer, substituted(Products.without(factors, k), values, coefficient));
  }

  private Polynomial substituted(
      List<Factor> factors, Map<String, Size> values, Rational coefficient) {
    List<Polynomial> all = new ArrayList<>();
    all.add(Polynomial.constant(coefficient));
    for (Factor f : factors) {
      all.add(form.power(form.of(Terms.with(f.atom(), values)), f.exponent()));
    }
    return products.of(all);
  }

  /** δ_{ij} a_j = δ_{ij} a_i for free letters: the later gives way to the earlier. */
  private Optional<Polynomial> aligned(
      Size difference, List<Letter> letters, List<Factor> factors, int k, Rational coefficient) {
    Optional<String> last =
        difference.letters().stream()
            .filter(name -> letters.stream().noneMatch(l -> l.name().equals(name)))
            .max(String::compareTo);
    Optional<Size> value = last.flatMap(name -> solved(difference, name));
    if (value.isEmpty()
        || letters.stream().anyMatch(l -> value.get().letters().contains(l.name()))) {
      return Optional.empty();
    }
    Predicate<Factor> mentions = f -> Terms.speaksOf(f.atom(), last.get());
    List<Factor> others = Products.without(factors, k);
    if (others.stream().noneMatch(mentions)) {
      return Optional.empty();
    }
    Polynomial product = substituted(others, Map.of(last.get(), value.get()), coefficient);
    Polynomial delta =
        Polynomial.of(new Monomial(List.of(), List.of(factors.get(k))), Rational.ONE);
    return Optional.of(products.summed(letters, products.times(product, delta)));
  }

  Optional<Polynomial> below(
      Term.Below b, List<Letter> letters, List<Factor> factors, int k, Rational coefficient) {
    Size difference = Ranges.difference(/* left= */ b.right(), /* right= */ b.left());
    int exponent = factors.get(k).exponent();
    if (exponent < 0) {
      throw new Refused(Reason.DIVISION_BY_ZERO, "division by a condition");
    }
    if (difference.isFixed()) {
      return Optional.of(
          difference.offset() > 0
              ? products.of(letters, Products.without(factors, k), coefficient)
              : Polynomial.ZERO);
    }
    if (exponent == 1) {
      return Optional.empty();
    }
    List<Factor> once = new ArrayList<>(Products.without(factors, k));
    once.add(Factor.of(b, 1));
    return Optional.of(products.of(letters, once, coefficient));
  }
}
