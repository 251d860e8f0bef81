package dev.hence.verdict;

import dev.hence.claim.Statement;
import dev.hence.expr.Rational;
import dev.hence.expr.WrittenNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far the natural numbers without a bound were tried, over which a step quantifies. */
record TriedRange(Statement.Step step, List<Instance> instances) {
  /** For people: {@code only tried for m ≤ 4,096}; empty if there is none of them. */
  Optional<String> text() {
    List<Unbounded.Natural> naturals = Unbounded.of(step, instances);
    if (naturals.isEmpty()) {
      return Optional.empty();
    }
    String tried =
        naturals.stream()
            .flatMap(n -> largest(n).stream().mapToObj(most -> text(n, most)))
            .distinct()
            .collect(Collectors.joining(", "));
    String names =
        naturals.stream().map(Unbounded.Natural::name).distinct().collect(Collectors.joining(", "));
    return Optional.of(
        (tried.isEmpty() ? "only tried on values of " + names : "only tried for " + tried)
            + ": no algebra or induction in "
            + names
            + " settles it");
  }

  private static String text(Unbounded.Natural natural, int most) {
    return natural.name() + " ≤ " + String.format(Locale.ROOT, "%,d", most);
  }

  private OptionalInt largest(Unbounded.Natural natural) {
    return instances.stream().flatMapToInt(i -> value(natural, i).stream()).max();
  }

  private static OptionalInt value(Unbounded.Natural natural, Instance instance) {
    return switch (natural.kind()) {
      case LETTER ->
          instance.assignments().stream()
              .filter(a -> a.containsKey(natural.name()))
              .mapToInt((SortedMap<String, Integer> a) -> a.get(natural.name()))
              .max();
      case SIZE ->
          Stream.ofNullable(instance.interpretation().sizes().get(natural.key()))
              .mapToInt(size -> size)
              .findFirst();
      case VARIABLE ->
          Stream.ofNullable(instance.interpretation().definitions().get(natural.key()))
              .flatMap(value -> WrittenNumber.of(value.body()).stream())
              .mapToInt(Rational::intValueExact)
              .findFirst();
    };
  }
}
