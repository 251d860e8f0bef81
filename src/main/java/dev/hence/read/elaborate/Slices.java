package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import java.util.List;
import java.util.Optional;

/** Rows and columns of a matrix: {@code A_{i,:}}, {@code A_{:,j}}. */
final class Slices {
  private final Reading reading;
  private final Context context;

  Slices(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** Whether a subscript is an index and a colon that stands for all others. */
  static boolean isSlice(Tree low) {
    List<Tree> items = Pieces.items(low);
    return items.size() == 2 && items.stream().filter(Slices::isColon).count() == 1;
  }

  private static boolean isColon(Tree item) {
    return Pieces.isLeaf(item, TokenKind.PUNCTUATION, ":");
  }

  Typed of(Typed body, Tree low) {
    List<Tree> items = Pieces.items(low);
    boolean row = isColon(items.getLast());
    Tree written = row ? items.getFirst() : items.getLast();
    Optional<Expr> fixed = new Integers(context).integer(written);
    if (fixed.isEmpty()) {
      return reading.refused(new Refusal.NoMeaning(written.span(), "this index"));
    }
    Type matrix = Type.matrix(reading.inference().extent(), reading.inference().extent());
    reading.inference().same(matrix, body.type(), low.span(), Refusal.Where.ENTRY);
    Type type = reading.inference().known(body.type());
    Type slice = row ? Tensors.row(Tensors.columns(type)) : Type.vector(Tensors.rows(type));
    return Typed.of(
        slice,
        build ->
            slice(body.draft().build(build), fixed.get(), row, build.shape(slice, low.span())));
  }

  private Expr slice(Expr body, Expr fixed, boolean row, Shape shape) {
    String letter = new Entrywise(context).fresh(shape, List.of(body, fixed)).getFirst();
    Range range = Entrywise.ranges(shape).getFirst();
    Expr running = new Expr.Index(letter);
    Expr entry = new Expr.Entry(body, row ? List.of(fixed, running) : List.of(running, fixed));
    return new Expr.Family(List.of(letter), List.of(range), entry, shape);
  }
}
