package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exponentials as polynomials in their matrix: e^{τM} = Σ α_k(τ, c)·M^k for k &lt; n, where M^n =
 * −Σ c_k·M^k by Cayley and Hamilton. Then α_k' = α_{k−1} − c_k·α_{n−1} in τ, and α_k(0) is 1 for k
 * = 0 and else 0 (Moler and Van Loan, Nineteen dubious ways, §5). So e^{τM} is seen to commute with
 * M.
 */
final class CayleyHamilton {
  private static final int LARGEST = 4;
  private static final String NAME = "α";

  private final Terms terms;
  private final MatrixAlgebra algebra;

  CayleyHamilton(Terms terms, MatrixAlgebra algebra) {
    this.terms = terms;
    this.algebra = algebra;
  }

  /**
   * @throws Unsupported if the matrix is too large
   */
  Rectangle exponential(Rectangle exponent) {
    int size = exponent.rows();
    if (size > LARGEST) {
      throw new Unsupported("the exponential of a matrix of " + size + " rows");
    }
    Optional<Term.Symbol> time =
        Symbols.of(exponent.entries()).stream().filter(s -> isFactor(s, exponent)).findFirst();
    Rectangle matrix =
        time.map(t -> exponent.map(e -> Differentiation.derivative(terms, e, t))).orElse(exponent);
    List<Term> arguments = new ArrayList<>(List.of(time.<Term>map(t -> t).orElse(terms.one())));
    arguments.addAll(characteristic(matrix));
    Rectangle sum = algebra.filled(size, size, terms.zero());
    for (int k = 0; k < size; k++) {
      Term coefficient = coefficient(k, List.copyOf(arguments));
      sum = sum.zip(algebra.scaled(coefficient, algebra.power(matrix, k)), terms::sum);
    }
    return sum;
  }

  /** Whether the matrix is a symbol times another matrix, in which it does not occur. */
  private boolean isFactor(Term.Symbol symbol, Rectangle exponent) {
    Substitution atZero = Substitution.of(terms, Map.of(symbol, terms.zero()));
    return exponent.entries().stream()
        .allMatch(
            e ->
                atZero.in(e).equals(terms.zero())
                    && !Symbols.of(List.of(Differentiation.derivative(terms, e, symbol)))
                        .contains(symbol));
  }

  /** c_0, …, c_{n−1} of the characteristic polynomial (Faddeev and LeVerrier). */
  private List<Term> characteristic(Rectangle matrix) {
    int size = matrix.rows();
    List<Term> coefficients = new ArrayList<>();
    Rectangle next = algebra.identity(size);
    for (int k = 1; k <= size; k++) {
      Rectangle product = algebra.product(matrix, next);
      Term c = terms.product(terms.constant(Rational.of(-1, k)), algebra.trace(product));
      coefficients.addFirst(c);
      next = product.zip(algebra.scaled(c, algebra.identity(size)), terms::sum);
    }
    return coefficients;
  }

  private Term coefficient(int k, List<Term> arguments) {
    int size = arguments.size() - 1;
    String name = NAME + k + "(" + size + ")";
    terms.rule(name, (orders, at) -> rewritten(k, orders, at));
    List<Integer> none = new ArrayList<>(List.of(0));
    for (int i = 0; i < size; i++) {
      none.add(0);
    }
    return terms.opaque(name, none, arguments);
  }

  /** The value at τ = 0, and the derivative in τ. */
  private Optional<Term> rewritten(int k, List<Integer> orders, List<Term> at) {
    boolean inTimeOnly = orders.subList(1, orders.size()).stream().allMatch(o -> o == 0);
    if (orders.getFirst() == 0) {
      return inTimeOnly && at.getFirst().equals(terms.zero())
          ? Optional.of(k == 0 ? terms.one() : terms.zero())
          : Optional.empty();
    }
    if (orders.getFirst() > 1 || !inTimeOnly) {
      return Optional.empty();
    }
    int size = at.size() - 1;
    Term last = terms.product(at.get(k + 1), coefficient(size - 1, at));
    return Optional.of(k == 0 ? terms.negate(last) : terms.minus(coefficient(k - 1, at), last));
  }
}
