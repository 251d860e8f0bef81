package dev.hence.proof;

import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.List;
import java.util.function.Function;

/**
 * A value in components.
 *
 * @param shape without index letters but those that are in force outside
 * @param entries the entry at a place: no index for a number, one for a column or a row, two for a
 *     matrix, from 1
 */
record Tensor(Shape shape, Function<List<Size>, Term> entries) {
  static Tensor scalar(Term term) {
    return new Tensor(Shape.SCALAR, at -> term);
  }

  Term at(List<Size> place) {
    return entries.apply(place);
  }

  Term value() {
    return entries.apply(List.of());
  }

  /** The entry in a row and a column, also of what is no matrix. */
  Term at(Size row, Size column) {
    return switch (shape) {
      case Shape.Scalar s -> value();
      case Shape.Vector v -> at(List.of(row));
      case Shape.Row r -> at(List.of(column));
      case Shape.Matrix m -> at(List.of(row, column));
    };
  }

  /** The entries as those of a value of a shape, told row and column. */
  static Tensor of(Shape shape, java.util.function.BiFunction<Size, Size, Term> entries) {
    Size one = Size.fixed(1);
    return new Tensor(
        shape,
        at ->
            switch (shape) {
              case Shape.Scalar s -> entries.apply(one, one);
              case Shape.Vector v -> entries.apply(at.getFirst(), one);
              case Shape.Row r -> entries.apply(one, at.getFirst());
              case Shape.Matrix m -> entries.apply(at.get(0), at.get(1));
            });
  }
}
