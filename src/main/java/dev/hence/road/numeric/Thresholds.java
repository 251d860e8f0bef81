package dev.hence.road.numeric;

import dev.hence.eval.Form;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Numbers worth trying for an entry: those with which it is compared, beside and between them. */
final class Thresholds {
  private static final int MOST = 24;

  private static final List<Rational> SIZES =
      Stream.of(1, 3, 10, 30, 100, 300, 1000).map(tenths -> Rational.of(tenths, 10)).toList();

  private final Map<String, SortedSet<Rational>> compared = new HashMap<>();
  private final SortedSet<Rational> numbers = new TreeSet<>();

  Thresholds(List<Form> conditions) {
    conditions.forEach(this::read);
  }

  private void read(Form condition) {
    Rational constant = condition.constant();
    condition
        .moving()
        .terms()
        .forEach(
            (product, c) -> {
              Rational threshold = constant.dividedBy(c).negate();
              numbers.add(threshold);
              if (product.size() == 1) {
                compared.computeIfAbsent(product.getFirst(), k -> new TreeSet<>()).add(threshold);
              }
            });
  }

  /** Numbers at, beside and between thresholds, first those of a named entry. */
  List<Rational> near(String name) {
    SequencedSet<Rational> found = new LinkedHashSet<>();
    beside(compared.getOrDefault(name, new TreeSet<>()), found);
    beside(numbers, found);
    return found.stream().limit(MOST).toList();
  }

  /** The same, and numbers of all sizes. */
  List<Rational> of(String name) {
    List<Rational> all = new ArrayList<>(near(name));
    SIZES.forEach(size -> all.addAll(List.of(size, size.negate())));
    return all;
  }

  private static void beside(SortedSet<Rational> thresholds, SequencedSet<Rational> found) {
    List<Rational> sorted = List.copyOf(thresholds);
    for (int k = 0; k + 1 < sorted.size(); k++) {
      found.add(sorted.get(k).plus(sorted.get(k + 1)).dividedBy(Rational.of(2)));
    }
    for (Rational c : sorted) {
      Rational half = Rational.of(1, 2);
      Rational size = Rational.of(2);
      found.addAll(
          List.of(
              c,
              c.plus(Rational.ONE),
              c.minus(Rational.ONE),
              c.plus(half),
              c.minus(half),
              c.times(size),
              c.times(half)));
    }
  }
}
