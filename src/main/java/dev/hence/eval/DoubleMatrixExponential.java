package dev.hence.eval;

/**
 * The exponential of an n×n matrix of doubles by scaling and squaring, with work space for reuse.
 *
 * <p>The scaled matrix has norm at most ¼, where the Taylor polynomial of degree 13 is off by less
 * than 2⁻⁶⁴ (Higham, Functions of Matrices, §10.3).
 */
final class DoubleMatrixExponential {
  private static final int DEGREE = 13;

  private final int n;
  private final double[] scaled;
  private final double[] product;

  DoubleMatrixExponential(int n) {
    this.n = n;
    scaled = new double[n * n];
    product = new double[n * n];
  }

  /** Writes exp(matrix) to the result; NaN throughout if an entry is not finite. */
  void compute(double[] matrix, double[] result) {
    double norm = norm(matrix, n);
    if (!(norm < 0x1p60)) {
      java.util.Arrays.fill(result, Double.NaN);
      return;
    }
    int squarings = norm <= 0.25 ? 0 : Math.getExponent(norm) + 3;
    Work.add((long) n * n * n * (DEGREE + squarings));
    double scale = Math.scalb(1.0, -squarings);
    for (int i = 0; i < n * n; i++) {
      scaled[i] = matrix[i] * scale;
    }
    identity(result);
    for (int k = DEGREE; k >= 1; k--) {
      multiply(scaled, result);
      for (int i = 0; i < n * n; i++) {
        result[i] = product[i] / k;
      }
      for (int i = 0; i < n; i++) {
        result[i * n + i] += 1;
      }
    }
    for (int k = 0; k < squarings; k++) {
      multiply(result, result);
      System.arraycopy(product, 0, result, 0, n * n);
    }
  }

  /** The greatest sum of sizes in a row. */
  static double norm(double[] matrix, int n) {
    double norm = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += Math.abs(matrix[i * n + j]);
      }
      norm = Math.max(norm, sum);
    }
    return norm;
  }

  private void identity(double[] matrix) {
    for (int i = 0; i < n * n; i++) {
      matrix[i] = i % (n + 1) == 0 ? 1 : 0;
    }
  }

  private void multiply(double[] left, double[] right) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += left[i * n + k] * right[k * n + j];
        }
        product[i * n + j] = sum;
      }
    }
  }
}
