package dev.hence.eval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** The exponential of a square matrix of balls, by Taylor's series after scaling, then squaring. */
final class BallMatrixExponential {
  private final int n;
  private final int bits;

  private BallMatrixExponential(int n, int bits) {
    this.n = n;
    this.bits = bits;
  }

  /**
   * @param matrix n² entries, row by row
   * @throws EvaluationException {@code OVERFLOW} if the norm exceeds 2²⁰
   */
  static List<Ball> of(int n, List<Ball> matrix, int bits) {
    long norm = normExponent(n, matrix);
    if (norm > 20) {
      throw EvaluationException.overflow("matrix exponential of norm above 2^20");
    }
    int smallness = (int) (0.6 * Math.sqrt(bits)) + 1;
    int squarings = (int) Math.max(0, norm + smallness);
    BallMatrixExponential exponential = new BallMatrixExponential(n, bits + 2 * squarings + 16);
    List<Ball> result =
        exponential.series(matrix.stream().map(entry -> entry.shift(-squarings)).toList());
    for (int i = 0; i < squarings; i++) {
      result = exponential.product(result, result);
    }
    return exponential.cleared(result, matrix).stream().map(entry -> entry.round(bits)).toList();
  }

  /** An exponent t with row sums of sizes at most 2ᵗ. */
  private static long normExponent(int n, List<Ball> matrix) {
    long top = matrix.stream().mapToLong(Ball::top).max().orElse(Integer.MIN_VALUE);
    return top + Integer.SIZE - Integer.numberOfLeadingZeros(n);
  }

  /**
   * Horner's scheme for Σ Aᵏ/k!. With ‖A‖ ≤ 2⁻ˢ ≤ ½ what follows Aᴺ/N! is at most twice the next
   * term, 2‖A‖ᴺ⁺¹/(N+1)!, in norm and so in each entry.
   */
  private List<Ball> series(List<Ball> matrix) {
    long norm = normExponent(n, matrix);
    int last = 1;
    double remainder = 1 + 2.0 * norm - 1;
    while (remainder > -bits) {
      last++;
      remainder += norm - Math.log(last + 1) / Math.log(2);
    }
    List<Ball> sum = plusIdentity(Collections.nCopies(n * n, Ball.ZERO));
    for (int k = last; k >= 1; k--) {
      int divisor = k;
      sum =
          plusIdentity(
              product(matrix, sum).stream().map(entry -> entry.dividedBy(divisor, bits)).toList());
    }
    Ball rest = Ball.around0((long) Math.ceil(remainder) + 1);
    return sum.stream().map(entry -> entry.plus(rest, bits)).toList();
  }

  private List<Ball> plusIdentity(List<Ball> matrix) {
    List<Ball> sum = new ArrayList<>(matrix);
    for (int i = 0; i < n; i++) {
      sum.set(i * n + i, sum.get(i * n + i).plus(Ball.ONE, bits));
    }
    return sum;
  }

  private List<Ball> product(List<Ball> a, List<Ball> b) {
    List<Ball> product = new ArrayList<>(n * n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Ball sum = Ball.ZERO;
        for (int k = 0; k < n; k++) {
          sum = sum.plus(a.get(i * n + k).times(b.get(k * n + j), bits), bits);
        }
        product.add(sum);
      }
    }
    return product;
  }

  /** The result with exact zeros where no power of the matrix has an entry. */
  private List<Ball> cleared(List<Ball> result, List<Ball> matrix) {
    List<Ball> cleared = new ArrayList<>(n * n);
    for (int i = 0; i < n; i++) {
      BitSet reachable = reachable(i, matrix);
      for (int j = 0; j < n; j++) {
        cleared.add(reachable.get(j) ? result.get(i * n + j) : Ball.ZERO);
      }
    }
    return cleared;
  }

  /** The columns in which row i of some power of the matrix, the zeroth included, is not zero. */
  private BitSet reachable(int row, List<Ball> matrix) {
    BitSet reached = new BitSet(n);
    List<Integer> open = new ArrayList<>(List.of(row));
    reached.set(row);
    while (!open.isEmpty()) {
      int i = open.removeLast();
      for (int j = 0; j < n; j++) {
        if (!matrix.get(i * n + j).isZero() && !reached.get(j)) {
          reached.set(j);
          open.add(j);
        }
      }
    }
    return reached;
  }
}
