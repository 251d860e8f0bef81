package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.List;

/** Linear algebra of {@link Rectangle}s; inverses and determinants by cofactors. */
final class MatrixAlgebra {
  private static final int LARGEST_DETERMINANT = 4;
  private static final int LARGEST_POWER = 64;

  private final Terms terms;

  MatrixAlgebra(Terms terms) {
    this.terms = terms;
  }

  Rectangle sum(List<Rectangle> rectangles) {
    Rectangle first = rectangles.getFirst();
    return Rectangle.filled(
        first.rows(),
        first.columns(),
        k -> terms.sum(rectangles.stream().map(r -> r.entries().get(k)).toList()));
  }

  Rectangle filled(int rows, int columns, Term value) {
    return Rectangle.filled(rows, columns, k -> value);
  }

  Rectangle scaled(Term factor, Rectangle rectangle) {
    return rectangle.map(entry -> terms.product(factor, entry));
  }

  /** A number scales; else the matrix product. */
  Rectangle product(Rectangle left, Rectangle right) {
    if (left.isNumber()) {
      return scaled(left.number(), right);
    }
    if (right.isNumber()) {
      return scaled(right.number(), left);
    }
    if (left.columns() != right.rows()) {
      throw new IllegalStateException("columns " + left.columns() + ", rows " + right.rows());
    }
    return Rectangle.filled(
        left.rows(),
        right.columns(),
        k -> {
          List<Term> addends = new ArrayList<>();
          for (int m = 0; m < left.columns(); m++) {
            Term a = left.get(k / right.columns(), m);
            addends.add(terms.product(a, right.get(m, k % right.columns())));
          }
          return terms.sum(addends);
        });
  }

  /** Every entry of the left times the whole right. */
  Rectangle kronecker(Rectangle left, Rectangle right) {
    int columns = left.columns() * right.columns();
    return Rectangle.filled(
        left.rows() * right.rows(),
        columns,
        k ->
            terms.product(
                left.get(k / columns / right.rows(), k % columns / right.columns()),
                right.get(k / columns % right.rows(), k % columns % right.columns())));
  }

  /** The columns, one below the other. */
  Rectangle stacked(Rectangle matrix) {
    return Rectangle.filled(
        matrix.entries().size(), 1, k -> matrix.get(k % matrix.rows(), k / matrix.rows()));
  }

  /** Σ of the products of the entries. */
  Term inner(Rectangle left, Rectangle right) {
    return terms.sum(left.zip(right, terms::product).entries());
  }

  Term squaredNorm(Rectangle rectangle) {
    return terms.sum(rectangle.map(entry -> terms.power(entry, 2)).entries());
  }

  Rectangle identity(int size) {
    return Rectangle.filled(size, size, k -> k / size == k % size ? terms.one() : terms.zero());
  }

  Rectangle diagonal(List<Term> entries) {
    int size = entries.size();
    return Rectangle.filled(
        size, size, k -> k / size == k % size ? entries.get(k / size) : terms.zero());
  }

  Term trace(Rectangle matrix) {
    List<Term> diagonal = new ArrayList<>();
    for (int k = 0; k < matrix.rows(); k++) {
      diagonal.add(matrix.get(k, k));
    }
    return terms.sum(diagonal);
  }

  /**
   * The determinant by the first row.
   *
   * @throws Unsupported if the matrix is too large
   */
  Term determinant(Rectangle matrix) {
    if (matrix.rows() > LARGEST_DETERMINANT) {
      throw new Unsupported("the determinant or inverse of a matrix of " + matrix.rows() + " rows");
    }
    if (matrix.isNumber()) {
      return matrix.number();
    }
    List<Term> addends = new ArrayList<>();
    for (int column = 0; column < matrix.columns(); column++) {
      addends.add(terms.product(matrix.get(0, column), cofactor(matrix, 0, column)));
    }
    return terms.sum(addends);
  }

  private Term cofactor(Rectangle matrix, int row, int column) {
    Term minor = determinant(matrix.minor(row, column));
    return (row + column) % 2 == 0 ? minor : terms.negate(minor);
  }

  /** The inverse by Cramer's rule, of a matrix with a determinant. */
  Rectangle inverse(Rectangle matrix, Term determinant) {
    int size = matrix.rows();
    Term reciprocal = terms.power(determinant, -1);
    return size == 1
        ? Rectangle.of(reciprocal)
        : Rectangle.filled(
            size, size, k -> terms.product(cofactor(matrix, k % size, k / size), reciprocal));
  }

  /** A square matrix to an integer power that is not negative. */
  Rectangle power(Rectangle matrix, int exponent) {
    if (exponent > LARGEST_POWER) {
      throw new Unsupported("the power " + exponent + " of a matrix");
    }
    Rectangle result = identity(matrix.rows());
    for (int k = 0; k < exponent; k++) {
      result = k == 0 ? matrix : product(result, matrix);
    }
    return result;
  }
}
