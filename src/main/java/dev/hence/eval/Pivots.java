package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Elimination in doubles with complete pivoting.
 *
 * @param columns one for each row that is independent of the others, as far as doubles can tell
 */
record Pivots(List<Integer> columns) {
  private static final double NEGLIGIBLE = 1e-9;

  Pivots {
    columns = List.copyOf(columns);
  }

  static Pivots of(double[][] matrix) {
    double[][] m = new double[matrix.length][];
    double largest = 0;
    for (int row = 0; row < m.length; row++) {
      m[row] = matrix[row].clone();
      for (double entry : m[row]) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    List<Integer> columns = new ArrayList<>();
    for (int done = 0; done < m.length; done++) {
      int[] pivot = largest(m, done);
      double size = pivot.length == 0 ? 0 : Math.abs(m[pivot[0]][pivot[1]]);
      if (!(size > NEGLIGIBLE * largest)) {
        break;
      }
      double[] row = m[pivot[0]];
      m[pivot[0]] = m[done];
      m[done] = row;
      columns.add(pivot[1]);
      for (int below = done + 1; below < m.length; below++) {
        double factor = m[below][pivot[1]] / row[pivot[1]];
        for (int k = 0; k < row.length; k++) {
          m[below][k] = k == pivot[1] ? 0 : m[below][k] - factor * row[k];
        }
      }
    }
    return new Pivots(columns);
  }

  private static int[] largest(double[][] m, int from) {
    int[] place = {};
    double size = 0;
    for (int row = from; row < m.length; row++) {
      for (int column = 0; column < m[row].length; column++) {
        if (Math.abs(m[row][column]) > size) {
          size = Math.abs(m[row][column]);
          place = new int[] {row, column};
        }
      }
    }
    return place;
  }

  /** The inverse of as many columns as there are rows; empty if doubles find none. */
  static Optional<Rational[][]> inverse(double[][] matrix, List<Integer> columns) {
    int n = matrix.length;
    double[][] square = new double[n][n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        square[row][column] = matrix[row][columns.get(column)];
      }
    }
    return DoubleMatrices.inverse(square).map(Pivots::exact);
  }

  private static Rational[][] exact(double[][] matrix) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(row).mapToObj(Rational::of).toArray(Rational[]::new))
        .toArray(Rational[][]::new);
  }
}
