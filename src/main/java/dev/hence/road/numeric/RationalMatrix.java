package dev.hence.road.numeric;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A matrix of exact rationals, row-major. */
record RationalMatrix(int rows, int columns, List<Rational> entries) {
  RationalMatrix {
    entries = List.copyOf(entries);
  }

  /** Each entry by its place k, row k / columns. */
  static RationalMatrix of(int rows, int columns, IntFunction<Rational> entry) {
    List<Rational> entries = new ArrayList<>(rows * columns);
    for (int k = 0; k < rows * columns; k++) {
      entries.add(entry.apply(k));
    }
    return new RationalMatrix(rows, columns, entries);
  }

  static RationalMatrix of(int rows, int columns, Supplier<Rational> entry) {
    return of(rows, columns, k -> entry.get());
  }

  static RationalMatrix identity(int n) {
    return of(n, n, k -> k / n == k % n ? Rational.ONE : Rational.ZERO);
  }

  Rational get(int row, int column) {
    return entries.get(row * columns + column);
  }

  RationalMatrix transposed() {
    return of(columns, rows, k -> get(k % rows, k / rows));
  }

  RationalMatrix firstColumns(int count) {
    return of(rows, count, k -> get(k / count, k % count));
  }

  RationalMatrix plus(RationalMatrix other) {
    return of(rows, columns, k -> entries.get(k).plus(other.entries.get(k)));
  }

  RationalMatrix times(Rational factor) {
    return of(rows, columns, k -> entries.get(k).times(factor));
  }

  RationalMatrix times(RationalMatrix other) {
    return of(
        rows,
        other.columns,
        k -> {
          Rational sum = Rational.ZERO;
          for (int m = 0; m < columns; m++) {
            sum = sum.plus(get(k / other.columns, m).times(other.get(m, k % other.columns)));
          }
          return sum;
        });
  }

  /** The inverse of a square matrix, if there is one. */
  Optional<RationalMatrix> inverse() {
    LinearSystem system = new LinearSystem(2 * columns);
    for (int row = 0; row < rows; row++) {
      List<Rational> line = new ArrayList<>(entries.subList(row * columns, (row + 1) * columns));
      for (int k = 0; k < columns; k++) {
        line.add(k == row ? Rational.ONE : Rational.ZERO);
      }
      system.add(line);
    }
    if (!system.eliminate(columns).equals(List.copyOf(allColumns()))) {
      return Optional.empty();
    }
    return Optional.of(of(rows, columns, k -> system.get(k / columns, columns + k % columns)));
  }

  private List<Integer> allColumns() {
    List<Integer> all = new ArrayList<>();
    for (int k = 0; k < columns; k++) {
      all.add(k);
    }
    return all;
  }
}
