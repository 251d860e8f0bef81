package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Matrices, rows and columns that are written out entry by entry. */
final class Matrices {
  private final Reading reading;

  Matrices(Reading reading) {
    this.reading = reading;
  }

  Typed read(Tree.Environment e, Context context) {
    List<List<Tree>> rows = e.rows().stream().map(Matrices::cells).toList();
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    boolean even = rows.stream().allMatch(row -> row.size() == columns);
    boolean plain =
        rows.stream().flatMap(List::stream).noneMatch(c -> Pieces.isKind(c, TokenKind.DOTS));
    if (columns == 0 || !even || !plain) {
      return reading.refused(new Refusal.NoMeaning(e.span(), "this matrix"));
    }
    List<Typed> entries = new ArrayList<>();
    rows.forEach(row -> row.forEach(cell -> entries.add(entry(cell, context))));
    Shape shape = shape(rows.size(), columns);
    Typed stack =
        Typed.of(
            Tensors.of(shape),
            build ->
                new Expr.Stack(entries.stream().map(c -> c.draft().build(build)).toList(), shape));
    return fenced(e, stack);
  }

  private static Shape shape(int rows, int columns) {
    if (columns == 1) {
      return Shape.vector(Size.fixed(rows));
    }
    return rows == 1
        ? new Shape.Row(Size.fixed(columns))
        : Shape.matrix(Size.fixed(rows), Size.fixed(columns));
  }

  private Typed fenced(Tree.Environment e, Typed stack) {
    return switch (e.begin().meaning()) {
      case "vmatrix" -> {
        reading
            .inference()
            .same(
                Type.vector(Tensors.rows(stack.type())),
                Type.vector(Tensors.columns(stack.type())),
                e.span(),
                Refusal.Where.SQUARE);
        yield Typed.of(Type.real(), b -> new Expr.Determinant(stack.draft().build(b)));
      }
      case "Vmatrix", "Bmatrix" ->
          reading.refused(new Refusal.NoMeaning(e.span(), e.begin().meaning()));
      default -> stack;
    };
  }

  /** An empty place is 0. */
  private Typed entry(Tree cell, Context context) {
    return cell instanceof Tree.Empty ? Typed.number(Rational.ZERO) : reading.number(cell, context);
  }

  /** What stands between the alignment marks of a row. */
  static List<Tree> cells(Tree.Row row) {
    List<Tree> cells = new ArrayList<>();
    Tree current = new Tree.Empty(row.span());
    for (Tree item : row.items()) {
      if (Pieces.isKind(item, TokenKind.CELL)) {
        cells.add(current);
        current = new Tree.Empty(item.span());
      } else if (!Pieces.isKind(item, TokenKind.WIDE)
          && !Pieces.isKind(item, TokenKind.PUNCTUATION)) {
        current = item;
      }
    }
    cells.add(current);
    return cells;
  }
}
