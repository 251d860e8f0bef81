package dev.hence.road.symbolic;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A formula over the denominators that vanish at a target: {@code (f(x + h) − f(x))/h} is f(x + h)
 * − f(x) over h.
 *
 * @param order with which power of the distance the denominator vanishes at most
 */
record Cleared(Expr numerator, Optional<Expr> denominator, int order) {
  private static Cleared whole(Expr expr) {
    return new Cleared(expr, Optional.empty(), 0);
  }

  /**
   * @throws Unsupported if a denominator may vanish in a way that is not seen
   */
  static Cleared of(Expr expr, Valuation valuation) {
    if (!valuation.depends(expr)) {
      return whole(expr);
    }
    return switch (expr) {
      case Expr.Ref r ->
          valuation.behind(r).map(body -> of(body, valuation)).orElseGet(() -> whole(expr));
      case Expr.Negate n -> of(n.body(), valuation).mapped(Expr.Negate::new);
      case Expr.Add a -> sum(a.terms().stream().map(t -> of(t, valuation)).toList());
      case Expr.Multiply m -> of(m.left(), valuation).times(of(m.right(), valuation));
      case Expr.Divide d -> quotient(d, valuation);
      case Expr.Power p when isNegative(p.exponent()) ->
          quotient(new Expr.Divide(new Expr.Literal(Rational.ONE), positive(p)), valuation);
      case Expr.Power p when p.exponent() instanceof Expr.Literal(Rational n) && n.isInteger() ->
          of(p.base(), valuation).power(n.intValueExact());
      default -> whole(expr);
    };
  }

  private static boolean isNegative(Expr exponent) {
    return literal(exponent).filter(n -> n.isInteger() && n.signum() < 0).isPresent();
  }

  private static Optional<Rational> literal(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> Optional.of(l.value());
      case Expr.Negate(Expr.Literal l) -> Optional.of(l.value().negate());
      default -> Optional.empty();
    };
  }

  private static Expr positive(Expr.Power p) {
    Rational n = literal(p.exponent()).orElseThrow().negate();
    return n.equals(Rational.ONE) ? p.base() : new Expr.Power(p.base(), new Expr.Literal(n));
  }

  private static Cleared quotient(Expr.Divide d, Valuation valuation) {
    Cleared above = of(d.numerator(), valuation);
    Cleared below = of(d.denominator(), valuation);
    Optional<Integer> order = valuation.of(below.numerator());
    Cleared turned =
        below.denominator().isPresent() ? above.scaled(below.denominator().get()) : above;
    if (order.filter(k -> k > 0).isPresent()) {
      return turned.over(below.numerator(), order.get());
    }
    return new Cleared(
        new Expr.Divide(turned.numerator(), below.numerator()),
        turned.denominator(),
        turned.order());
  }

  private Cleared mapped(java.util.function.UnaryOperator<Expr> change) {
    return new Cleared(change.apply(numerator), denominator, order);
  }

  private Cleared scaled(Expr factor) {
    return new Cleared(new Expr.Multiply(factor, numerator), denominator, order);
  }

  private Cleared over(Expr factor, int vanishing) {
    return new Cleared(
        numerator,
        Optional.of(denominator.<Expr>map(d -> new Expr.Multiply(d, factor)).orElse(factor)),
        order + vanishing);
  }

  private Cleared times(Cleared other) {
    Cleared product =
        new Cleared(new Expr.Multiply(numerator, other.numerator), denominator, order);
    return other.denominator.isPresent()
        ? product.over(other.denominator.get(), other.order)
        : product;
  }

  private Cleared power(int n) {
    Expr exponent = new Expr.Literal(Rational.of(n));
    return new Cleared(
        new Expr.Power(numerator, exponent),
        denominator.map(d -> new Expr.Power(d, exponent)),
        order * n);
  }

  /** Over the product of all different denominators. */
  private static Cleared sum(List<Cleared> terms) {
    List<Cleared> different = new ArrayList<>();
    for (Cleared t : terms) {
      boolean known =
          t.denominator.isEmpty()
              || different.stream().anyMatch(d -> d.denominator.equals(t.denominator));
      if (!known) {
        different.add(t);
      }
    }
    List<Expr> numerators = new ArrayList<>();
    for (Cleared t : terms) {
      Expr numerator = t.numerator;
      for (Cleared d : different) {
        if (!d.denominator.equals(t.denominator)) {
          numerator = new Expr.Multiply(d.denominator.orElseThrow(), numerator);
        }
      }
      numerators.add(numerator);
    }
    Cleared sum = whole(new Expr.Add(numerators));
    for (Cleared d : different) {
      sum = sum.over(d.denominator.orElseThrow(), d.order);
    }
    return sum;
  }
}
