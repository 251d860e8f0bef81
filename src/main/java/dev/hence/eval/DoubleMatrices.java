package dev.hence.eval;

import java.util.Arrays;
import java.util.Optional;

/** Square matrices in doubles, row by row. What they tell is to be shown by other means. */
public final class DoubleMatrices {
  private DoubleMatrices() {}

  /** The inverse, by Gaussian elimination; empty if doubles find none. */
  public static Optional<double[][]> inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] m = new double[n][];
    for (int row = 0; row < n; row++) {
      m[row] = Arrays.copyOf(matrix[row], 2 * n);
      m[row][n + row] = 1;
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        pivot = Math.abs(m[row][column]) > Math.abs(m[pivot][column]) ? row : pivot;
      }
      double[] line = m[pivot];
      m[pivot] = m[column];
      m[column] = line;
      for (int k = 2 * n - 1; k >= column; k--) {
        line[k] /= line[column];
      }
      for (int row = 0; row < n; row++) {
        double factor = m[row][column];
        for (int k = 0; row != column && k < 2 * n; k++) {
          m[row][k] -= factor * line[k];
        }
      }
    }
    double[][] inverse = new double[n][];
    for (int row = 0; row < n; row++) {
      inverse[row] = Arrays.copyOfRange(m[row], n, 2 * n);
    }
    boolean found =
        Arrays.stream(inverse).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    return found ? Optional.of(inverse) : Optional.empty();
  }

  /** A matrix times a column. */
  public static double[] times(double[][] matrix, double[] column) {
    double[] product = new double[matrix.length];
    for (int row = 0; row < product.length; row++) {
      for (int k = 0; k < column.length; k++) {
        product[row] += matrix[row][k] * column[k];
      }
    }
    return product;
  }
}
