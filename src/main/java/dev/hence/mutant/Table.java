package dev.hence.mutant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;

/** A matrix of decimals, row by row; a number is one of one entry. */
record Table(int rows, int columns, List<Apfloat> entries) {
  /** Digits of all decimals. */
  static final long DIGITS = 50;

  /** Of an exponential series at less than 1/100. */
  private static final int TERMS = 20;

  static final Apfloat ZERO = new Apfloat(0, DIGITS);
  static final Apfloat ONE = new Apfloat(1, DIGITS);

  Table {
    entries = List.copyOf(entries);
    if (entries.size() != rows * columns) {
      throw new Unjudged(rows + "×" + columns + " of " + entries.size());
    }
  }

  static Table number(Apfloat value) {
    return new Table(1, 1, List.of(value));
  }

  static Table number(long value) {
    return number(new Apfloat(value, DIGITS));
  }

  static Table of(int rows, int columns, IntFunction<Apfloat> entry) {
    List<Apfloat> entries = new ArrayList<>();
    for (int k = 0; k < rows * columns; k++) {
      entries.add(entry.apply(k));
    }
    return new Table(rows, columns, entries);
  }

  static Table identity(int n) {
    return of(n, n, k -> k / n == k % n ? ONE : ZERO);
  }

  boolean isNumber() {
    return entries.size() == 1;
  }

  Apfloat value() {
    if (!isNumber()) {
      throw new Unjudged("a matrix for a number");
    }
    return entries.getFirst();
  }

  Apfloat at(int row, int column) {
    if (row < 0 || row >= rows || column < 0 || column >= columns) {
      throw new Unjudged("an entry outside");
    }
    return entries.get(row * columns + column);
  }

  Table map(UnaryOperator<Apfloat> f) {
    return of(rows, columns, k -> f.apply(entries.get(k)));
  }

  Table zip(Table other, BinaryOperator<Apfloat> f) {
    if (rows != other.rows || columns != other.columns) {
      throw new Unjudged("shapes that do not fit");
    }
    return of(rows, columns, k -> f.apply(entries.get(k), other.entries.get(k)));
  }

  Table plus(Table other) {
    return zip(other, Apfloat::add);
  }

  Table minus(Table other) {
    return zip(other, Apfloat::subtract);
  }

  Table scaled(Apfloat by) {
    return map(by::multiply);
  }

  Table transposed() {
    return of(columns, rows, k -> at(k % rows, k / rows));
  }

  Table times(Table other) {
    if (isNumber()) {
      return other.scaled(value());
    }
    if (other.isNumber()) {
      return scaled(other.value());
    }
    if (columns != other.rows) {
      throw new Unjudged("a product that does not fit");
    }
    return of(
        rows,
        other.columns,
        k -> {
          Apfloat sum = ZERO;
          for (int j = 0; j < columns; j++) {
            sum = sum.add(at(k / other.columns, j).multiply(other.at(j, k % other.columns)));
          }
          return sum;
        });
  }

  Apfloat inner(Table other) {
    return zip(other, Apfloat::multiply).entries.stream().reduce(ZERO, Apfloat::add);
  }

  /** The exponential of a square matrix: its series for a small part, squared again. */
  Table exponential() {
    int halvings = 12;
    Table small = scaled(ONE.divide(new Apfloat(1 << halvings, DIGITS)));
    Table sum = identity(rows);
    Table term = identity(rows);
    for (int k = 1; k <= TERMS; k++) {
      term = term.times(small).scaled(ONE.divide(new Apfloat(k, DIGITS)));
      sum = sum.plus(term);
    }
    for (int k = 0; k < halvings; k++) {
      sum = sum.times(sum);
    }
    return sum;
  }

  Table power(int n) {
    if (n < 0) {
      return Elimination.inverse(this).power(-n);
    }
    Table product = identity(rows);
    for (int k = 0; k < n; k++) {
      product = product.times(this);
    }
    return product;
  }
}
