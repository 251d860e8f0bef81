package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The exponential of a nilpotent matrix: a sum of at most n terms, exact in any field. */
final class FiniteExponential {
  private FiniteExponential() {}

  /**
   * The exponential, or nothing if the n-th power is not certainly zero. The traces of the powers
   * of a nilpotent matrix are zero, which refuses most others at once.
   */
  static <S> Optional<List<S>> of(Field<S> field, int n, List<S> matrix) {
    List<S> sum = identity(field, n);
    List<S> term = sum;
    for (int k = 1; k <= n; k++) {
      S factor = field.of(Rational.of(1, k));
      term =
          multiply(field, n, term, matrix).stream()
              .map(entry -> field.isZero(entry) ? entry : field.multiply(entry, factor))
              .toList();
      if (term.stream().allMatch(field::isZero)) {
        return Optional.of(sum);
      }
      if (!field.isZero(trace(field, n, term))) {
        return Optional.empty();
      }
      sum = add(field, sum, term);
    }
    return Optional.empty();
  }

  private static <S> S trace(Field<S> field, int n, List<S> matrix) {
    S trace = field.zero();
    for (int i = 0; i < n; i++) {
      trace = plus(field, trace, matrix.get(i * n + i));
    }
    return trace;
  }

  static <S> List<S> identity(Field<S> field, int n) {
    List<S> identity = new ArrayList<>(n * n);
    for (int i = 0; i < n * n; i++) {
      identity.add(i % (n + 1) == 0 ? field.one() : field.zero());
    }
    return identity;
  }

  private static <S> List<S> add(Field<S> field, List<S> a, List<S> b) {
    List<S> sum = new ArrayList<>(a.size());
    for (int i = 0; i < a.size(); i++) {
      sum.add(plus(field, a.get(i), b.get(i)));
    }
    return sum;
  }

  /** The product, terms with a certain zero left out. */
  static <S> List<S> multiply(Field<S> field, int n, List<S> a, List<S> b) {
    List<S> product = new ArrayList<>(n * n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        S sum = field.zero();
        for (int k = 0; k < n; k++) {
          S left = a.get(i * n + k);
          S right = b.get(k * n + j);
          if (!field.isZero(left) && !field.isZero(right)) {
            sum = plus(field, sum, field.multiply(left, right));
          }
        }
        product.add(sum);
      }
    }
    return product;
  }

  private static <S> S plus(Field<S> field, S a, S b) {
    return field.isZero(a) ? b : field.isZero(b) ? a : field.add(a, b);
  }
}
