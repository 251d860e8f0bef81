package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Operator;
import dev.hence.text.Span;
import java.util.List;

/** Puts formulas together where their shapes fit, and says which two do not. */
final class Shapes {
  /** The size of an identity matrix before its neighbours have said how large it is. */
  static final Size OPEN = Size.named("?");

  private Shapes() {}

  static Expr product(Expr left, Expr right, Operator operator, Span span) {
    Expr a = settled(left, right.shape(), false);
    Expr b = settled(right, left.shape(), true);
    boolean twoVectors = a.shape() instanceof Shape.Vector && a.shape().equals(b.shape());
    if (operator == Operator.ODOT) {
      requireSame(a, b, "the entrywise product", span);
      return new Expr.Hadamard(a, b);
    }
    if (operator == Operator.CDOT && twoVectors) {
      return new Expr.Inner(a, b);
    }
    if (Shape.product(a.shape(), b.shape()).isPresent()) {
      return new Expr.Multiply(a, b);
    }
    throw mismatch("a product", a, b, productHelp(a, b), span);
  }

  private static String productHelp(Expr a, Expr b) {
    if (a.shape().equals(b.shape()) && a.shape() instanceof Shape.Vector) {
      return "write a^\\top b or \\langle a, b \\rangle for the inner product";
    }
    if (Shape.product(a.shape().transposed(), b.shape()).isPresent()) {
      return "it fits with the left factor transposed";
    }
    if (Shape.product(a.shape(), b.shape().transposed()).isPresent()) {
      return "it fits with the right factor transposed";
    }
    return "";
  }

  static Expr quotient(Expr numerator, Expr denominator, Span span) {
    if (!denominator.shape().isScalar()) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          span,
          "division by a " + denominator.shape(),
          "multiply by the inverse instead, on the side that is meant");
    }
    return new Expr.Divide(numerator, denominator);
  }

  static Expr sum(List<Expr> terms, Span span) {
    Shape shape =
        terms.stream()
            .map(Expr::shape)
            .filter(s -> !isOpen(s))
            .findFirst()
            .orElse(terms.getFirst().shape());
    List<Expr> fitted = terms.stream().map(t -> withSize(t, shape)).toList();
    for (Expr term : fitted) {
      if (!term.shape().equals(shape)) {
        throw mismatch("a sum", fitted.getFirst(), term, "", span);
      }
    }
    return new Expr.Add(fitted);
  }

  static Expr inner(Expr left, Expr right, Span span) {
    requireSame(left, right, "an inner product", span);
    return new Expr.Inner(left, right);
  }

  /** Fits a side to the other: the number 0 stands for the zero of any shape. */
  static Expr fitted(Expr side, Shape other) {
    boolean zero = side instanceof Expr.Literal l && l.value().signum() == 0;
    if (zero && !other.isScalar()) {
      return new Expr.Filled(Rational.ZERO, other);
    }
    return withSize(side, other);
  }

  static void requireSame(Expr left, Expr right, String what, Span span) {
    if (!left.shape().equals(right.shape())) {
      String help =
          left.shape().transposed().equals(right.shape()) ? "they fit with one transposed" : "";
      throw mismatch(what, left, right, help, span);
    }
  }

  static void requireScalar(Expr expr, String what, Span span) {
    if (!expr.shape().isScalar()) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH, span, what + " takes a number, not a " + expr.shape(), "");
    }
  }

  private static Misread mismatch(String what, Expr left, Expr right, String help, Span span) {
    return new Misread(
        ProblemId.SHAPE_MISMATCH,
        span,
        "the shapes in " + what + " do not fit: " + left.shape() + " and " + right.shape(),
        help);
  }

  /** An identity matrix takes its size from the factor beside it. */
  private static Expr settled(Expr expr, Shape neighbour, boolean neighbourIsLeft) {
    if (!isOpen(expr.shape())) {
      return expr;
    }
    Shape seen = neighbourIsLeft ? neighbour.transposed() : neighbour;
    return switch (seen) {
      case Shape.Vector v -> withSize(expr, Shape.matrix(v.size(), v.size()));
      case Shape.Matrix m -> withSize(expr, Shape.matrix(m.rows(), m.rows()));
      case Shape.Scalar s -> expr;
      case Shape.Row r -> expr;
    };
  }

  private static Expr withSize(Expr expr, Shape shape) {
    if (!isOpen(expr.shape()) || !(shape instanceof Shape.Matrix m)) {
      return expr;
    }
    return dev.hence.expr.Trees.map(
        expr,
        e ->
            e instanceof Expr.Identity i && i.size().equals(OPEN)
                ? new Expr.Identity(m.rows())
                : e);
  }

  private static boolean isOpen(Shape shape) {
    return shape instanceof Shape.Matrix m && m.rows().equals(OPEN);
  }
}
