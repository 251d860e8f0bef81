package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads matrices, rows and columns written out entry by entry, and what their fences say. */
final class WrittenOut {
  private final Context context;

  WrittenOut(Context context) {
    this.context = context;
  }

  Expr matrix(Syntax.Matrix matrix) {
    Expr stack = stack(matrix);
    if (matrix.fence().isEmpty()) {
      return stack;
    }
    return switch (matrix.fence().get()) {
      case PARENTHESIS, BRACKET -> stack;
      case BAR -> determinant(stack, matrix);
      case DOUBLE_BAR -> norm(stack, matrix);
      case BRACE, ANGLE, FLOOR, CEILING -> throw unsupported(matrix);
    };
  }

  /** Of a row or a column; a matrix has several norms. */
  private static Expr norm(Expr stack, Syntax.Matrix matrix) {
    if (stack.shape() instanceof Shape.Matrix) {
      throw unsupported(matrix);
    }
    return new Expr.Norm(stack);
  }

  private static Misread unsupported(Syntax.Matrix matrix) {
    return new Misread(
        ProblemId.UNSUPPORTED_NOTATION,
        matrix.span(),
        "a matrix between " + text(matrix.fence().orElseThrow()) + " is not supported",
        "supported: pmatrix, bmatrix, vmatrix for a determinant, Vmatrix for the norm of a row or"
            + " column");
  }

  private static String text(Delimiter fence) {
    return fence.open() + " and " + fence.close();
  }

  private static Expr determinant(Expr stack, Syntax.Matrix matrix) {
    if (stack.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns())) {
      return new Expr.Determinant(stack);
    }
    throw new Misread(
        ProblemId.SHAPE_MISMATCH,
        matrix.span(),
        "the determinant of " + Shapes.a(stack.shape()),
        "");
  }

  /** A column, or a row, with dots before its last entry. */
  private Optional<Expr> elided(Syntax.Matrix matrix) {
    boolean column = matrix.rows().getFirst().size() == 1;
    boolean row = matrix.rows().size() == 1;
    List<Syntax> items = matrix.rows().stream().flatMap(List::stream).toList();
    if (column == row || items.stream().noneMatch(Syntax.Dots.class::isInstance)) {
      return Optional.empty();
    }
    return new Lists(context)
        .column(items, matrix.span())
        .map(list -> row ? new Expr.Transpose(list) : list);
  }

  private Expr stack(Syntax.Matrix matrix) {
    return elided(matrix).orElseGet(() -> entries(matrix));
  }

  private Expr entries(Syntax.Matrix matrix) {
    List<Expr> entries = new ArrayList<>();
    matrix.rows().forEach(row -> row.forEach(cell -> entries.add(entry(cell))));
    Size rows = Size.fixed(matrix.rows().size());
    Size columns = Size.fixed(matrix.rows().getFirst().size());
    Size one = Size.fixed(1);
    Shape shape =
        columns.equals(one)
            ? Shape.vector(rows)
            : rows.equals(one) ? new Shape.Row(columns) : Shape.matrix(rows, columns);
    return new Expr.Stack(entries, shape);
  }

  private Expr entry(Syntax cell) {
    Expr entry = new Formulas(context).expr(cell);
    if (!entry.shape().isScalar()) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          cell.span(),
          "a block, " + Shapes.a(entry.shape()) + ", in a matrix: only numbers are supported",
          "");
    }
    return entry;
  }
}
