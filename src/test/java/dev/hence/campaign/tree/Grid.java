package dev.hence.campaign.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** A number, a column or a matrix of numbers with 50 digits. */
public final class Grid {
  static final int DIGITS = 50;

  private final int rows;
  private final int columns;
  private final Apfloat[] entries;

  private Grid(int rows, int columns, Apfloat[] entries) {
    this.rows = rows;
    this.columns = columns;
    this.entries = entries;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public List<Apfloat> entries() {
    return List.of(entries);
  }

  public static Grid of(Apfloat number) {
    return new Grid(1, 1, new Apfloat[] {number});
  }

  public static Grid of(long number) {
    return of(new Apfloat(number, DIGITS));
  }

  public static Grid zero(int rows, int columns) {
    Apfloat[] entries = new Apfloat[rows * columns];
    Arrays.fill(entries, Apfloat.ZERO);
    return new Grid(rows, columns, entries);
  }

  static Grid identity(int size) {
    Grid result = zero(size, size);
    for (int k = 0; k < size; k++) {
      result.entries[k * size + k] = new Apfloat(1, DIGITS);
    }
    return result;
  }

  public Apfloat number() {
    if (entries.length != 1) {
      throw new IllegalStateException("a number is expected: " + rows + "×" + columns);
    }
    return entries[0];
  }

  public Apfloat at(int row, int column) {
    if (row < 0 || row >= rows || column < 0 || column >= columns) {
      throw new UndefinedException("no entry " + row + ", " + column);
    }
    return entries[row * columns + column];
  }

  public Grid with(int row, int column, Apfloat value) {
    at(row, column);
    Apfloat[] changed = entries.clone();
    changed[row * columns + column] = value;
    return new Grid(rows, columns, changed);
  }

  public Grid column(int column) {
    Grid result = zero(rows, 1);
    for (int row = 0; row < rows; row++) {
      result.entries[row] = at(row, column);
    }
    return result;
  }

  private boolean isNumber() {
    return entries.length == 1;
  }

  Grid map(UnaryOperator<Apfloat> function) {
    return new Grid(rows, columns, Arrays.stream(entries).map(function).toArray(Apfloat[]::new));
  }

  private Grid both(Grid other, BinaryOperator<Apfloat> function) {
    if (rows != other.rows || columns != other.columns) {
      throw new IllegalStateException("shapes differ");
    }
    Apfloat[] result = new Apfloat[entries.length];
    Arrays.setAll(result, k -> function.apply(entries[k], other.entries[k]));
    return new Grid(rows, columns, result);
  }

  public Grid plus(Grid other) {
    return both(other, Apfloat::add);
  }

  public Grid minus(Grid other) {
    return both(other, Apfloat::subtract);
  }

  Grid entrywise(Grid other) {
    return both(other, Apfloat::multiply);
  }

  Grid times(Grid other) {
    if (isNumber()) {
      return other.map(x -> x.multiply(entries[0]));
    }
    if (other.isNumber()) {
      return map(x -> x.multiply(other.entries[0]));
    }
    if (columns != other.rows) {
      throw new IllegalStateException("no product of these shapes");
    }
    Grid result = zero(rows, other.columns);
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < other.columns; k++) {
        Apfloat sum = Apfloat.ZERO;
        for (int j = 0; j < columns; j++) {
          sum = sum.add(at(i, j).multiply(other.at(j, k)));
        }
        result.entries[i * other.columns + k] = sum;
      }
    }
    return result;
  }

  Grid over(Grid number) {
    Apfloat divisor = number.number();
    if (divisor.signum() == 0) {
      throw new UndefinedException("division by 0");
    }
    return map(x -> x.divide(divisor));
  }

  Grid transpose() {
    Grid result = zero(columns, rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result.entries[j * rows + i] = at(i, j);
      }
    }
    return result;
  }

  Grid trace() {
    Apfloat sum = Apfloat.ZERO;
    for (int k = 0; k < rows; k++) {
      sum = sum.add(at(k, k));
    }
    return of(sum);
  }

  Grid squaredNorm() {
    return of(Arrays.stream(entries).map(x -> x.multiply(x)).reduce(Apfloat.ZERO, Apfloat::add));
  }

  /** By expansion along the first row. */
  Grid determinant() {
    if (rows == 1) {
      return this;
    }
    Apfloat sum = Apfloat.ZERO;
    for (int k = 0; k < columns; k++) {
      Apfloat term = at(0, k).multiply(without(0, k).determinant().number());
      sum = k % 2 == 0 ? sum.add(term) : sum.subtract(term);
    }
    return of(sum);
  }

  private Grid without(int row, int column) {
    Grid result = zero(rows - 1, columns - 1);
    int next = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (i != row && j != column) {
          result.entries[next++] = at(i, j);
        }
      }
    }
    return result;
  }

  /** By cofactors (Cramer). */
  Grid inverse() {
    Grid determinant = determinant();
    if (rows == 1) {
      return identity(1).over(determinant);
    }
    Grid result = zero(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        Apfloat minor = without(j, i).determinant().number();
        result.entries[i * columns + j] = (i + j) % 2 == 0 ? minor : minor.negate();
      }
    }
    return result.over(determinant);
  }

  /** The largest entry by absolute value. */
  public Apfloat size() {
    return Arrays.stream(entries)
        .map(ApfloatMath::abs)
        .max(Apfloat::compareTo)
        .orElse(Apfloat.ZERO);
  }
}
