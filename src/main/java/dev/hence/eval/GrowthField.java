package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.List;
import java.util.function.Supplier;

/**
 * Series beside exponentials of something that is unbounded as T goes to 0 from above: e^{1/T}·T².
 *
 * <p>Of a sum only the term that grows fastest is kept; the others vanish to every order beside it,
 * so that its series is known to the order of the field only.
 */
public final class GrowthField<S> implements Field<Growth<S>> {
  private final SeriesField<S> series;

  public GrowthField(SeriesField<S> series) {
    this.series = series;
  }

  /** A series by itself. */
  public Growth<S> plain(Series<S> factor) {
    return new Growth<>(series.zero(), factor);
  }

  /** e^{−1/T}. */
  public Growth<S> vanishing() {
    return new Growth<>(
        series.negate(series.divide(series.one(), series.variable())), series.one());
  }

  /**
   * What is left of it as a series: nothing of what vanishes to every order.
   *
   * @throws EvaluationException {@code UNSUPPORTED} if it grows faster than every power
   */
  public Series<S> flattened(Growth<S> a) {
    if (a.isPlain()) {
      return a.factor();
    }
    if (grows(a)) {
      throw EvaluationException.unsupported("what grows faster than every power");
    }
    return flat();
  }

  /** Whether the exponent goes to infinity, and not to −∞. */
  public boolean grows(Growth<S> a) {
    return !a.isPlain() && series.isPositive(a.exponent().leading());
  }

  private Series<S> flat() {
    return series.series(0, List.of(), series.order());
  }

  private Growth<S> of(Series<S> exponent, Series<S> factor) {
    return factor.isZero() ? plain(factor) : new Growth<>(exponent, factor);
  }

  @Override
  public Growth<S> of(Rational value) {
    return plain(series.of(value));
  }

  @Override
  public Growth<S> pi() {
    return plain(series.pi());
  }

  @Override
  public boolean isZero(Growth<S> a) {
    return series.isZero(a.factor());
  }

  @Override
  public Growth<S> add(Growth<S> a, Growth<S> b) {
    if (isZero(a) || isZero(b)) {
      return isZero(a) ? b : a;
    }
    Series<S> distance = series.subtract(a.exponent(), b.exponent());
    if (distance.isZero()) {
      return of(a.exponent(), series.add(a.factor(), b.factor()));
    }
    Growth<S> larger = series.isPositive(distance.leading()) ? a : b;
    return of(larger.exponent(), series.add(larger.factor(), flat()));
  }

  @Override
  public Growth<S> subtract(Growth<S> a, Growth<S> b) {
    return add(a, negate(b));
  }

  @Override
  public Growth<S> negate(Growth<S> a) {
    return of(a.exponent(), series.negate(a.factor()));
  }

  @Override
  public Growth<S> multiply(Growth<S> a, Growth<S> b) {
    return of(series.add(a.exponent(), b.exponent()), series.multiply(a.factor(), b.factor()));
  }

  @Override
  public Growth<S> divide(Growth<S> a, Growth<S> b) {
    return of(series.subtract(a.exponent(), b.exponent()), series.divide(a.factor(), b.factor()));
  }

  @Override
  public Growth<S> power(Growth<S> base, int exponent) {
    return of(
        series.multiply(series.of(exponent), base.exponent()),
        series.power(base.factor(), exponent));
  }

  @Override
  public Growth<S> power(Growth<S> base, Growth<S> exponent) {
    boolean constant = exponent.isPlain() && exponent.factor().isConstant();
    return base.isPlain() && constant && base.factor().valuation() == 0
        ? plain(series.power(base.factor(), exponent.factor()))
        : exponential(multiply(exponent, logarithm(base)));
  }

  @Override
  public Growth<S> root(Growth<S> a, int n) {
    return of(series.divide(a.exponent(), series.of(n)), series.root(a.factor(), n));
  }

  @Override
  public Growth<S> apply(ElementaryFunction function, Growth<S> a) {
    return switch (function) {
      case EXP -> exponential(a);
      case LOG -> logarithm(a);
      case SQRT -> root(a, 2);
      case SINH -> halved(subtract(exponential(a), exponential(negate(a))));
      case COSH -> halved(add(exponential(a), exponential(negate(a))));
      case SIN, COS, TAN, ARCSIN, ARCCOS, ARCTAN, TANH, ARSINH, ARCOSH, ARTANH, ERF ->
          plain(series.apply(function, flattened(a)));
    };
  }

  private Growth<S> halved(Growth<S> a) {
    return divide(a, of(Rational.of(2)));
  }

  /** The exponential of what is unbounded becomes an exponent, that of the rest a factor. */
  private Growth<S> exponential(Growth<S> a) {
    Series<S> argument = flattened(a);
    if (argument.start() >= 0) {
      return plain(series.apply(ElementaryFunction.EXP, argument));
    }
    if (argument.order() < 1) {
      throw EvaluationException.indeterminate("constant term is not known");
    }
    Series<S> unbounded =
        series.series(
            argument.valuation(), series.range(argument, argument.valuation(), 0), Series.EXACT);
    Series<S> rest =
        series.series(
            0, series.range(argument, 0, Math.max(0, argument.degree() + 1)), argument.order());
    return of(unbounded, series.apply(ElementaryFunction.EXP, rest));
  }

  private Growth<S> logarithm(Growth<S> a) {
    Series<S> factor = series.apply(ElementaryFunction.LOG, a.factor());
    return plain(series.add(a.exponent(), factor));
  }

  @Override
  public Growth<S> choose(
      Growth<S> condition, Supplier<Growth<S>> ifNonnegative, Supplier<Growth<S>> ifNegative) {
    return condition.factor().isZeroSoFar() && condition.factor().isExact()
        ? ifNonnegative.get()
        : select(condition, ifNonnegative, ifNegative);
  }

  @Override
  public Growth<S> select(Growth<S> condition, Growth<S> ifPositive, Growth<S> ifNegative) {
    return select(condition, () -> ifPositive, () -> ifNegative);
  }

  @Override
  public Growth<S> select(
      Growth<S> condition, Supplier<Growth<S>> ifPositive, Supplier<Growth<S>> ifNegative) {
    if (condition.factor().isZeroSoFar()) {
      throw condition.factor().isExact()
          ? EvaluationException.kink()
          : EvaluationException.indeterminate("condition vanishes to every known order");
    }
    return series.isPositive(condition.factor().leading()) ? ifPositive.get() : ifNegative.get();
  }

  @Override
  public List<Growth<S>> matrixExponential(int n, List<Growth<S>> entries) {
    return series.matrixExponential(n, entries.stream().map(this::flattened).toList()).stream()
        .map(this::plain)
        .toList();
  }

  @Override
  public Growth<S> integral(
      Growth<S> lower, Growth<S> upper, Program integrand, List<Growth<S>> captured) {
    return plain(
        series.integral(
            flattened(lower),
            flattened(upper),
            integrand,
            captured.stream().map(this::flattened).toList()));
  }

  @Override
  public Growth<S> between(Rational lower, Rational upper) {
    return plain(series.between(lower, upper));
  }

  @Override
  public double uncertainty(Growth<S> a) {
    return series.uncertainty(a.factor());
  }
}
