package dev.hence.read.elaborate;

import dev.hence.expr.Shape;
import dev.hence.read.type.Extent;
import dev.hence.read.type.Type;
import java.util.List;
import java.util.Optional;

/** Vectors and matrices as types. A matrix of one column is a vector, of one entry a number. */
final class Tensors {
  private static final Extent ONE = Extent.of(1);

  private Tensors() {}

  static Type matrix(Extent rows, Extent columns) {
    if (columns.equals(ONE)) {
      return rows.equals(ONE) ? Type.real() : Type.vector(rows);
    }
    return Type.matrix(rows, columns);
  }

  /** A row of numbers. */
  static Type row(Extent size) {
    return Type.matrix(ONE, size);
  }

  static Type of(Shape shape) {
    return Type.of(shape);
  }

  static Optional<Shape> shape(Type type) {
    return type instanceof Type.Tensor t && t.sizes().size() == 2 && t.sizes().get(1).equals(ONE)
        ? t.sizes().getFirst().size().map(Shape.Vector::new)
        : type.shape();
  }

  static boolean isReal(Type type) {
    return type instanceof Type.Real || type instanceof Type.Time;
  }

  static boolean isVector(Type type) {
    return type instanceof Type.Tensor t && t.sizes().size() == 1;
  }

  static boolean isMatrix(Type type) {
    return type instanceof Type.Tensor t && t.sizes().size() == 2;
  }

  static boolean isRow(Type type) {
    return isMatrix(type) && rows(type).equals(ONE);
  }

  static boolean isSquare(Type type) {
    return isMatrix(type) && rows(type).equals(columns(type));
  }

  static boolean isOpen(Type type) {
    return type instanceof Type.Unknown;
  }

  static List<Extent> sizes(Type type) {
    return type instanceof Type.Tensor t ? t.sizes() : List.of();
  }

  static Extent rows(Type type) {
    return sizes(type).isEmpty() ? ONE : sizes(type).getFirst();
  }

  static Extent columns(Type type) {
    return sizes(type).size() == 2 ? sizes(type).get(1) : ONE;
  }

  static Type transposed(Type type) {
    return isReal(type) ? type : matrix(columns(type), rows(type));
  }
}
