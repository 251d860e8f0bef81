package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arithmetic of numbers of which the intervals are known in which their parts lie. */
final class RangedField implements Field<Ranged> {
  private static final Rationals RATIONALS = new Rationals();
  private static final Rational PI_LOW = Rational.of(333, 106);
  private static final Rational PI_HIGH = Rational.of(355, 113);

  /** Parts by what they were made of. */
  private final Map<List<Object>, Ranged.Part> parts = new HashMap<>();

  /** A new number that may be any. */
  Ranged anything() {
    return part(List.of("input", parts.size()), ValueRange.REALS);
  }

  private Ranged part(List<Object> made, ValueRange range) {
    return Ranged.of(parts.computeIfAbsent(made, m -> new Ranged.Part(parts.size(), range)));
  }

  @Override
  public Ranged of(Rational value) {
    return Ranged.of(value);
  }

  @Override
  public Ranged pi() {
    return part(List.of("pi"), ValueRange.between(PI_LOW, PI_HIGH, false));
  }

  @Override
  public boolean isZero(Ranged a) {
    return a.isConstant() && a.constant().signum() == 0;
  }

  @Override
  public Ranged add(Ranged a, Ranged b) {
    return a.plus(b);
  }

  @Override
  public Ranged subtract(Ranged a, Ranged b) {
    return a.plus(negate(b));
  }

  @Override
  public Ranged negate(Ranged a) {
    return a.times(Rational.of(-1));
  }

  @Override
  public Ranged multiply(Ranged a, Ranged b) {
    if (a.isConstant() || b.isConstant()) {
      return a.isConstant() ? b.times(a.constant()) : a.times(b.constant());
    }
    return a.equals(b)
        ? part(List.of("square", a), a.range().squared())
        : part(List.of("product", a, b), a.range().times(b.range()));
  }

  @Override
  public Ranged divide(Ranged a, Ranged b) {
    if (b.isConstant()) {
      return a.times(RATIONALS.divide(Rational.ONE, b.constant()));
    }
    return multiply(a, inverse(b));
  }

  private Ranged inverse(Ranged b) {
    if (b.range().isPositive()) {
      return part(List.of("inverse", b), b.range().inverted());
    }
    if (b.range().negated().isPositive()) {
      return negate(inverse(negate(b)));
    }
    throw EvaluationException.unsupported("a divisor that may be 0");
  }

  @Override
  public Ranged power(Ranged base, int exponent) {
    if (base.isConstant()) {
      return Ranged.of(RATIONALS.power(base.constant(), exponent));
    }
    if (exponent < 0) {
      return inverse(power(base, -exponent));
    }
    return switch (exponent) {
      case 0 -> Ranged.of(Rational.ONE);
      case 1 -> base;
      default -> {
        Ranged half = power(base, exponent / 2);
        Ranged square = multiply(half, half);
        yield exponent % 2 == 0 ? square : multiply(square, base);
      }
    };
  }

  @Override
  public Ranged power(Ranged base, Ranged exponent) {
    if (base.isConstant() && exponent.isConstant()) {
      return Ranged.of(RATIONALS.power(base.constant(), exponent.constant()));
    }
    if (base.range().isPositive()) {
      return part(List.of("power", base, exponent), ValueRange.POSITIVE);
    }
    throw EvaluationException.unsupported("a power of what may be negative");
  }

  @Override
  public Ranged root(Ranged a, int n) {
    if (a.range().isNonnegative()) {
      ValueRange range =
          a.range().isPositive() ? ValueRange.POSITIVE : ValueRange.NONNEGATIVE;
      return part(List.of("root", a, n), range);
    }
    if (n % 2 == 1) {
      return part(List.of("root", a, n), ValueRange.REALS);
    }
    throw EvaluationException.unsupported("a root of what may be negative");
  }

  @Override
  public Ranged apply(ElementaryFunction function, Ranged a) {
    boolean total =
        switch (function) {
          case EXP, SIN, COS, TANH, SINH, COSH, ARCTAN, ARSINH, ERF -> true;
          case LOG -> a.range().isPositive();
          case SQRT -> a.range().isNonnegative();
          case TAN, ARCSIN, ARCCOS, ARCOSH, ARTANH -> false;
        };
    if (!total) {
      throw EvaluationException.unsupported("a function outside of its domain");
    }
    boolean odd =
        switch (function) {
          case SIN, TANH, SINH, ARCTAN, ARSINH, ERF, SQRT -> true;
          case EXP, COS, COSH, LOG, TAN, ARCSIN, ARCCOS, ARCOSH, ARTANH -> false;
        };
    return odd && isZero(a) ? a : part(List.of(function, a), values(function, a.range()));
  }

  private static ValueRange values(ElementaryFunction function, ValueRange of) {
    return switch (function) {
      case EXP -> ValueRange.POSITIVE;
      case SIN, COS -> ValueRange.between(Rational.of(-1), Rational.ONE, true);
      case TANH, ERF ->
          of.isNonnegative()
              ? new ValueRange(
                  Optional.of(Rational.ZERO),
                  !of.isPositive(),
                  Optional.of(Rational.ONE),
                  false)
              : ValueRange.between(Rational.of(-1), Rational.ONE, false);
      case COSH -> ValueRange.of(Rational.ONE).plus(ValueRange.NONNEGATIVE);
      case ARCTAN, SINH, ARSINH, SQRT ->
          of.isPositive()
              ? ValueRange.POSITIVE
              : of.isNonnegative() ? ValueRange.NONNEGATIVE : ValueRange.REALS;
      case LOG -> ValueRange.REALS;
      case TAN, ARCSIN, ARCCOS, ARCOSH, ARTANH -> ValueRange.REALS;
    };
  }

  @Override
  public Ranged select(Ranged condition, Ranged ifPositive, Ranged ifNegative) {
    if (condition.range().isPositive()) {
      return ifPositive;
    }
    if (condition.range().negated().isPositive()) {
      return ifNegative;
    }
    throw EvaluationException.unsupported("a choice that depends on what varies");
  }

  @Override
  public List<Ranged> matrixExponential(int n, List<Ranged> entries) {
    throw EvaluationException.unsupported("an exponential of a matrix that varies");
  }
}
