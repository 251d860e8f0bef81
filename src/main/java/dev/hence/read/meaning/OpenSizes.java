package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.util.Optional;

/**
 * Sizes that are not written, of I and of 𝟏: each is open until a neighbour, a summand or the
 * other side of the relation says how large it is.
 */
final class OpenSizes {
  private static final String MARK = "?";

  private OpenSizes() {}

  /** The size of what stands at a place; two places have two. */
  static Size at(Span span) {
    return Size.named(MARK + span.start());
  }

  static boolean isOpen(Size size) {
    return size.keys().stream().anyMatch(name -> name.startsWith(MARK));
  }

  static boolean isOpen(Shape shape) {
    return shape.sizes().stream().anyMatch(OpenSizes::isOpen);
  }

  /** The expression with its open sizes settled so that it gets a shape, where it can. */
  static Expr like(Expr expr, Shape shape) {
    if (!isOpen(expr.shape()) || !expr.shape().getClass().equals(shape.getClass())) {
      return expr;
    }
    Expr settled = expr;
    int count = shape.sizes().size();
    for (int k = 0; k < count; k++) {
      settled = settled(settled, settled.shape().sizes().get(k), shape.sizes().get(k));
    }
    return settled;
  }

  /** The left factor, settled by the rows of the right one. */
  static Expr before(Expr left, Expr right) {
    Optional<Size> columns = columns(left.shape());
    Optional<Size> rows = columns(right.shape().transposed());
    return columns.isPresent() && rows.isPresent()
        ? settled(left, columns.get(), rows.get())
        : left;
  }

  /** The right factor, settled by the columns of the left one. */
  static Expr behind(Expr left, Expr right) {
    Optional<Size> columns = columns(left.shape());
    Optional<Size> rows = columns(right.shape().transposed());
    return columns.isPresent() && rows.isPresent()
        ? settled(right, rows.get(), columns.get())
        : right;
  }

  private static Optional<Size> columns(Shape shape) {
    return switch (shape) {
      case Shape.Scalar s -> Optional.empty();
      case Shape.Vector v -> Optional.empty();
      case Shape.Row r -> Optional.of(r.size());
      case Shape.Matrix m -> Optional.of(m.columns());
    };
  }

  private static Expr settled(Expr expr, Size open, Size known) {
    if (!isOpen(open) || open.equals(known)) {
      return expr;
    }
    return Trees.map(
        expr,
        e ->
            switch (e) {
              case Expr.Identity i when i.size().equals(open) -> new Expr.Identity(known);
              case Expr.Filled f -> new Expr.Filled(f.value(), shape(f.shape(), open, known));
              case Expr.SizeOf s when s.size().equals(open) -> Integers.of(known);
              case Expr.Diagonal d -> new Expr.Diagonal(d.body(), shape(d.shape(), open, known));
              case Expr.Family f ->
                  new Expr.Family(f.letters(), f.ranges(), f.body(), shape(f.shape(), open, known));
              case Expr.Call c ->
                  new Expr.Call(
                      c.function(),
                      c.indices(),
                      c.arguments(),
                      c.slots(),
                      shape(c.shape(), open, known));
              default -> e;
            });
  }

  private static Shape shape(Shape shape, Size open, Size known) {
    return switch (shape) {
      case Shape.Scalar s -> s;
      case Shape.Vector v -> Shape.vector(size(v.size(), open, known));
      case Shape.Row r -> new Shape.Row(size(r.size(), open, known));
      case Shape.Matrix m ->
          Shape.matrix(size(m.rows(), open, known), size(m.columns(), open, known));
    };
  }

  private static Size size(Size size, Size open, Size known) {
    return size.equals(open) ? known : size;
  }

  /**
   * @throws Misread if a size is still open
   */
  static void refuse(Expr expr, Span span) {
    Trees.walk(
        expr,
        e -> {
          boolean identity = e instanceof Expr.Identity i && isOpen(i.size());
          boolean filled = e instanceof Expr.Filled f && isOpen(f.shape());
          if (identity || filled) {
            String name = identity ? "I" : "\\mathbf{1}";
            throw new Misread(
                ProblemId.SHAPE_MISMATCH,
                span,
                "nothing here says how large " + (identity ? "I" : "𝟏") + " is",
                "write its size: " + name + "_n");
          }
        });
  }
}
