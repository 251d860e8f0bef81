package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Operator;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts formulas together where their shapes fit, and says which two do not. */
final class Shapes {
  private Shapes() {}

  /** The shape in words. */
  static String text(Shape shape) {
    return shape.isScalar() ? "number" : shape.toString();
  }

  /** The shape in words, behind an article. */
  static String a(Shape shape) {
    String text = text(shape);
    return ("aefhilmnorsx8".indexOf(text.charAt(0)) >= 0 && shape instanceof Shape.Matrix
            ? "an "
            : "a ")
        + text;
  }

  static Expr product(Expr left, Expr right, Operator operator, Span span) {
    if (operator == Operator.ODOT) {
      return entrywise(left, right, span);
    }
    Expr a = OpenSizes.before(left, right);
    Expr b = OpenSizes.behind(a, right);
    boolean twoVectors = a.shape() instanceof Shape.Vector && b.shape() instanceof Shape.Vector;
    if (operator == Operator.CDOT && twoVectors) {
      return inner(a, b, span);
    }
    if (Shape.product(a.shape(), b.shape()).isPresent()) {
      return new Expr.Multiply(a, b);
    }
    throw Mismatch.of("a product", a, b, Mismatch.productHelp(a, b), span);
  }

  private static Expr entrywise(Expr left, Expr right, Span span) {
    Expr a = OpenSizes.like(left, right.shape());
    Expr b = OpenSizes.like(right, a.shape());
    requireSame(a, b, "the entrywise product", span);
    return new Expr.Hadamard(a, b);
  }

  static Expr quotient(Expr numerator, Expr denominator, Span span) {
    if (!denominator.shape().isScalar()) {
      String help =
          denominator.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns())
              ? "multiply by the inverse instead, on the side that is meant"
              : "write \\oslash for the quotient of the entries";
      throw new Misread(
          ProblemId.SHAPE_MISMATCH, span, "division by " + a(denominator.shape()), help);
    }
    return new Expr.Divide(numerator, denominator);
  }

  static Expr sum(List<Expr> terms, Span span) {
    List<Expr> fitted = new ArrayList<>(withRows(withNumbers(withLaplacians(terms))));
    for (int k = 1; k < fitted.size(); k++) {
      fitted.set(k, OpenSizes.like(fitted.get(k), fitted.get(k - 1).shape()));
    }
    for (int k = fitted.size() - 2; k >= 0; k--) {
      fitted.set(k, OpenSizes.like(fitted.get(k), fitted.get(k + 1).shape()));
    }
    Expr first = fitted.getFirst();
    for (Expr term : fitted) {
      if (!term.shape().equals(first.shape())) {
        throw Mismatch.of("a sum", first, term, Mismatch.sumHelp(first, term), span);
      }
    }
    return new Expr.Add(fitted);
  }

  /** {@code \nabla^2 p} beside numbers is one, the Laplacian. */
  private static List<Expr> withLaplacians(List<Expr> terms) {
    boolean numbers = terms.stream().anyMatch(t -> t.shape().isScalar() && !isWrittenOut(t));
    boolean others =
        terms.stream().allMatch(t -> t.shape().isScalar() || FieldOperators.forced(t).isPresent());
    return numbers && others
        ? terms.stream().map(t -> FieldOperators.forced(t).orElse(t)).toList()
        : terms;
  }

  /** {@code X W + b} with a row b: it is added to every row of the matrix. */
  private static List<Expr> withRows(List<Expr> terms) {
    Optional<Shape.Matrix> matrix =
        terms.stream()
            .map(Expr::shape)
            .filter(Shape.Matrix.class::isInstance)
            .map(Shape.Matrix.class::cast)
            .findFirst();
    return matrix.map(m -> terms.stream().map(term -> inEveryRow(term, m)).toList()).orElse(terms);
  }

  private static Expr inEveryRow(Expr term, Shape.Matrix matrix) {
    boolean row = term.shape() instanceof Shape.Row r && r.size().equals(matrix.columns());
    return row
        ? new Expr.Multiply(new Expr.Filled(Rational.ONE, Shape.vector(matrix.rows())), term)
        : term;
  }

  private static boolean isWrittenOut(Expr term) {
    return switch (term) {
      case Expr.Literal l -> true;
      case Expr.Negate n -> isWrittenOut(n.body());
      default -> false;
    };
  }

  /** A number written out stands, among vectors or rectangles, for one in every entry. */
  private static List<Expr> withNumbers(List<Expr> terms) {
    return terms.stream()
        .map(Expr::shape)
        .filter(shape -> !shape.isScalar())
        .findFirst()
        .map(shape -> terms.stream().map(term -> filled(term, shape)).toList())
        .orElse(terms);
  }

  /** In a sum with a square matrix, 1 may be I or 𝟏𝟏ᵀ, and stays a number. */
  private static Expr filled(Expr term, Shape shape) {
    boolean square = shape instanceof Shape.Matrix m && m.rows().equals(m.columns());
    return switch (term) {
      case Expr.Literal l when l.value().signum() == 0 -> new Expr.Filled(l.value(), shape);
      case Expr.Literal l when square -> l;
      case Expr.Literal l when l.value().equals(Rational.ONE) ->
          new Expr.Filled(Rational.ONE, shape);
      case Expr.Literal l -> new Expr.Multiply(l, new Expr.Filled(Rational.ONE, shape));
      case Expr.Negate(Expr.Literal l) -> new Expr.Negate(filled(l, shape));
      default -> OpenSizes.like(term, shape);
    };
  }

  static Expr inner(Expr left, Expr right, Span span) {
    Expr a = OpenSizes.like(left, right.shape());
    Expr b = OpenSizes.like(right, a.shape());
    requireSame(a, b, "an inner product", span);
    return new Expr.Inner(a, b);
  }

  /** Fits a side to the other: the number 0 stands for the zero of any shape. */
  static Expr fitted(Expr side, Shape other) {
    boolean zero = side instanceof Expr.Literal l && l.value().signum() == 0;
    if (zero && !other.isScalar()) {
      return new Expr.Filled(Rational.ZERO, other);
    }
    return OpenSizes.like(side, other);
  }

  static void requireSame(Expr left, Expr right, String what, Span span) {
    if (!left.shape().equals(right.shape())) {
      throw Mismatch.of(what, left, right, Mismatch.sameHelp(left, right), span);
    }
  }

  static void requireScalar(Expr expr, String what, Span span) {
    if (!expr.shape().isScalar()) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH, span, what + " takes a number, not " + a(expr.shape()), "");
    }
  }
}
