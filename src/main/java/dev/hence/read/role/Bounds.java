package dev.hence.read.role;

import dev.hence.claim.Domain;
import dev.hence.expr.Rational;
import dev.hence.read.elaborate.Sets;
import java.util.Optional;

/** Intervals that are declared by inequalities: {@code T > 0}, {@code 0 < \beta \le 1}. */
final class Bounds {
  private Bounds() {}

  static Optional<Domain> above(Clause.Link link) {
    Optional<Rational> none = Optional.empty();
    return Sets.number(link.operand())
        .map(Optional::of)
        .map(
            end ->
                switch (link.sign()) {
                  case ">" -> new Domain.Interval(end, false, none, false);
                  case ">=" -> new Domain.Interval(end, true, none, false);
                  case "<" -> new Domain.Interval(none, false, end, false);
                  default -> new Domain.Interval(none, false, end, true);
                });
  }

  /** {@code 0 < \beta \le 1}: between two numbers. */
  static Optional<Domain> between(Clause clause) {
    Optional<Rational> low = clause.first().flatMap(Sets::number);
    Optional<Rational> high = Sets.number(clause.links().get(1).operand());
    boolean rising = clause.links().stream().allMatch(l -> l.sign().startsWith("<"));
    boolean strictBelow = clause.links().get(0).sign().equals("<");
    boolean strictAbove = clause.links().get(1).sign().equals("<");
    return rising && low.isPresent() && high.isPresent()
        ? Optional.of(new Domain.Interval(low, !strictBelow, high, !strictAbove))
        : Optional.empty();
  }
}
