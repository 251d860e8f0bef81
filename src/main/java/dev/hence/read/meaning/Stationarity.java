package dev.hence.read.meaning;

import dev.hence.read.math.Clause;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code \frac{\partial L}{\partial w} = w - x = 0 \implies w = x}: what the derivative is, is
 * claimed of every point; that it vanishes is assumed. As premises both would make what follows
 * true where the derivative is wrong.
 */
final class Stationarity {
  private Stationarity() {}

  /** All but the last relation of a statement of which words say that it sets a side to 0. */
  static Optional<Clause> before(Clause clause) {
    return clause.links().size() > 1 ? Optional.of(allButLast(clause)) : Optional.empty();
  }

  /** All but the last relation of a premise that sets a derivative to 0. */
  static Optional<Clause> claimed(Clause clause) {
    return isSet(clause) ? Optional.of(allButLast(clause)) : Optional.empty();
  }

  private static Clause allButLast(Clause clause) {
    int last = clause.links().size() - 1;
    Syntax end = clause.links().get(last - 1).operand();
    Span span = clause.first().map(Syntax::span).orElse(clause.span()).to(end.span());
    return new Clause(
        clause.separator(),
        clause.first(),
        clause.links().subList(0, last),
        clause.conditions(),
        span);
  }

  /** The last relation of such a premise; any other premise as it is. */
  static Clause assumed(Clause clause) {
    int last = clause.links().size() - 1;
    if (!isSet(clause)) {
      return clause;
    }
    Syntax side = clause.links().get(last - 1).operand();
    return new Clause(
        clause.separator(),
        Optional.of(side),
        List.of(clause.links().get(last)),
        clause.conditions(),
        side.span().to(clause.links().get(last).operand().span()));
  }

  private static boolean isSet(Clause clause) {
    return clause.links().size() > 1
        && clause.first().filter(Stationarity::isDerivative).isPresent()
        && clause.links().stream().allMatch(link -> link.relation() == Relation.EQUAL)
        && isZero(clause.links().getLast().operand());
  }

  private static boolean isDerivative(Syntax side) {
    return Pieces.any(side, Syntax.Derivative.class::isInstance);
  }

  private static boolean isZero(Syntax side) {
    return switch (side) {
      case Syntax.Numeral n -> n.value().signum() == 0;
      case Syntax.Name n -> n.base().equals("0");
      case Syntax.Scripted s -> isZero(s.base());
      default -> false;
    };
  }
}
