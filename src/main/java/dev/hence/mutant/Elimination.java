package dev.hence.mutant;

import java.util.ArrayList;
import java.util.List;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** Gauss's elimination. */
final class Elimination {
  private final int n;
  private final List<List<Apfloat>> rows = new ArrayList<>();
  private Apfloat determinant = Table.ONE;

  /** Of a square matrix with another beside it. */
  private Elimination(Table matrix, Table beside) {
    n = matrix.rows();
    if (n != matrix.columns()) {
      throw new Unjudged("a matrix that is not square");
    }
    for (int row = 0; row < n; row++) {
      List<Apfloat> all = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        all.add(matrix.at(row, k));
      }
      for (int k = 0; k < beside.columns(); k++) {
        all.add(beside.at(row, k));
      }
      rows.add(all);
    }
    for (int k = 0; k < n && determinant.signum() != 0; k++) {
      eliminate(k);
    }
  }

  static Apfloat determinant(Table matrix) {
    return new Elimination(matrix, Table.identity(matrix.rows())).determinant;
  }

  static Table inverse(Table matrix) {
    Elimination done = new Elimination(matrix, Table.identity(matrix.rows()));
    if (done.determinant.signum() == 0) {
      throw new Unjudged("the inverse of a singular matrix");
    }
    int n = done.n;
    return Table.of(n, n, k -> done.rows.get(k / n).get(n + k % n));
  }

  private void eliminate(int k) {
    int best = k;
    for (int row = k + 1; row < n; row++) {
      if (size(row, k).compareTo(size(best, k)) > 0) {
        best = row;
      }
    }
    Apfloat pivot = rows.get(best).get(k);
    determinant = determinant.multiply(best == k ? pivot : pivot.negate());
    if (pivot.signum() == 0) {
      return;
    }
    List<Apfloat> swapped = rows.get(best);
    rows.set(best, rows.get(k));
    rows.set(k, new ArrayList<>(swapped.stream().map(e -> e.divide(pivot)).toList()));
    for (int row = 0; row < n; row++) {
      Apfloat factor = rows.get(row).get(k);
      if (row != k && factor.signum() != 0) {
        for (int c = 0; c < rows.get(row).size(); c++) {
          Apfloat less = factor.multiply(rows.get(k).get(c));
          rows.get(row).set(c, rows.get(row).get(c).subtract(less));
        }
      }
    }
  }

  private Apfloat size(int row, int column) {
    return ApfloatMath.abs(rows.get(row).get(column));
  }
}
