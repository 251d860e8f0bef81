package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Truncated Laurent series in one variable T, for small positive T.
 *
 * <p>Each series knows how many of its coefficients are valid: a quotient of two that both start at
 * T¹ knows one less. Fractional powers of T and log T are {@code UNSUPPORTED}; where the known
 * coefficients do not suffice (all of a divisor's are zero), {@code INDETERMINATE} asks for a
 * higher order.
 */
public final class SeriesField<S> extends SeriesRing<S> {
  /**
   * @param order positive; coefficients of T^order and beyond are not kept
   */
  public SeriesField(Field<S> base, int order) {
    super(base, order);
  }

  @Override
  public Series<S> power(Series<S> a, int exponent) {
    if (exponent < 0) {
      return divide(one(), positivePower(a, -(long) exponent));
    }
    return positivePower(a, exponent);
  }

  private Series<S> positivePower(Series<S> a, long exponent) {
    Series<S> result = one();
    Series<S> square = a;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result = multiply(result, square);
      }
      if (rest > 1) {
        square = multiply(square, square);
      }
    }
    return result;
  }

  @Override
  public Series<S> power(Series<S> a, Series<S> exponent) {
    if (a.isZeroSoFar()) {
      throw a.isExact()
          ? EvaluationException.domain("real power of zero")
          : EvaluationException.indeterminate("base vanishes to order " + a.order());
    }
    if (exponent.isConstant() && a.valuation() == 0) {
      S e = at(exponent, 0);
      return power(a, e, 0, base.power(a.leading(), e));
    }
    return apply(ElementaryFunction.EXP, multiply(exponent, apply(ElementaryFunction.LOG, a)));
  }

  @Override
  public Series<S> root(Series<S> a, int n) {
    if (a.isZero()) {
      return a;
    }
    if (a.isZeroSoFar()) {
      throw EvaluationException.indeterminate("radicand vanishes to order " + a.order());
    }
    if (a.valuation() % n != 0) {
      throw EvaluationException.unsupported("fractional power of T");
    }
    S exponent = base.of(Rational.of(1, n));
    return power(a, exponent, a.valuation() / n, base.root(a.leading(), n));
  }

  /** A real power of which the first term is given. */
  private Series<S> power(Series<S> a, S exponent, int valuation, S leading) {
    if (a.isExact() && a.coefficients().size() == 1) {
      return series(valuation, List.of(leading), Series.EXACT);
    }
    int known = Math.min(order, shifted(valuation - a.valuation(), a.order()));
    int count = Math.max(0, known - valuation);
    List<S> coefficients = range(a, a.valuation(), a.valuation() + count);
    return series(valuation, functions.power(coefficients, exponent, leading), known);
  }

  /**
   * {@inheritDoc}
   *
   * @throws EvaluationException {@code UNSUPPORTED} where the value is no Laurent series in T
   */
  @Override
  public Series<S> apply(ElementaryFunction function, Series<S> a) {
    if (function == ElementaryFunction.SQRT) {
      return root(a, 2);
    }
    if (a.isConstant()) {
      return constant(base.apply(function, at(a, 0)));
    }
    int known = Math.min(order, a.order());
    if (a.start() < 0) {
      return beyondAllBounds(function, a);
    }
    if (known < 1) {
      throw EvaluationException.indeterminate("constant term is not known");
    }
    return series(0, functions.apply(function, range(a, 0, known)), known);
  }

  /**
   * A function of something that grows beyond all bounds as T goes to 0 from above: exp(−1/T)
   * vanishes to every order, so tanh(1/T) and erf(1/T) are 1 to every order; arctan u = ±π/2 −
   * arctan(1/u).
   *
   * @throws EvaluationException {@code UNSUPPORTED} where there is no Laurent series in T
   */
  private Series<S> beyondAllBounds(ElementaryFunction function, Series<S> a) {
    if (a.isZeroSoFar()) {
      throw EvaluationException.indeterminate("leading term is not known");
    }
    boolean positive = isPositive(a.leading());
    Series<S> sign = constant(base.of(positive ? 1 : -1));
    Series<S> flat = series(0, List.of(), order);
    if (function == ElementaryFunction.EXP && !positive) {
      return flat;
    }
    return switch (function) {
      case TANH, ERF -> add(sign, flat);
      case ARCTAN -> {
        Series<S> half = divide(multiply(sign, pi()), constant(base.of(2)));
        yield subtract(half, apply(ElementaryFunction.ARCTAN, divide(one(), a)));
      }
      default -> throw EvaluationException.unsupported(function.text() + " of an unbounded series");
    };
  }

  /**
   * Whether a number is positive, and not negative.
   *
   * @throws EvaluationException {@code UNSUPPORTED} if that is not certain
   */
  boolean isPositive(S number) {
    Branch<S> positive = new Branch<>(base::one);
    Branch<S> negative = new Branch<>(base::zero);
    base.select(number, positive, negative);
    if (positive.taken() && negative.taken()) {
      throw EvaluationException.unsupported("a number of unknown sign");
    }
    return positive.taken();
  }

  /** For each coefficient by itself; where an end moves, over [0, 1] instead. */
  @Override
  public Series<S> integral(
      Series<S> lower, Series<S> upper, Program integrand, List<Series<S>> captured) {
    boolean constant =
        Stream.concat(Stream.of(lower, upper), captured.stream()).allMatch(Series::isConstant);
    return constant
        ? constant(
            base.integral(
                at(lower, 0),
                at(upper, 0),
                integrand,
                captured.stream().map(c -> at(c, 0)).toList()))
        : new Quadrature<>(this).integral(lower, upper, integrand, captured);
  }

  @Override
  public Series<S> between(Rational lower, Rational upper) {
    return constant(base.between(lower, upper));
  }

  @Override
  public double uncertainty(Series<S> a) {
    return a.coefficients().stream().mapToDouble(base::uncertainty).max().orElse(0);
  }

  /** Where the condition is zero for all small T, so it is decided. */
  @Override
  public Series<S> choose(
      Series<S> condition, Supplier<Series<S>> ifNonnegative, Supplier<Series<S>> ifNegative) {
    return condition.isZeroSoFar() && condition.isExact()
        ? ifNonnegative.get()
        : select(condition, ifNonnegative, ifNegative);
  }

  @Override
  public Series<S> select(Series<S> condition, Series<S> ifPositive, Series<S> ifNegative) {
    return select(condition, () -> ifPositive, () -> ifNegative);
  }

  /** Decides by the first coefficient of the condition, that is, for small positive T. */
  @Override
  public Series<S> select(
      Series<S> condition, Supplier<Series<S>> ifPositive, Supplier<Series<S>> ifNegative) {
    if (condition.isZeroSoFar()) {
      throw condition.isExact()
          ? EvaluationException.kink()
          : EvaluationException.indeterminate("condition vanishes to order " + condition.order());
    }
    S sign = condition.leading();
    Branch<Series<S>> positive = new Branch<>(ifPositive);
    Branch<Series<S>> negative = new Branch<>(ifNegative);
    base.select(sign, () -> at(positive.get(), 0), () -> at(negative.get(), 0));
    if (!negative.taken()) {
      return positive.get();
    }
    return positive.taken() ? merge(sign, positive.get(), negative.get()) : negative.get();
  }

  /** Both branches, for a base that records and does not decide. */
  private Series<S> merge(S sign, Series<S> a, Series<S> b) {
    if (a.isZero() && b.isZero()) {
      return a;
    }
    int from = Math.min(a.start(), b.start());
    int known = Math.min(a.order(), b.order());
    int to = Math.max(from, Math.min(known, Math.max(a.degree(), b.degree()) + 1));
    List<S> merged = new ArrayList<>();
    for (int k = from; k < to; k++) {
      merged.add(base.select(sign, at(a, k), at(b, k)));
    }
    return series(from, merged, known);
  }

  /**
   * With A = Σ Aₖ Tᵏ, the first row of blocks of the exponential of the block Toeplitz matrix with
   * Aₖ in its k-th diagonal: T ↦ the nilpotent shift is a homomorphism.
   */
  @Override
  public List<Series<S>> matrixExponential(int n, List<Series<S>> entries) {
    int known = order;
    for (Series<S> entry : entries) {
      if (entry.start() < 0) {
        throw EvaluationException.unsupported("matrix exponential of an unbounded series");
      }
      known = Math.min(known, entry.order());
    }
    if (known < 1) {
      throw EvaluationException.indeterminate("constant term is not known");
    }
    boolean constant = entries.stream().allMatch(Series::isConstant);
    int blocks = constant ? 1 : known;
    int size = n * blocks;
    List<S> toeplitz = new ArrayList<>(size * size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        toeplitz.add(at(entries.get(i % n * n + j % n), j / n - i / n));
      }
    }
    List<S> exponential = base.matrixExponential(size, toeplitz);
    List<Series<S>> result = new ArrayList<>(n * n);
    for (int place = 0; place < n * n; place++) {
      int first = place / n * size + place % n;
      List<S> coefficients =
          IntStream.range(0, blocks).mapToObj(k -> exponential.get(first + k * n)).toList();
      result.add(series(0, coefficients, constant ? Series.EXACT : known));
    }
    return result;
  }
}
