package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * A rectangle of terms, row-major. A number is 1×1, a vector has one column, a row one row.
 *
 * <p>Two rectangles are equal if they hold the same terms.
 */
record Rectangle(int rows, int columns, List<Term> entries) {
  Rectangle {
    entries = List.copyOf(entries);
    if (entries.size() != rows * columns) {
      throw new IllegalArgumentException(entries.size() + " entries for " + rows + "×" + columns);
    }
  }

  static Rectangle of(Term number) {
    return new Rectangle(1, 1, List.of(number));
  }

  static Rectangle filled(int rows, int columns, IntFunction<Term> entry) {
    List<Term> entries = new ArrayList<>(rows * columns);
    for (int k = 0; k < rows * columns; k++) {
      entries.add(entry.apply(k));
    }
    return new Rectangle(rows, columns, entries);
  }

  boolean isNumber() {
    return rows == 1 && columns == 1;
  }

  /** The entry at a row and column counted from 0. */
  Term get(int row, int column) {
    return entries.get(row * columns + column);
  }

  /** Where an entry stands, for people; nowhere if there is no other. */
  String place(int k) {
    if (isNumber()) {
      return "";
    }
    boolean line = rows == 1 || columns == 1;
    return line ? "entry " + (k + 1) : "entry (%d, %d)".formatted(k / columns + 1, k % columns + 1);
  }

  /** The number, of a 1×1 rectangle. */
  Term number() {
    if (!isNumber()) {
      throw new IllegalStateException("not a number: " + rows + "×" + columns);
    }
    return entries.getFirst();
  }

  Rectangle map(UnaryOperator<Term> change) {
    return filled(rows, columns, k -> change.apply(entries.get(k)));
  }

  /** Entry by entry with another of the same dimensions. */
  Rectangle zip(Rectangle other, BinaryOperator<Term> operator) {
    if (rows != other.rows || columns != other.columns) {
      throw new IllegalStateException(
          rows + "×" + columns + " does not fit " + other.rows + "×" + other.columns);
    }
    return filled(rows, columns, k -> operator.apply(entries.get(k), other.entries.get(k)));
  }

  Rectangle transposed() {
    return filled(columns, rows, k -> get(k % rows, k / rows));
  }

  /** This without one row and one column. */
  Rectangle minor(int row, int column) {
    return filled(
        rows - 1,
        columns - 1,
        k -> {
          int r = k / (columns - 1);
          int c = k % (columns - 1);
          return get(r < row ? r : r + 1, c < column ? c : c + 1);
        });
  }
}
