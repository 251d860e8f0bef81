package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** Elementary functions by Apfloat: an implementation of which ours knows nothing. */
final class Reference {
  private Reference() {}

  static Rational value(ElementaryFunction function, Rational x, int digits) {
    Apfloat a =
        new Apfloat(new BigDecimal(x.numerator()), digits)
            .divide(new Apfloat(new BigDecimal(x.denominator()), digits));
    Apfloat y =
        switch (function) {
          case EXP -> ApfloatMath.exp(a);
          case LOG -> ApfloatMath.log(a);
          case SQRT -> ApfloatMath.sqrt(a);
          case SIN -> ApfloatMath.sin(a);
          case COS -> ApfloatMath.cos(a);
          case TAN -> ApfloatMath.tan(a);
          case ARCSIN -> ApfloatMath.asin(a);
          case ARCCOS -> ApfloatMath.acos(a);
          case ARCTAN -> ApfloatMath.atan(a);
          case SINH -> ApfloatMath.sinh(a);
          case COSH -> ApfloatMath.cosh(a);
          case TANH -> ApfloatMath.tanh(a);
        };
    return Rational.of(new BigDecimal(y.toString(), new MathContext(digits)));
  }

  static Rational pi(int digits) {
    return Rational.of(new BigDecimal(ApfloatMath.pi(digits).toString()));
  }
}
