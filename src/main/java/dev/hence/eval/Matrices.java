package dev.hence.eval;

import java.util.stream.IntStream;

/** Determinants, inverses and integer powers of small square matrices, by cofactors. */
final class Matrices {
  private static final int LARGEST = 5;

  private Matrices() {}

  static <S> S determinant(Field<S> field, Tensor<S> m) {
    check(m);
    int n = m.rows();
    if (n == 1) {
      return m.get(0, 0);
    }
    S sum = field.zero();
    for (int k = 0; k < n; k++) {
      S term = field.multiply(m.get(0, k), determinant(field, minor(m, 0, k)));
      sum = k % 2 == 0 ? field.add(sum, term) : field.subtract(sum, term);
    }
    return sum;
  }

  /** The inverse, by the adjugate. */
  static <S> Tensor<S> inverse(Field<S> field, Tensor<S> m) {
    int n = m.rows();
    S determinant = determinant(field, m);
    return Tensor.filled(
        n,
        n,
        k -> {
          int row = k / n;
          int column = k % n;
          S cofactor = n == 1 ? field.one() : determinant(field, minor(m, column, row));
          S signed = (row + column) % 2 == 0 ? cofactor : field.negate(cofactor);
          return field.divide(signed, determinant);
        });
  }

  static <S> Tensor<S> power(Field<S> field, Tensor<S> m, int exponent) {
    int n = m.rows();
    Tensor<S> factor = exponent < 0 ? inverse(field, m) : m;
    Tensor<S> result = Tensor.filled(n, n, k -> k / n == k % n ? field.one() : field.zero());
    for (int k = 0; k < Math.abs(exponent); k++) {
      result = k == 0 ? factor : result.times(factor, field);
    }
    return result;
  }

  private static <S> Tensor<S> minor(Tensor<S> m, int row, int column) {
    int n = m.rows() - 1;
    return new Tensor<>(
        n,
        n,
        IntStream.range(0, n * n)
            .mapToObj(k -> m.get(skip(k / n, row), skip(k % n, column)))
            .toList());
  }

  private static int skip(int k, int left) {
    return k < left ? k : k + 1;
  }

  private static void check(Tensor<?> m) {
    if (m.rows() != m.columns() || m.rows() > LARGEST) {
      throw EvaluationException.unsupported(
          "the determinant of a " + m.rows() + "×" + m.columns() + " matrix");
    }
  }
}
