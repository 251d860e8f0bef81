package dev.hence.model;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import java.util.List;

/** Short ways to write formulas of numbers. They build trees and simplify nothing. */
final class Formulas {
  private Formulas() {}

  static Expr number(long value) {
    return new Expr.Literal(Rational.of(value));
  }

  static Expr half(Expr body) {
    return new Expr.Multiply(new Expr.Literal(Rational.of(1, 2)), body);
  }

  static Expr plus(Expr left, Expr right) {
    return new Expr.Add(List.of(left, right));
  }

  static Expr minus(Expr left, Expr right) {
    return plus(left, new Expr.Negate(right));
  }

  static Expr times(Expr left, Expr right) {
    return new Expr.Multiply(left, right);
  }

  static Expr power(Expr base, int exponent) {
    return exponent == 1 ? base : new Expr.Power(base, number(exponent));
  }

  /** The sum of at least one term. */
  static Expr sum(List<Expr> terms) {
    return terms.size() == 1 ? terms.getFirst() : new Expr.Add(terms);
  }

  /** The product of at least one factor. */
  static Expr product(List<Expr> factors) {
    return factors.stream().reduce(Formulas::times).orElseThrow();
  }
}
