package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Series;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Vectors and matrices that are written as lists: {@code [x_1, \dots, x_d]^\top}, {@code (v_1,
 * \dots, v_m)} of vectors, which are its columns, {@code (v_1, \dots, v_m)^\top}, where they are
 * its rows, and columns with vertical dots.
 */
final class Lists {
  private static final List<String> LETTERS = List.of("l", "h", "g", "c", "b");

  private final Context context;

  Lists(Context context) {
    this.context = context;
  }

  /** A transposed list: a column of numbers, or a matrix with the vectors as its rows. */
  Optional<Expr> transposed(Syntax.Scripted s) {
    boolean transposed = s.sub().isEmpty() && s.sup().filter(Powers::isTransposeMark).isPresent();
    return transposed && s.base() instanceof Syntax.Group g && isList(g)
        ? column(g.items(), g.span())
        : Optional.empty();
  }

  /**
   * A list of numbers: a column, for as a row it would fit nowhere else. Of vectors, with dots: the
   * matrix with these columns.
   */
  Optional<Expr> plain(Syntax.Group g) {
    if (isRows(g)) {
      return Optional.of(new WrittenOut(context).matrix(rows(g)));
    }
    return isList(g)
        ? column(g.items(), g.span())
            .map(c -> c.shape() instanceof Shape.Matrix ? new Expr.Transpose(c) : c)
        : Optional.empty();
  }

  /** {@code [a, b; c, d]}: rows of one length, with semicolons between them. */
  private static boolean isRows(Syntax.Group g) {
    return g.open() == Delimiter.BRACKET
        && g.close() == Delimiter.BRACKET
        && g.separators().contains(";")
        && g.separators().stream().allMatch(s -> s.equals(",") || s.equals(";"));
  }

  private static Syntax.Matrix rows(Syntax.Group g) {
    List<List<Syntax>> rows = new ArrayList<>();
    rows.add(new ArrayList<>());
    for (int k = 0; k < g.items().size(); k++) {
      if (k > 0 && g.separators().get(k - 1).equals(";")) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(g.items().get(k));
    }
    if (rows.stream().anyMatch(row -> row.size() != rows.getFirst().size())) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          g.span(),
          "the rows between these semicolons differ in length",
          "");
    }
    return new Syntax.Matrix(Optional.of(Delimiter.BRACKET), rows, g.span());
  }

  private static boolean isList(Syntax.Group g) {
    boolean fence =
        (g.open() == Delimiter.PARENTHESIS && g.close() == Delimiter.PARENTHESIS)
            || (g.open() == Delimiter.BRACKET && g.close() == Delimiter.BRACKET);
    return fence && g.items().size() > 1 && g.separators().stream().allMatch(","::equals);
  }

  /** Numbers below each other, or vectors and rows as the rows of a matrix. */
  Optional<Expr> column(List<Syntax> items, Span span) {
    boolean dots = items.stream().anyMatch(Syntax.Dots.class::isInstance);
    return dots ? elided(items, span) : full(items);
  }

  private Optional<Expr> full(List<Syntax> items) {
    List<Expr> entries = items.stream().map(item -> new Formulas(context).expr(item)).toList();
    return entries.stream().allMatch(e -> e.shape().isScalar())
        ? Optional.of(new Expr.Stack(entries, Shape.vector(Size.fixed(entries.size()))))
        : Optional.empty();
  }

  private Optional<Expr> elided(List<Syntax> items, Span span) {
    return Series.listed(items, span)
        .map(
            listed -> {
              Integers integers = new Integers(context);
              Range range = new Range(integers.end(listed.from()), integers.end(listed.to()));
              String letter = listed.letter().key();
              Context inside = context.withLetter(letter, range);
              Expr body = new Formulas(inside).expr(listed.term());
              return switch (body.shape()) {
                case Shape.Scalar s -> new Wholes(inside).family(body, List.of(letter), span);
                case Shape.Vector v -> rows(body, letter, v.size(), inside, span);
                case Shape.Row r -> rows(body, letter, r.size(), inside, span);
                case Shape.Matrix m ->
                    throw new Misread(
                        ProblemId.UNSUPPORTED_NOTATION, span, "a list of matrices", "");
              };
            });
  }

  private static Expr rows(Expr body, String letter, Size size, Context inside, Span span) {
    String second =
        LETTERS.stream()
            .filter(l -> !inside.isLetter(l) && !Binders.mentionsFree(body, l))
            .findFirst()
            .orElseThrow();
    Range range = new Range(new Expr.Literal(Rational.ONE), Integers.of(size));
    Expr entry = new Expr.Entry(body, List.of(new Expr.Index(second)));
    return new Wholes(inside.withLetter(second, range))
        .family(entry, List.of(letter, second), span);
  }
}
