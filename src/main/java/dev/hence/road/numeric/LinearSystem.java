package dev.hence.road.numeric;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gauss–Jordan elimination in exact rationals. */
final class LinearSystem {
  private final int width;
  private final List<List<Rational>> rows = new ArrayList<>();

  /**
   * @param width the length of a row, right sides included
   */
  LinearSystem(int width) {
    this.width = width;
  }

  void add(List<Rational> row) {
    rows.add(new ArrayList<>(row));
  }

  Rational get(int row, int column) {
    return rows.get(row).get(column);
  }

  int rows() {
    return rows.size();
  }

  /**
   * Brings the first columns to reduced row echelon form.
   *
   * @return the pivot column of the first row, of the second, and so on
   */
  List<Integer> eliminate(int columns) {
    List<Integer> pivots = new ArrayList<>();
    for (int column = 0; column < columns && pivots.size() < rows.size(); column++) {
      int row = pivots.size();
      int found = row;
      while (found < rows.size() && get(found, column).signum() == 0) {
        found++;
      }
      if (found < rows.size()) {
        Collections.swap(rows, row, found);
        clear(row, column);
        pivots.add(column);
      }
    }
    return pivots;
  }

  private void clear(int pivotRow, int column) {
    Rational pivot = get(pivotRow, column);
    rows.get(pivotRow).replaceAll(entry -> entry.dividedBy(pivot));
    for (int row = 0; row < rows.size(); row++) {
      Rational factor = get(row, column);
      if (row != pivotRow && factor.signum() != 0) {
        for (int k = 0; k < width; k++) {
          rows.get(row).set(k, get(row, k).minus(factor.times(get(pivotRow, k))));
        }
      }
    }
  }
}
