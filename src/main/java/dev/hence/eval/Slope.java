package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;

/** The derivatives of the elementary functions. */
final class Slope {
  private Slope() {}

  /** f′(a), given f(a). */
  static <S> S of(Field<S> base, ElementaryFunction function, S a, S value) {
    S one = base.one();
    return switch (function) {
      case EXP -> value;
      case LOG -> base.divide(one, a);
      case SQRT -> base.divide(one, base.multiply(base.of(2), value));
      case SIN -> base.apply(ElementaryFunction.COS, a);
      case COS -> base.negate(base.apply(ElementaryFunction.SIN, a));
      case TAN -> base.add(one, base.power(value, 2));
      case ARCSIN -> base.divide(one, complement(base, a));
      case ARCCOS -> base.negate(base.divide(one, complement(base, a)));
      case ARCTAN -> base.divide(one, base.add(one, base.power(a, 2)));
      case SINH -> base.apply(ElementaryFunction.COSH, a);
      case COSH -> base.apply(ElementaryFunction.SINH, a);
      case TANH -> base.subtract(one, base.power(value, 2));
      case ARSINH -> base.divide(one, sqrt(base, base.add(base.power(a, 2), one)));
      case ARCOSH -> base.divide(one, sqrt(base, base.subtract(base.power(a, 2), one)));
      case ARTANH -> base.divide(one, base.subtract(one, base.power(a, 2)));
      case ERF ->
          base.multiply(
              bell(base), base.apply(ElementaryFunction.EXP, base.negate(base.power(a, 2))));
    };
  }

  /** 2/√π, the slope of the error function at 0. */
  static <S> S bell(Field<S> base) {
    return base.divide(base.of(2), sqrt(base, base.pi()));
  }

  /** √(1 − a²). */
  private static <S> S complement(Field<S> base, S a) {
    return sqrt(base, base.subtract(base.one(), base.power(a, 2)));
  }

  private static <S> S sqrt(Field<S> base, S a) {
    return base.apply(ElementaryFunction.SQRT, a);
  }
}
