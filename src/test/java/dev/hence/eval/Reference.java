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
          case ARSINH -> ApfloatMath.asinh(a);
          case ARCOSH -> ApfloatMath.acosh(a);
          case ARTANH -> ApfloatMath.atanh(a);
          case ERF -> erf(x, digits);
        };
    return Rational.of(new BigDecimal(y.toString(), new MathContext(digits)));
  }

  /** 2/√π·Σ (−1)ⁿ x^(2n+1)/(n! (2n+1)) (DLMF 7.6.1); beyond 20 within 10⁻¹⁷⁰ of ±1. */
  private static Apfloat erf(Rational x, int digits) {
    if (x.power(2).compareTo(Rational.of(400)) > 0) {
      return new Apfloat(x.signum(), digits);
    }
    int fine = digits + 400;
    Apfloat a =
        new Apfloat(new BigDecimal(x.numerator()), fine)
            .divide(new Apfloat(new BigDecimal(x.denominator()), fine));
    Apfloat power = a;
    Apfloat sum = a;
    for (int n = 1; power.signum() != 0 && (n < 1000 || power.scale() > -fine); n++) {
      power = power.multiply(a).multiply(a).divide(new Apfloat(-n, fine));
      sum = sum.add(power.divide(new Apfloat(2 * n + 1, fine)));
      if (power.scale() < -fine) {
        break;
      }
    }
    return sum.multiply(new Apfloat(2, fine)).divide(ApfloatMath.sqrt(ApfloatMath.pi(fine)));
  }

  static Rational pi(int digits) {
    return Rational.of(new BigDecimal(ApfloatMath.pi(digits).toString()));
  }
}
