package dev.hence.road.numeric;

import dev.hence.eval.EvaluationException;
import dev.hence.eval.Field;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;

/**
 * Decimal floating point of many digits. Its results are rounded, not enclosed. Confined to one
 * thread.
 */
final class DfpNumbers implements Field<Dfp> {
  private final DfpField field;

  /** What a program asks for at each of many points, and is read from a text. */
  private final Map<Rational, Dfp> known = new HashMap<>();

  DfpNumbers(int digits) {
    field = new DfpField(digits);
  }

  DfpField field() {
    return field;
  }

  @Override
  public Dfp of(Rational value) {
    return known.computeIfAbsent(
        value,
        v ->
            field
                .newDfp(v.numerator().toString())
                .divide(field.newDfp(v.denominator().toString())));
  }

  @Override
  public Dfp pi() {
    return field.getPi();
  }

  @Override
  public boolean isZero(Dfp a) {
    return a.isZero();
  }

  @Override
  public Dfp add(Dfp a, Dfp b) {
    return finite(a.add(b));
  }

  @Override
  public Dfp subtract(Dfp a, Dfp b) {
    return finite(a.subtract(b));
  }

  @Override
  public Dfp multiply(Dfp a, Dfp b) {
    return finite(a.multiply(b));
  }

  @Override
  public Dfp negate(Dfp a) {
    return a.negate();
  }

  @Override
  public Dfp divide(Dfp a, Dfp b) {
    if (b.isZero()) {
      throw domain("division by zero");
    }
    return finite(a.divide(b));
  }

  @Override
  public Dfp power(Dfp base, int exponent) {
    if (base.isZero() && exponent < 0) {
      throw domain("division by zero");
    }
    return finite(DfpMath.pow(base, exponent));
  }

  @Override
  public Dfp power(Dfp base, Dfp exponent) {
    if (base.strictlyPositive()) {
      return finite(DfpMath.exp(exponent.multiply(DfpMath.log(base))));
    }
    throw domain("real power of " + base);
  }

  @Override
  public Dfp root(Dfp a, int n) {
    if (a.isZero() || n == 1) {
      return a;
    }
    if (a.strictlyNegative() && n % 2 == 0) {
      throw domain("even root of " + a);
    }
    if (n == 2) {
      return a.sqrt();
    }
    Dfp size = power(a.abs(), field.getOne().divide(n));
    return a.strictlyNegative() ? size.negate() : size;
  }

  @Override
  public Dfp apply(ElementaryFunction function, Dfp a) {
    return finite(
        switch (function) {
          case EXP -> DfpMath.exp(a);
          case LOG -> {
            if (a.strictlyPositive()) {
              yield DfpMath.log(a);
            }
            throw domain("log of " + a);
          }
          case SQRT -> root(a, 2);
          case SIN -> DfpMath.sin(a);
          case COS -> DfpMath.cos(a);
          case TAN -> DfpMath.tan(a);
          case ARCSIN -> DfpMath.asin(cosine(a));
          case ARCCOS -> DfpMath.acos(cosine(a));
          case ARCTAN -> DfpMath.atan(a);
          case SINH -> exponentials(a, -1).divide(2);
          case COSH -> exponentials(a, 1).divide(2);
          case TANH -> tanh(a);
          case ARSINH -> arsinh(a);
          case ARCOSH -> arcosh(a);
          case ARTANH -> artanh(a);
          case ERF -> erf(a);
        });
  }

  private Dfp cosine(Dfp a) {
    if (a.abs().greaterThan(field.getOne())) {
      throw domain("arcsine or arccosine of " + a);
    }
    return a;
  }

  /** eᵃ plus or minus e⁻ᵃ. */
  private static Dfp exponentials(Dfp a, int sign) {
    Dfp e = DfpMath.exp(a);
    return e.add(e.reciprocal().multiply(sign));
  }

  /** 1 − 2/(e²ᵃ + 1). */
  private Dfp tanh(Dfp a) {
    Dfp e = DfpMath.exp(a.multiply(2));
    return field.getOne().subtract(field.getTwo().divide(e.add(field.getOne())));
  }

  /** log(|a| + √(a² + 1)), with the sign of a. */
  private Dfp arsinh(Dfp a) {
    Dfp size = DfpMath.log(a.abs().add(a.multiply(a).add(field.getOne()).sqrt()));
    return a.strictlyNegative() ? size.negate() : size;
  }

  private Dfp arcosh(Dfp a) {
    if (a.lessThan(field.getOne())) {
      throw domain("arcosh of " + a);
    }
    return DfpMath.log(a.add(a.multiply(a).subtract(field.getOne()).sqrt()));
  }

  private Dfp artanh(Dfp a) {
    Dfp one = field.getOne();
    if (!a.abs().lessThan(one)) {
      throw domain("artanh of " + a);
    }
    return DfpMath.log(one.add(a).divide(one.subtract(a))).divide(2);
  }

  /** 2/√π·e^(−a²)·Σ 2ⁿ a^(2n+1)/(2n+1)!! (DLMF 7.6.2); its terms have one sign. */
  private Dfp erf(Dfp a) {
    Dfp square = a.multiply(a);
    if (square.greaterThan(field.newDfp(3 * field.getRadixDigits() * 4))) {
      return a.strictlyNegative() ? field.getOne().negate() : field.getOne();
    }
    Dfp term = a;
    Dfp sum = a;
    Dfp before = field.getZero();
    for (int n = 1; !sum.equals(before); n++) {
      before = sum;
      term = term.multiply(square).multiply(2).divide(2 * n + 1);
      sum = sum.add(term);
    }
    return sum.multiply(2).divide(DfpMath.exp(square).multiply(field.getPi().sqrt()));
  }

  @Override
  public Dfp select(Dfp condition, Dfp ifPositive, Dfp ifNegative) {
    return select(condition, () -> ifPositive, () -> ifNegative);
  }

  @Override
  public Dfp select(Dfp condition, Supplier<Dfp> ifPositive, Supplier<Dfp> ifNegative) {
    if (condition.isZero()) {
      throw new EvaluationException(EvaluationException.Reason.KINK, "two branches meet here");
    }
    return condition.strictlyPositive() ? ifPositive.get() : ifNegative.get();
  }

  /** Not provided for. */
  @Override
  public List<Dfp> matrixExponential(int n, List<Dfp> entries) {
    throw new EvaluationException(
        EvaluationException.Reason.UNSUPPORTED, "matrix exponential in high precision");
  }

  private static EvaluationException domain(String text) {
    return new EvaluationException(EvaluationException.Reason.DOMAIN, text);
  }

  private static Dfp finite(Dfp value) {
    if (value.isNaN() || value.isInfinite()) {
      throw new EvaluationException(
          EvaluationException.Reason.OVERFLOW, "beyond the range of decimals");
    }
    return value;
  }
}
