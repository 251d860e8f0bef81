package dev.hence.expr;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shape of a value: a number, a column, a row or a matrix. */
public sealed interface Shape {
  Shape SCALAR = new Scalar();

  boolean isScalar();

  /** The shape of the transpose. */
  Shape transposed();

  /** The same with sizes in place of the index letters that its sizes depend on. */
  Shape with(Map<String, Size> letters);

  /** The sizes, rows before columns. */
  List<Size> sizes();

  static Shape vector(Size size) {
    return new Vector(size);
  }

  static Shape matrix(Size rows, Size columns) {
    return new Matrix(rows, columns);
  }

  /** One real number. */
  record Scalar() implements Shape {
    @Override
    public boolean isScalar() {
      return true;
    }

    @Override
    public Shape transposed() {
      return this;
    }

    @Override
    public Shape with(Map<String, Size> letters) {
      return this;
    }

    @Override
    public List<Size> sizes() {
      return List.of();
    }

    @Override
    public String toString() {
      return "scalar";
    }
  }

  /** A column of numbers. */
  record Vector(Size size) implements Shape {
    @Override
    public boolean isScalar() {
      return false;
    }

    @Override
    public Shape transposed() {
      return new Row(size);
    }

    @Override
    public Shape with(Map<String, Size> letters) {
      return new Vector(size.with(letters));
    }

    @Override
    public List<Size> sizes() {
      return List.of(size);
    }

    @Override
    public String toString() {
      return "vector in ℝ^" + size;
    }
  }

  /** A row of numbers: the transpose of a column. */
  record Row(Size size) implements Shape {
    @Override
    public boolean isScalar() {
      return false;
    }

    @Override
    public Shape transposed() {
      return new Vector(size);
    }

    @Override
    public Shape with(Map<String, Size> letters) {
      return new Row(size.with(letters));
    }

    @Override
    public List<Size> sizes() {
      return List.of(size);
    }

    @Override
    public String toString() {
      return "row of " + size;
    }
  }

  /** A rectangle of numbers. */
  record Matrix(Size rows, Size columns) implements Shape {
    @Override
    public boolean isScalar() {
      return false;
    }

    @Override
    public Shape transposed() {
      return new Matrix(columns, rows);
    }

    @Override
    public Shape with(Map<String, Size> letters) {
      return new Matrix(rows.with(letters), columns.with(letters));
    }

    @Override
    public List<Size> sizes() {
      return List.of(rows, columns);
    }

    @Override
    public String toString() {
      return rows + "×" + columns + " matrix";
    }
  }

  /** The shape of a product, or empty where the two do not fit. A scalar scales anything. */
  static Optional<Shape> product(Shape left, Shape right) {
    if (left.isScalar()) {
      return Optional.of(right);
    }
    if (right.isScalar()) {
      return Optional.of(left);
    }
    if (!columns(left).equals(rows(right))) {
      return Optional.empty();
    }
    return Optional.of(of(rows(left), columns(right), left, right));
  }

  private static Shape of(Size rows, Size columns, Shape left, Shape right) {
    boolean single = left instanceof Row;
    boolean column = right instanceof Vector;
    boolean number = rows.equals(Size.fixed(1)) && columns.equals(Size.fixed(1));
    if (number || (single && column)) {
      return SCALAR;
    }
    if (column) {
      return new Vector(rows);
    }
    return single ? new Row(columns) : new Matrix(rows, columns);
  }

  /** The shape of a Kronecker product: rows times rows, columns times columns. */
  static Shape kronecker(Shape left, Shape right) {
    Size rows = rows(left).times(rows(right));
    Size columns = columns(left).times(columns(right));
    Size one = Size.fixed(1);
    if (columns.equals(one)) {
      return rows.equals(one) ? SCALAR : new Vector(rows);
    }
    return rows.equals(one) ? new Row(columns) : new Matrix(rows, columns);
  }

  /** The shape of all entries in one column. */
  static Shape stacked(Shape shape) {
    return new Vector(rows(shape).times(columns(shape)));
  }

  private static Size rows(Shape shape) {
    return switch (shape) {
      case Scalar s -> Size.fixed(1);
      case Vector v -> v.size;
      case Row r -> Size.fixed(1);
      case Matrix m -> m.rows;
    };
  }

  private static Size columns(Shape shape) {
    return rows(shape.transposed());
  }

  /**
   * The shape of a derivative, gradients shaped like the variable: of a number by v the shape of v,
   * of anything by a number its own shape, of a vector by a vector the Jacobian.
   */
  static Optional<Shape> derivative(Shape body, Shape variable) {
    if (body.isScalar()) {
      return Optional.of(variable);
    }
    if (variable.isScalar()) {
      return Optional.of(body);
    }
    return body instanceof Vector b && variable instanceof Vector v
        ? Optional.of(new Matrix(b.size, v.size))
        : Optional.empty();
  }
}
