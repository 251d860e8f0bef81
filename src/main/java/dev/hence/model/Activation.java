package dev.hence.model;

import static dev.hence.model.Formulas.number;
import static dev.hence.model.Formulas.plus;
import static dev.hence.model.Formulas.power;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import java.util.List;
import java.util.Locale;

/** Functions of one number, by the names under which {@code try} knows them. */
public enum Activation {
  TANH,
  /** 1/(1 + e^{−z}). */
  SIGMOID,
  /** log(1 + e^z). */
  SOFTPLUS,
  /** max(0, z), with a kink at 0. */
  RELU,
  SIN,
  COS,
  EXP,
  /** z². */
  SQUARE,
  /** z³. */
  CUBIC,
  IDENTITY;

  /** The value at a number. */
  public Expr of(Expr z) {
    return switch (this) {
      case TANH -> new Expr.Apply(ElementaryFunction.TANH, z);
      case SIGMOID -> new Expr.Divide(number(1), plus(number(1), exp(new Expr.Negate(z))));
      case SOFTPLUS -> new Expr.Apply(ElementaryFunction.LOG, plus(number(1), exp(z)));
      case RELU -> new Expr.Extremum(true, List.of(number(0), z));
      case SIN -> new Expr.Apply(ElementaryFunction.SIN, z);
      case COS -> new Expr.Apply(ElementaryFunction.COS, z);
      case EXP -> exp(z);
      case SQUARE -> power(z, 2);
      case CUBIC -> power(z, 3);
      case IDENTITY -> z;
    };
  }

  /** The name as it is written under {@code try}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Expr exp(Expr z) {
    return new Expr.Apply(ElementaryFunction.EXP, z);
  }
}
