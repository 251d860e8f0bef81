package dev.hence.model;

import static dev.hence.model.Formulas.half;
import static dev.hence.model.Formulas.minus;
import static dev.hence.model.Formulas.number;
import static dev.hence.model.Formulas.power;
import static dev.hence.model.Formulas.times;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import java.util.Locale;

/** Losses ℓ(y, u) of a target and an output. */
public enum Loss {
  /** ½(u − y)²; of vectors ½‖u − y‖². */
  SQUARED {
    @Override
    Expr of(Expr y, Expr u) {
      Expr residual = minus(u, y);
      return half(power(y.shape().isScalar() ? residual : new Expr.Norm(residual), 2));
    }
  },
  /** log(1 + e^{−yu}), for targets ±1. */
  LOGISTIC {
    @Override
    Expr of(Expr y, Expr u) {
      return Activation.SOFTPLUS.of(new Expr.Negate(times(y, u)));
    }
  },
  /**
   * Huber's loss with δ = 1: ½r² for |r| ≤ 1, else |r| − ½, where r = u − y (P. J. Huber, 1964).
   * Its second derivative jumps at r = ±1. Written without |r|, which would have a kink of its own
   * at 0.
   */
  HUBER {
    @Override
    Expr of(Expr y, Expr u) {
      Expr r = minus(u, y);
      Expr half = new Expr.Literal(Rational.of(1, 2));
      Condition above = new Condition(r, Relation.GREATER, number(1));
      Condition below = new Condition(r, Relation.LESS, number(-1));
      Expr inner = new Expr.Cases(below, minus(new Expr.Negate(r), half), half(power(r, 2)));
      return new Expr.Cases(above, minus(r, half), inner);
    }
  };

  /**
   * The loss of a target and an output of one shape.
   *
   * @param y the target
   * @param u the output; losses other than {@link #SQUARED} are of numbers
   */
  abstract Expr of(Expr y, Expr u);

  /** Whether the loss is also one of vectors. */
  public boolean takesVectors() {
    return this == SQUARED;
  }

  /** The name as it is written under {@code try}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
