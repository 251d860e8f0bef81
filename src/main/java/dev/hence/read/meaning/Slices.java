package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import java.util.List;

/** Rows and columns of a matrix: {@code A_{i,:}} is a row, {@code A_{:,j}} a column. */
final class Slices {
  private final Context context;

  Slices(Context context) {
    this.context = context;
  }

  static boolean isSlice(Syntax sub) {
    return sub instanceof Syntax.Sequence s
        && s.items().size() == 2
        && s.items().stream().filter(Syntax.Placeholder.class::isInstance).count() == 1;
  }

  Expr of(Expr body, Syntax sub) {
    List<Syntax> items = ((Syntax.Sequence) sub).items();
    if (!(body.shape() instanceof Shape.Matrix m)) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          sub.span(),
          Shapes.a(body.shape()) + " has no rows and columns",
          "");
    }
    boolean row = items.getLast() instanceof Syntax.Placeholder;
    Syntax written = row ? items.getFirst() : items.getLast();
    Expr fixed =
        new Integers(context)
            .integer(written)
            .orElseThrow(() -> Formulas.unsupported(written, "this index"));
    Shape shape = row ? new Shape.Row(m.columns()) : Shape.vector(m.rows());
    Range range = Entrywise.upTo(row ? m.columns() : m.rows());
    String letter = new Entrywise(context).fresh(shape, List.of(body, fixed)).getFirst();
    Expr running = new Expr.Index(letter);
    Expr entry = new Expr.Entry(body, row ? List.of(fixed, running) : List.of(running, fixed));
    return new Expr.Family(List.of(letter), List.of(range), entry, shape);
  }
}
