package dev.hence.proof;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.List;

/** The derivatives of elementary functions. */
final class Slopes {
  private Slopes() {}

  /** The derivative of an elementary function. */
  static Term of(ElementaryFunction function, Term u) {
    Term square = new Term.Power(u, 2);
    return switch (function) {
      case EXP -> new Term.Elementary(ElementaryFunction.EXP, u);
      case LOG -> new Term.Power(u, -1);
      case SQRT -> Term.times(half(), over(root(u)));
      case SIN -> new Term.Elementary(ElementaryFunction.COS, u);
      case COS -> Term.negative(new Term.Elementary(ElementaryFunction.SIN, u));
      case TAN -> plus(Term.ONE, squared(ElementaryFunction.TAN, u));
      case ARCSIN -> over(root(Term.minus(Term.ONE, square)));
      case ARCCOS -> Term.negative(over(root(Term.minus(Term.ONE, square))));
      case ARCTAN -> over(plus(Term.ONE, square));
      case SINH -> new Term.Elementary(ElementaryFunction.COSH, u);
      case COSH -> new Term.Elementary(ElementaryFunction.SINH, u);
      case TANH -> Term.minus(Term.ONE, squared(ElementaryFunction.TANH, u));
      case ARSINH -> over(root(plus(Term.ONE, square)));
      case ARCOSH -> over(root(Term.minus(square, Term.ONE)));
      case ARTANH -> over(Term.minus(Term.ONE, square));
      case ERF ->
          new Term.Product(
              List.of(
                  Term.of(2),
                  over(root(new Term.Opaque("π", List.of()))),
                  new Term.Elementary(ElementaryFunction.EXP, Term.negative(square))));
    };
  }

  private static Term half() {
    return new Term.Numeral(Rational.of(1, 2));
  }

  private static Term plus(Term a, Term b) {
    return new Term.Sum(List.of(a, b));
  }

  private static Term over(Term a) {
    return new Term.Power(a, -1);
  }

  private static Term root(Term a) {
    return new Term.Elementary(ElementaryFunction.SQRT, a);
  }

  private static Term squared(ElementaryFunction function, Term u) {
    return new Term.Power(new Term.Elementary(function, u), 2);
  }
}
