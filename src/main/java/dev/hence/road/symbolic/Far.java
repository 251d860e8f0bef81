package dev.hence.road.symbolic;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.eval.Interpretation;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import java.util.List;

/**
 * A formula as its parameter goes to infinity: exponentials of what goes to −∞ are 0 to every
 * order, also beside powers of the parameter.
 */
final class Far {
  private final Interpretation interpretation;
  private final Scope scope;
  private final Expr.Ref parameter;
  private final boolean positive;

  Far(Interpretation interpretation, Scope scope, Expr.Ref parameter, boolean positive) {
    this.interpretation = interpretation;
    this.scope = scope;
    this.parameter = parameter;
    this.positive = positive;
  }

  /**
   * The formula with the parameter at a place that it reaches.
   *
   * @throws Unsupported if definitions hide the parameter, or if an exponential may grow
   */
  Expr at(Expr expr, Expr place) {
    Valuation valuation = new Valuation(interpretation, parameter, new Expr.Literal(Rational.ZERO));
    Expr without = flat(expr, valuation);
    Expr placed = Trees.map(without, e -> e.equals(parameter) ? place : e);
    if (valuation.depends(placed)) {
      throw new Unsupported("a limit at infinity through definitions");
    }
    return simplified(placed, place);
  }

  /** x/(c/s) as x·s/c, which has a value at s = 0 as well. */
  private static Expr simplified(Expr expr, Expr place) {
    List<Expr> parts = Trees.children(expr);
    Expr inside =
        parts.isEmpty() || expr.equals(place)
            ? expr
            : Trees.rebuilt(expr, parts.stream().map(p -> simplified(p, place)).toList());
    if (!(place instanceof Expr.Divide(Expr.Literal c, Expr s))
        || !(inside instanceof Expr.Divide(Expr numerator, Expr denominator))) {
      return inside;
    }
    Expr inverse = c.value().equals(Rational.ONE) ? s : new Expr.Divide(s, c);
    return switch (denominator) {
      case Expr d when d.equals(place) -> new Expr.Multiply(numerator, inverse);
      case Expr.Power(Expr b, Expr.Literal k)
          when b.equals(place) && k.value().isInteger() && k.value().signum() > 0 ->
          new Expr.Multiply(numerator, new Expr.Power(inverse, k));
      default -> inside;
    };
  }

  private Expr flat(Expr expr, Valuation valuation) {
    if (expr instanceof Expr.Apply(ElementaryFunction f, Expr argument)
        && f == ElementaryFunction.EXP
        && valuation.depends(argument)) {
      if (sign(argument) < 0) {
        return new Expr.Literal(Rational.ZERO);
      }
      throw new Unsupported("an exponential that may grow");
    }
    List<Expr> parts = Trees.children(expr);
    return parts.isEmpty()
        ? expr
        : Trees.rebuilt(expr, parts.stream().map(p -> flat(p, valuation)).toList());
  }

  /** The sign with which a product goes to infinity; 0 if it is not seen. */
  private int sign(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value().signum();
      case Expr.Ref r when r.equals(parameter) -> positive ? 1 : -1;
      case Expr.Ref r when isPositive(r) -> 1;
      case Expr.Negate n -> -sign(n.body());
      case Expr.Multiply m when m.left().shape().isScalar() && m.right().shape().isScalar() ->
          sign(m.left()) * sign(m.right());
      case Expr.Divide d when isPositive(d.denominator()) -> sign(d.numerator());
      default -> 0;
    };
  }

  private boolean isPositive(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value().signum() > 0;
      case Expr.Ref r ->
          scope
              .variable(r.name(), r.indices().size())
              .map(Declaration.Variable::domain)
              .filter(d -> d instanceof Domain.Interval i && isPositive(i))
              .isPresent();
      default -> false;
    };
  }

  private static boolean isPositive(Domain.Interval interval) {
    return interval
        .lower()
        .filter(l -> l.signum() > 0 || (l.signum() == 0 && !interval.lowerIncluded()))
        .isPresent();
  }
}
