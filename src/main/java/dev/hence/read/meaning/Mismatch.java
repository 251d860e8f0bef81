package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Notation;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which two shapes do not fit, and what would mend it. */
final class Mismatch {
  private static final int LONGEST = 40;
  private static final UnicodePrinter PRINTER = new UnicodePrinter(Notation.UNKNOWN);

  private Mismatch() {}

  static Misread of(String what, Expr left, Expr right, String help, Span span) {
    String message =
        "the shapes in "
            + what
            + " do not fit: "
            + named(left, "the left is a ")
            + " and "
            + named(right, "the right is a ");
    return new Misread(ProblemId.SHAPE_MISMATCH, span, message, help);
  }

  /** {@code X: n×d matrix}. */
  private static String named(Expr expr, String otherwise) {
    String text = text(expr).replaceAll("_\\{\\?\\d+\\}", "");
    boolean brief = text.length() <= LONGEST;
    return (brief ? text + ": " : otherwise) + shape(expr.shape());
  }

  private static String text(Expr expr) {
    return PRINTER.print(expr);
  }

  private static String shape(Shape shape) {
    return OpenSizes.isOpen(shape) ? "of an open size" : Shapes.text(shape);
  }

  /** Which transpose, or the other order, would fit. */
  static String productHelp(Expr a, Expr b) {
    Expr left = transposed(a);
    Expr right = transposed(b);
    boolean sameVectors = a.shape() instanceof Shape.Vector && a.shape().equals(b.shape());
    if (sameVectors) {
      return "write a^\\top b or \\langle a, b \\rangle for the inner product, a b^\\top for the"
          + " outer, a \\odot b for the product of the entries";
    }
    List<String> fitting = new ArrayList<>();
    addIfFits(left, b, fitting);
    addIfFits(a, right, fitting);
    addIfFits(b, a, fitting);
    return fitting.isEmpty() ? "" : String.join(" or ", fitting) + " would fit";
  }

  private static Expr transposed(Expr expr) {
    return expr instanceof Expr.Transpose t ? t.body() : new Expr.Transpose(expr);
  }

  private static void addIfFits(Expr a, Expr b, List<String> fitting) {
    if (Shape.product(a.shape(), b.shape()).isPresent()) {
      String text = text(new Expr.Multiply(a, b));
      if (text.length() <= 2 * LONGEST) {
        fitting.add(text);
      }
    }
  }

  /** A number beside a vector or matrix, or something that lacks a transpose. */
  static String sumHelp(Expr first, Expr term) {
    boolean number = first.shape().isScalar() || term.shape().isScalar();
    if (!number) {
      return spread(first, term).or(() -> spread(term, first)).orElse(sameHelp(first, term));
    }
    Expr scalar = first.shape().isScalar() ? first : term;
    Shape other = first.shape().isScalar() ? term.shape() : first.shape();
    String text = text(scalar);
    boolean one = scalar instanceof Expr.Literal l && l.value().equals(Rational.ONE);
    String shown = one ? "" : (text.length() <= LONGEST ? text : "the number") + " ";
    return switch (other) {
      case Shape.Scalar s -> "";
      case Shape.Vector v -> "to add a number to every entry, write " + shown + "\\mathbf{1}";
      case Shape.Row r -> "to add a number to every entry, write " + shown + "\\mathbf{1}^\\top";
      case Shape.Matrix m ->
          m.rows().equals(m.columns())
              ? "write " + shown + "I, or " + shown + "\\mathbf{1}\\mathbf{1}^\\top for every entry"
              : "to add a number to every entry, write " + shown + "\\mathbf{1}\\mathbf{1}^\\top";
    };
  }

  /** A vector beside a matrix: added to every row, or to every column. */
  private static Optional<String> spread(Expr matrix, Expr vector) {
    if (!(matrix.shape() instanceof Shape.Matrix m)
        || !(vector.shape() instanceof Shape.Vector v)) {
      return Optional.empty();
    }
    String text = text(vector);
    if (v.size().equals(m.columns())) {
      String row = text(transposed(vector));
      return Optional.of("to add it to every row, write \\mathbf{1} " + row);
    }
    return v.size().equals(m.rows())
        ? Optional.of("to add it to every column, write " + text + " \\mathbf{1}^\\top")
        : Optional.empty();
  }

  static String sameHelp(Expr left, Expr right) {
    if (!left.shape().transposed().equals(right.shape())) {
      return "";
    }
    boolean laidOut = Trees.any(left, Mismatch::isLaidOut) || Trees.any(right, Mismatch::isLaidOut);
    return laidOut
        ? "they fit with one transposed; the header says how derivatives are laid out, by `layout:"
            + " gradient` (the default), `numerator` or `denominator`"
        : "they fit with one transposed";
  }

  private static boolean isLaidOut(Expr expr) {
    return expr instanceof Expr.Derivative d && !d.variable().shape().isScalar();
  }
}
