package dev.hence.search;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;

/** Small changes of formulas, written as an author would write them. */
final class Forms {
  static final Expr ZERO = new Expr.Literal(Rational.ZERO);
  static final Expr ONE = new Expr.Literal(Rational.ONE);
  static final Expr TWO = new Expr.Literal(Rational.of(2));
  static final Expr HALF = new Expr.Divide(ONE, TWO);

  private Forms() {}

  static boolean isZero(Expr expr) {
    return (expr instanceof Expr.Literal l && l.value().signum() == 0)
        || (expr instanceof Expr.Filled f && f.value().signum() == 0);
  }

  static boolean isNumber(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> true;
      case Expr.Negate n -> isNumber(n.body());
      case Expr.Divide d -> isNumber(d.numerator()) && isNumber(d.denominator());
      default -> false;
    };
  }

  /** Whether a minus stands in front. */
  static boolean isNegative(Expr expr) {
    return expr instanceof Expr.Negate
        || (expr instanceof Expr.Literal l && l.value().signum() < 0)
        || (expr instanceof Expr.Multiply m && isNegative(m.left()))
        || (expr instanceof Expr.Divide d && isNegative(d.numerator()));
  }

  /** The negative, without the minus in front if there is one. */
  static Expr negated(Expr expr) {
    return switch (expr) {
      case Expr.Negate n -> n.body();
      case Expr.Literal l when l.value().signum() < 0 -> new Expr.Literal(l.value().negate());
      case Expr.Multiply m when isNegative(m.left()) ->
          new Expr.Multiply(negated(m.left()), m.right());
      case Expr.Divide d when isNegative(d.numerator()) ->
          new Expr.Divide(negated(d.numerator()), d.denominator());
      default -> new Expr.Negate(expr);
    };
  }

  /** A factor in front, behind the minus if there is one. */
  static Expr times(Expr factor, Expr expr) {
    return switch (expr) {
      case Expr.Negate n -> new Expr.Negate(times(factor, n.body()));
      case Expr.Literal l when l.value().equals(Rational.ONE) -> factor;
      case Expr.Divide d when !(factor instanceof Expr.Divide) ->
          new Expr.Divide(times(factor, d.numerator()), d.denominator());
      case Expr.Multiply m
          when m.left() instanceof Expr.Divide && !(factor instanceof Expr.Divide) ->
          new Expr.Multiply(times(factor, m.left()), m.right());
      default -> new Expr.Multiply(factor, expr);
    };
  }

  /** One over, or a fraction with more below. */
  static Expr over(Expr expr, Expr below) {
    return switch (expr) {
      case Expr.Negate n -> new Expr.Negate(over(n.body(), below));
      case Expr.Divide d ->
          new Expr.Divide(d.numerator(), new Expr.Multiply(below, d.denominator()));
      default -> new Expr.Divide(expr, below);
    };
  }

  /** A term behind a formula. */
  static Expr plus(Expr expr, Expr term) {
    List<Expr> terms = new ArrayList<>(expr instanceof Expr.Add a ? a.terms() : List.of(expr));
    terms.add(term);
    return new Expr.Add(terms);
  }

  /** A term before a formula. */
  static Expr before(Expr term, Expr expr) {
    List<Expr> terms = new ArrayList<>(List.of(term));
    terms.addAll(expr instanceof Expr.Add a ? a.terms() : List.of(expr));
    return new Expr.Add(terms);
  }

  /** A sum without one of its terms. */
  static Expr without(Expr.Add add, int k) {
    List<Expr> rest = new ArrayList<>(add.terms());
    rest.remove(k);
    return rest.size() == 1 ? rest.getFirst() : new Expr.Add(rest);
  }
}
