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
import java.util.Optional;

/** Matrices, rows and columns that are written out entry by entry. */
final class Matrices {
  private final Reading reading;

  Matrices(Reading reading) {
    this.reading = reading;
  }

  Typed read(Tree.Environment e, Context context) {
    List<List<Tree>> rows = cells(e.rows());
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    boolean even = rows.stream().allMatch(row -> row.size() == columns);
    boolean plain = rows.stream().flatMap(List::stream).noneMatch(Dots::are);
    Optional<Typed> series =
        columns == 1 && even && !plain
            ? new Dots(reading, context)
                .column(rows.stream().map(List::getFirst).toList(), e.span())
            : Optional.empty();
    if (series.isPresent()) {
      return fenced(e, series.get());
    }
    return columns == 0 || !even || !plain
        ? reading.refused(new Refusal.NoMeaning(e.span(), "this matrix"))
        : fenced(e, stack(rows, context));
  }

  /** {@code [a, b; c, d]}: rows of one length between semicolons; empty for other lists. */
  Optional<Typed> between(Tree.Group g, Tree.Listed list, Context context) {
    boolean semicolons = list.separators().stream().anyMatch(s -> s.meaning().equals(";"));
    if (!semicolons || !g.open().isFence("[") || list.items().stream().anyMatch(Dots::are)) {
      return Optional.empty();
    }
    List<List<Tree>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    for (int k = 0; k < list.items().size(); k++) {
      if (k > 0 && list.separators().get(k - 1).meaning().equals(";")) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(list.items().get(k));
    }
    int columns = rows.getFirst().size();
    return rows.stream().allMatch(row -> row.size() == columns)
        ? Optional.of(stack(rows, context))
        : Optional.of(reading.refused(new Refusal.NoMeaning(g.span(), "rows of unequal length")));
  }

  private Typed stack(List<List<Tree>> rows, Context context) {
    List<Typed> entries = new ArrayList<>();
    rows.forEach(row -> row.forEach(cell -> entries.add(entry(cell, context))));
    Shape shape = shape(rows.size(), rows.getFirst().size());
    return Typed.of(
        Tensors.of(shape),
        build -> new Expr.Stack(entries.stream().map(c -> c.draft().build(build)).toList(), shape));
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
    if (cell instanceof Tree.Empty) {
      reading.inference().take("an empty place in a matrix is 0");
      return Typed.number(Rational.ZERO);
    }
    return reading.number(cell, context);
  }

  /**
   * What stands between the alignment marks of the rows, before which commas may stand; between the
   * commas where there are no marks. Empty where something else stands between.
   */
  private static List<List<Tree>> cells(List<Tree.Row> rows) {
    List<List<Tree>> all = new ArrayList<>();
    for (Tree.Row row : rows) {
      List<Tree> items =
          row.items().stream().filter(i -> !Pieces.isKind(i, TokenKind.WIDE)).toList();
      List<Tree> cells = cells(withoutCommas(items), row);
      if (cells.isEmpty()) {
        return List.of();
      }
      all.add(cells);
    }
    return all;
  }

  private static List<Tree> cells(List<Tree> items, Tree.Row row) {
    boolean marks = items.stream().anyMatch(Matrices::isMark);
    List<Tree> cells = new ArrayList<>(List.of(new Tree.Empty(row.span())));
    for (Tree item : items) {
      if (marks ? isMark(item) : isComma(item)) {
        cells.add(new Tree.Empty(item.span()));
      } else if (cells.getLast() instanceof Tree.Empty && !isComma(item)) {
        cells.set(cells.size() - 1, item);
      } else {
        return List.of();
      }
    }
    boolean gap =
        !marks && cells.size() > 1 && cells.stream().anyMatch(Tree.Empty.class::isInstance);
    return gap ? List.of() : cells;
  }

  /** Commas that end what stands before a mark or at the end of a row. */
  private static List<Tree> withoutCommas(List<Tree> items) {
    List<Tree> left = new ArrayList<>();
    for (int k = 0; k < items.size(); k++) {
      boolean ends = k + 1 == items.size() || isMark(items.get(k + 1));
      if (!isComma(items.get(k)) || !ends) {
        left.add(items.get(k));
      }
    }
    return left;
  }

  private static boolean isMark(Tree item) {
    return Pieces.isKind(item, TokenKind.CELL);
  }

  private static boolean isComma(Tree item) {
    return Pieces.isKind(item, TokenKind.PUNCTUATION);
  }
}
