package dev.hence.verdict;

import dev.hence.claim.Domain;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import java.util.List;

/** Sets of points that are near one. */
final class Boxes {
  private Boxes() {}

  /** The entries of a variable and all values near them; what cannot move continuously stays. */
  static List<Enclosure> around(
      Enclosures field,
      Instance instance,
      Variable variable,
      List<Rational> entries,
      Rational radius) {
    boolean continuous =
        switch (Membership.domain(instance, variable)) {
          case Domain.Interval i -> true;
          case Domain.Special s -> true;
          case Domain.Finite f -> false;
          case Domain.Integers i -> false;
          case Domain.Labels l -> false;
        };
    return entries.stream()
        .map(e -> continuous ? field.between(e.minus(radius), e.plus(radius)) : field.of(e))
        .toList();
  }
}
