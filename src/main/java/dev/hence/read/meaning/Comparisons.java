package dev.hence.read.meaning;

import dev.hence.claim.Domain;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;

/** Reads the intervals that comparisons with numbers declare: {@code 0 < \beta < 1}. */
final class Comparisons {
  private Comparisons() {}

  /** Whether it is a number that is written out. */
  static boolean isNumber(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Numeral n -> true;
      case Syntax.Terms t when t.terms().size() == 1 -> isNumber(t.terms().getFirst().value());
      case Syntax.Fraction f -> isNumber(f.numerator()) && isNumber(f.denominator());
      default -> false;
    };
  }

  /** {@code > 0}, {@code \le 1}: on one side of a number. */
  static Domains.Kind above(Syntax.Link link) {
    Rational end = Domains.number(link.operand());
    Optional<Rational> some = Optional.of(end);
    Optional<Rational> none = Optional.empty();
    Domain domain =
        switch (link.relation()) {
          case GREATER -> new Domain.Interval(some, false, none, false);
          case GREATER_OR_EQUAL -> new Domain.Interval(some, true, none, false);
          case LESS -> new Domain.Interval(none, false, some, false);
          default -> new Domain.Interval(none, false, some, true);
        };
    return new Domains.Kind(Shape.SCALAR, domain);
  }

  /** {@code 0 < \beta \le 1}: between two numbers. */
  static Domains.Kind between(Syntax low, List<Syntax.Link> links) {
    boolean strictBelow = links.get(0).relation() == Relation.LESS;
    boolean strictAbove = links.get(1).relation() == Relation.LESS;
    Domain domain =
        new Domain.Interval(
            Optional.of(Domains.number(low)),
            !strictBelow,
            Optional.of(Domains.number(links.get(1).operand())),
            !strictAbove);
    return new Domains.Kind(Shape.SCALAR, domain);
  }
}
