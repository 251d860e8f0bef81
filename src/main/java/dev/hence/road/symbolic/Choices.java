package dev.hence.road.symbolic;

import dev.hence.claim.Domain.Kind;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The variables that were declared to have few values, such as labels: what does not hold for every
 * real number may hold for each of these.
 */
final class Choices {
  private static final int MOST_VALUES = 16;

  private final InputDomains domains;
  private final Map<Member, List<List<Rational>>> values = new LinkedHashMap<>();

  Choices(InputDomains domains) {
    this.domains = domains;
  }

  /** Says that a variable occurs. */
  void met(Member member, int size) {
    if (domains.kind(member).filter(Kind.ONE_HOT::equals).isPresent() && size <= MOST_VALUES) {
      values.computeIfAbsent(member, m -> units(size));
    }
    domains
        .values(member)
        .filter(list -> Math.pow(list.size(), size) <= MOST_VALUES)
        .ifPresent(list -> values.computeIfAbsent(member, m -> tuples(list, size)));
  }

  Optional<NeedsCase> first() {
    return values.entrySet().stream()
        .findFirst()
        .map(choice -> new NeedsCase(choice.getKey(), choice.getValue()));
  }

  private static List<List<Rational>> units(int size) {
    return IntStream.range(0, size)
        .mapToObj(
            one -> IntStream.range(0, size).mapToObj(k -> Rational.of(k == one ? 1 : 0)).toList())
        .toList();
  }

  private static List<List<Rational>> tuples(List<Rational> list, int size) {
    List<List<Rational>> tuples = List.of(List.of());
    for (int k = 0; k < size; k++) {
      List<List<Rational>> longer = new ArrayList<>();
      for (List<Rational> tuple : tuples) {
        for (Rational value : list) {
          List<Rational> one = new ArrayList<>(tuple);
          one.add(value);
          longer.add(one);
        }
      }
      tuples = longer;
    }
    return tuples;
  }
}
