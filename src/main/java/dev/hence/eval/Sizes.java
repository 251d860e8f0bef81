package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.List;
import java.util.function.Supplier;

/**
 * Doubles that know the sum of the sizes of the terms they were made of: how far rounding may carry
 * a sum is a matter of its terms, not of what is left of them.
 */
public final class Sizes implements Field<Sizes.Sized> {
  /**
   * A number.
   *
   * @param size of a sum the sum of its terms' sizes, of a product their product, else the absolute
   *     value
   */
  public record Sized(double value, double size) {
    private static Sized of(double value) {
      return new Sized(value, Math.abs(value));
    }
  }

  private final Doubles doubles = new Doubles();

  @Override
  public Sized of(Rational value) {
    return Sized.of(doubles.of(value));
  }

  @Override
  public Sized pi() {
    return Sized.of(Math.PI);
  }

  @Override
  public boolean isZero(Sized a) {
    return a.value == 0;
  }

  @Override
  public Sized add(Sized a, Sized b) {
    return new Sized(doubles.add(a.value, b.value), a.size + b.size);
  }

  @Override
  public Sized subtract(Sized a, Sized b) {
    return new Sized(doubles.subtract(a.value, b.value), a.size + b.size);
  }

  @Override
  public Sized multiply(Sized a, Sized b) {
    return new Sized(doubles.multiply(a.value, b.value), a.size * b.size);
  }

  @Override
  public Sized negate(Sized a) {
    return new Sized(-a.value, a.size);
  }

  @Override
  public Sized divide(Sized a, Sized b) {
    return new Sized(doubles.divide(a.value, b.value), a.size / Math.abs(b.value));
  }

  @Override
  public Sized power(Sized base, int exponent) {
    double value = doubles.power(base.value, exponent);
    return exponent > 0 ? new Sized(value, Math.pow(base.size, exponent)) : Sized.of(value);
  }

  @Override
  public Sized power(Sized base, Sized exponent) {
    return Sized.of(doubles.power(base.value, exponent.value));
  }

  @Override
  public Sized root(Sized a, int n) {
    return Sized.of(doubles.root(a.value, n));
  }

  @Override
  public Sized apply(ElementaryFunction function, Sized a) {
    return Sized.of(doubles.apply(function, a.value));
  }

  @Override
  public Sized select(Sized condition, Sized ifPositive, Sized ifNegative) {
    return select(condition, () -> ifPositive, () -> ifNegative);
  }

  @Override
  public Sized select(Sized condition, Supplier<Sized> ifPositive, Supplier<Sized> ifNegative) {
    if (condition.value == 0) {
      throw EvaluationException.kink();
    }
    return condition.value > 0 ? ifPositive.get() : ifNegative.get();
  }

  @Override
  public List<Sized> matrixExponential(int n, List<Sized> entries) {
    return doubles.matrixExponential(n, entries.stream().map(Sized::value).toList()).stream()
        .map(Sized::of)
        .toList();
  }

  @Override
  public Sized integral(Sized lower, Sized upper, Program integrand, List<Sized> captured) {
    return Sized.of(
        doubles.integral(
            lower.value, upper.value, integrand, captured.stream().map(Sized::value).toList()));
  }
}
