package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The degree of a body as a polynomial in a random name, at most: found by counting. */
final class PolynomialDegree {
  private final Env<?> env;

  PolynomialDegree(Env<?> env) {
    this.env = env;
  }

  /**
   * The degree of the body, an upper bound.
   *
   * @param linear the members of the name, each entry with degree 1
   * @throws EvaluationException {@code UNSUPPORTED} if the body is not seen to be a polynomial
   */
  int of(Expr.Expectation e, Map<List<Integer>, Tensor<Integer>> linear) {
    Bindings<Integer> still = new Constant<>(env.bindings);
    Env<Integer> inside =
        env.lifted(new Counting(e.variable()), new Layers.Drawn<>(still, e.variable(), linear));
    return new Evaluator<>(inside)
        .value(e.body()).entries().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Everything else is constant. */
  private record Constant<R>(Bindings<R> inner) implements Bindings<Integer> {
    @Override
    public Optional<Tensor<Integer>> bound(Name name, List<Integer> indices) {
      return inner.bound(name, indices).map(Constant::still);
    }

    @Override
    public Tensor<Integer> input(Name name, List<Integer> indices, int rows, int columns) {
      return still(inner.input(name, indices, rows, columns));
    }

    @Override
    public Bindings<Integer> at(TimePoint time) {
      return new Constant<>(inner.at(time));
    }

    @Override
    public Integer time(TimePoint time) {
      return 0;
    }

    @Override
    public Integer integrate(Integer integrand) {
      return integrand;
    }

    @Override
    public void assumeFixed(Name name, List<Integer> indices) {
      inner.assumeFixed(name, indices);
    }

    private static Tensor<Integer> still(Tensor<?> value) {
      return value.map(x -> 0);
    }
  }

  /** Arithmetic of degrees. */
  private record Counting(Name variable) implements Field<Integer> {
    private static final int CAP = 1_000;

    @Override
    public Integer of(Rational value) {
      return 0;
    }

    @Override
    public Integer pi() {
      return 0;
    }

    @Override
    public boolean isZero(Integer a) {
      return false;
    }

    @Override
    public Integer add(Integer a, Integer b) {
      return Math.max(a, b);
    }

    @Override
    public Integer subtract(Integer a, Integer b) {
      return Math.max(a, b);
    }

    @Override
    public Integer multiply(Integer a, Integer b) {
      return Math.min(CAP, a + b);
    }

    @Override
    public Integer negate(Integer a) {
      return a;
    }

    @Override
    public Integer divide(Integer a, Integer b) {
      constant(b);
      return a;
    }

    @Override
    public Integer power(Integer base, int exponent) {
      return exponent < 0 ? constant(base) : (int) Math.min(CAP, (long) base * exponent);
    }

    @Override
    public Integer power(Integer base, Integer exponent) {
      constant(exponent);
      return constant(base);
    }

    @Override
    public Integer root(Integer a, int n) {
      return constant(a);
    }

    @Override
    public Integer apply(ElementaryFunction function, Integer a) {
      return constant(a);
    }

    @Override
    public Integer select(Integer condition, Integer ifPositive, Integer ifNegative) {
      constant(condition);
      return Math.max(ifPositive, ifNegative);
    }

    @Override
    public List<Integer> matrixExponential(int n, List<Integer> entries) {
      return entries.stream().map(this::constant).toList();
    }

    private Integer constant(Integer degree) {
      if (degree > 0) {
        throw EvaluationException.unsupported(
            "the expectation of what is no polynomial in " + variable + ", which is normal");
      }
      return 0;
    }
  }
}
