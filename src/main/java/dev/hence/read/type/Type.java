package dev.hence.read.type;

import dev.hence.claim.Domain;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an expression is, as far as it is known. */
public sealed interface Type {
  /** A real number; the domain says where a declared one lies. */
  record Real(Domain domain) implements Type {}

  /**
   * A vector of one size, a matrix of two, or an array of more. A number is none of them, and the
   * transpose of a vector is a matrix of one row.
   *
   * @param domain where its entries lie, or the tensor as a whole
   */
  record Tensor(List<Extent> sizes, Domain domain) implements Type {
    public Tensor {
      sizes = List.copyOf(sizes);
      if (sizes.isEmpty()) {
        throw new IllegalArgumentException("a tensor without sizes is a number");
      }
    }
  }

  /** A function; what its value lies in is the domain of that type. */
  record Function(List<Type> arguments, Type value) implements Type {
    public Function {
      arguments = List.copyOf(arguments);
    }
  }

  /** An index, which runs from one length to another, both included. */
  record Index(Extent lower, Extent upper) implements Type {}

  /** How something random is distributed. */
  record Law(Type outcome) implements Type {}

  /** A point of time along a trajectory. */
  record Time() implements Type {}

  /** A set of values. */
  record Set(Type members) implements Type {}

  /** Something to be found out. */
  record Unknown(int number) implements Type {}

  /** A real number of which nothing else is known. */
  static Type real() {
    return new Real(Domain.REALS);
  }

  static Type vector(Extent size) {
    return new Tensor(List.of(size), Domain.REALS);
  }

  static Type matrix(Extent rows, Extent columns) {
    return new Tensor(List.of(rows, columns), Domain.REALS);
  }

  /** The type of an expression of a shape. */
  static Type of(Shape shape) {
    return switch (shape) {
      case Shape.Scalar s -> real();
      case Shape.Vector v -> vector(Extent.of(v.size()));
      case Shape.Row r -> matrix(Extent.of(1), Extent.of(r.size()));
      case Shape.Matrix m -> matrix(Extent.of(m.rows()), Extent.of(m.columns()));
    };
  }

  /** The shape of an expression of this type, if it has one and nothing in it is unknown. */
  default Optional<Shape> shape() {
    return switch (this) {
      case Real r -> Optional.of(Shape.SCALAR);
      case Tensor t when t.sizes().size() == 1 ->
          t.sizes().getFirst().size().map(Shape.Vector::new);
      case Tensor t when t.sizes().size() == 2 ->
          t.sizes()
              .getFirst()
              .size()
              .flatMap(r -> t.sizes().getLast().size().map(c -> matrix(r, c)));
      case Tensor t -> Optional.empty();
      case Function f -> Optional.empty();
      case Index i -> Optional.empty();
      case Law l -> Optional.empty();
      case Time t -> Optional.of(Shape.SCALAR);
      case Set s -> Optional.empty();
      case Unknown u -> Optional.empty();
    };
  }

  private static Shape matrix(Size rows, Size columns) {
    return rows.equals(Size.fixed(1)) ? new Shape.Row(columns) : new Shape.Matrix(rows, columns);
  }

  /** The type without what was declared of one name: what a use forces on another. */
  default Type plain() {
    return switch (this) {
      case Real r -> real();
      case Tensor t -> new Tensor(t.sizes(), Domain.REALS);
      case Function f ->
          new Function(f.arguments().stream().map(Type::plain).toList(), f.value().plain());
      case Law l -> new Law(l.outcome().plain());
      case Set s -> new Set(s.members().plain());
      case Index i -> i;
      case Time t -> t;
      case Unknown u -> u;
    };
  }

  /** The type in the words of a message: {@code ℝ^{n × d}}, {@code a function of (ℝ) into ℝ}. */
  default String words() {
    return switch (this) {
      case Real r -> "ℝ";
      case Tensor t when t.sizes().size() == 1 -> "ℝ^{" + t.sizes().getFirst() + "}";
      case Tensor t ->
          t.sizes().stream().map(Extent::toString).collect(Collectors.joining(" × ", "ℝ^{", "}"));
      case Function f ->
          "a function of "
              + f.arguments().stream().map(Type::words).collect(Collectors.joining(", ", "(", ")"))
              + " into "
              + f.value().words();
      case Index i -> "an index from " + i.lower() + " to " + i.upper();
      case Law l -> "a law on " + l.outcome().words();
      case Time t -> "a time";
      case Set s -> "a set in " + s.members().words();
      case Unknown u -> "an unknown type ?" + u.number();
    };
  }
}
