package dev.hence.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A rectangle of numbers, row-major. A number is 1×1, a vector has one column, a row one row.
 *
 * @param <S> the numbers
 */
public record Tensor<S>(int rows, int columns, List<S> entries) {
  public Tensor {
    entries = List.copyOf(entries);
    if (entries.size() != rows * columns) {
      throw new IllegalArgumentException(entries.size() + " entries for " + rows + "×" + columns);
    }
  }

  public static <S> Tensor<S> scalar(S value) {
    return new Tensor<>(1, 1, List.of(value));
  }

  public static <S> Tensor<S> filled(int rows, int columns, IntFunction<S> entry) {
    List<S> entries = new ArrayList<>(rows * columns);
    for (int k = 0; k < rows * columns; k++) {
      entries.add(entry.apply(k));
    }
    return new Tensor<>(rows, columns, entries);
  }

  public boolean isScalar() {
    return rows == 1 && columns == 1;
  }

  public int size() {
    return entries.size();
  }

  /** The entry at a row and column counted from 0. */
  public S get(int row, int column) {
    return entries.get(row * columns + column);
  }

  /** The number, of a 1×1 tensor. */
  public S value() {
    if (!isScalar()) {
      throw new IllegalStateException("not a number: " + rows + "×" + columns);
    }
    return entries.getFirst();
  }

  public <R> Tensor<R> map(Function<S, R> function) {
    return filled(rows, columns, k -> function.apply(entries.get(k)));
  }

  /** Entry by entry with another of the same dimensions. */
  public Tensor<S> zip(Tensor<S> other, BinaryOperator<S> operator) {
    if (rows != other.rows || columns != other.columns) {
      throw new IllegalStateException(
          rows + "×" + columns + " does not fit " + other.rows + "×" + other.columns);
    }
    return filled(rows, columns, k -> operator.apply(entries.get(k), other.entries.get(k)));
  }

  public Tensor<S> transposed() {
    return filled(columns, rows, k -> get(k % rows, k / rows));
  }

  /** The matrix product in a field. */
  public Tensor<S> times(Tensor<S> other, Field<S> field) {
    if (columns != other.rows) {
      throw new IllegalStateException(
          rows + "×" + columns + " does not fit " + other.rows + "×" + other.columns);
    }
    return filled(
        rows,
        other.columns,
        k -> {
          int row = k / other.columns;
          int column = k % other.columns;
          S sum = field.multiply(get(row, 0), other.get(0, column));
          for (int m = 1; m < columns; m++) {
            sum = field.add(sum, field.multiply(get(row, m), other.get(m, column)));
          }
          return sum;
        });
  }
}
