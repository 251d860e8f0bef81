package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The arithmetic of a {@link SeriesField}: how many coefficients are known, and which. */
abstract sealed class SeriesRing<S> implements Field<Series<S>> permits SeriesField {
  /** Powers of T beyond this are refused, so that exponents cannot overflow. */
  private static final int GREATEST_EXPONENT = 1 << 20;

  final Field<S> base;
  final int order;
  final SeriesFunctions<S> functions;

  /**
   * @param order positive; coefficients of T^order and beyond are not kept
   */
  SeriesRing(Field<S> base, int order) {
    if (order < 1 || order > GREATEST_EXPONENT) {
      throw new IllegalArgumentException("order: " + order);
    }
    this.base = base;
    this.order = order;
    functions = new SeriesFunctions<>(base);
  }

  public Field<S> base() {
    return base;
  }

  public int order() {
    return order;
  }

  public Series<S> constant(S value) {
    return series(0, List.of(value), Series.EXACT);
  }

  /** The variable T itself. */
  public Series<S> variable() {
    return series(1, List.of(base.one()), Series.EXACT);
  }

  /** A series of which as many coefficients are known, from T⁰ on, as are given. */
  public Series<S> taylor(List<S> coefficients) {
    return series(0, coefficients, coefficients.size());
  }

  /** A polynomial, from T⁰ on. */
  public Series<S> polynomial(List<S> coefficients) {
    return series(0, coefficients, Series.EXACT);
  }

  /** A series in normal form: cut at its own order and at that of the field. */
  Series<S> series(int valuation, List<S> coefficients, int ownOrder) {
    boolean cut = valuation + coefficients.size() > order || ownOrder != Series.EXACT;
    int known = cut ? Math.min(order, ownOrder) : Series.EXACT;
    int end = Math.clamp((long) known - valuation, 0, coefficients.size());
    while (end > 0 && base.isZero(coefficients.get(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && base.isZero(coefficients.get(start))) {
      start++;
    }
    if (Math.abs((long) valuation) > GREATEST_EXPONENT || known < -GREATEST_EXPONENT) {
      throw EvaluationException.unsupported("power of T beyond " + GREATEST_EXPONENT);
    }
    return start == end
        ? new Series<>(0, List.of(), known)
        : new Series<>(valuation + start, coefficients.subList(start, end), known);
  }

  /**
   * The coefficient of a power of T.
   *
   * @throws EvaluationException {@code INDETERMINATE} if it was cut off
   */
  public S coefficient(Series<S> a, int exponent) {
    if (exponent >= a.order()) {
      throw EvaluationException.indeterminate("coefficient of T^" + exponent + " is not known");
    }
    return at(a, exponent);
  }

  S at(Series<S> a, int exponent) {
    int i = exponent - a.valuation();
    return i >= 0 && i < a.coefficients().size() ? a.coefficients().get(i) : base.zero();
  }

  /** Coefficients from one exponent to before another. */
  List<S> range(Series<S> a, int from, int to) {
    return IntStream.range(from, to).mapToObj(k -> at(a, k)).toList();
  }

  @Override
  public Series<S> of(Rational value) {
    return constant(base.of(value));
  }

  @Override
  public Series<S> pi() {
    return constant(base.pi());
  }

  @Override
  public boolean isZero(Series<S> a) {
    return a.isZero();
  }

  @Override
  public Series<S> add(Series<S> a, Series<S> b) {
    if (a.isZeroSoFar() || b.isZeroSoFar()) {
      Series<S> other = a.isZeroSoFar() ? b : a;
      return series(other.valuation(), other.coefficients(), Math.min(a.order(), b.order()));
    }
    int from = Math.min(a.valuation(), b.valuation());
    List<S> sum = new ArrayList<>();
    for (int k = from; k <= Math.max(a.degree(), b.degree()); k++) {
      sum.add(functions.plus(at(a, k), at(b, k)));
    }
    return series(from, sum, Math.min(a.order(), b.order()));
  }

  @Override
  public Series<S> subtract(Series<S> a, Series<S> b) {
    return add(a, negate(b));
  }

  @Override
  public Series<S> negate(Series<S> a) {
    return new Series<>(
        a.valuation(), a.coefficients().stream().map(base::negate).toList(), a.order());
  }

  @Override
  public Series<S> multiply(Series<S> a, Series<S> b) {
    if (a.isZero() || b.isZero()) {
      return zero();
    }
    int known = Math.min(shifted(a.start(), b.order()), shifted(b.start(), a.order()));
    if (a.isZeroSoFar() || b.isZeroSoFar()) {
      return series(0, List.of(), known);
    }
    if (a.degree() + b.degree() >= order) {
      known = Math.min(known, order);
    }
    int from = a.valuation() + b.valuation();
    int count = Math.min(known, a.degree() + b.degree() + 1) - from;
    return series(
        from, functions.product(a.coefficients(), b.coefficients(), Math.max(0, count)), known);
  }

  static int shifted(int exponent, int order) {
    return order == Series.EXACT ? Series.EXACT : exponent + order;
  }

  @Override
  public Series<S> divide(Series<S> a, Series<S> b) {
    if (b.isZeroSoFar()) {
      throw b.isExact()
          ? EvaluationException.domain("division by zero")
          : EvaluationException.indeterminate("divisor vanishes to order " + b.order());
    }
    if (a.isZeroSoFar()) {
      base.divide(base.zero(), b.leading());
      return series(0, List.of(), shifted(-b.valuation(), a.order()));
    }
    int from = a.valuation() - b.valuation();
    int known =
        Math.min(shifted(-b.valuation(), a.order()), shifted(from - b.valuation(), b.order()));
    if (b.coefficients().size() > 1) {
      known = Math.min(known, order);
    }
    int count =
        known == Series.EXACT
            ? a.coefficients().size()
            : Math.max(0, Math.min(known, order) - from);
    List<S> numerator = range(a, a.valuation(), a.valuation() + count);
    return series(from, functions.quotient(numerator, b.coefficients()), known);
  }

  /** The derivative with respect to T. */
  public Series<S> derivative(Series<S> a) {
    List<S> coefficients = new ArrayList<>();
    for (int k = a.valuation(); k <= a.degree(); k++) {
      coefficients.add(base.multiply(base.of(k), at(a, k)));
    }
    return series(a.valuation() - 1, coefficients, shifted(-1, a.order()));
  }

  /**
   * The integral with respect to T, without a constant.
   *
   * @throws EvaluationException {@code UNSUPPORTED} if there may be a term 1/T
   */
  public Series<S> integral(Series<S> a) {
    if (a.order() < 0 || !base.isZero(at(a, -1))) {
      throw EvaluationException.unsupported("log T");
    }
    List<S> coefficients = new ArrayList<>();
    for (int k = a.valuation(); k <= a.degree(); k++) {
      coefficients.add(k == -1 ? base.zero() : base.divide(at(a, k), base.of(k + 1)));
    }
    return series(a.valuation() + 1, coefficients, shifted(1, a.order()));
  }
}
