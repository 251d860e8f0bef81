package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.SizeForm;
import dev.hence.read.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * Where a vector x and a family x_k are both known: over what an index runs says which is meant.
 */
final class IndexDoubts {
  private final Context context;

  IndexDoubts(Context context) {
    this.context = context;
  }

  /** Whether an index runs over the entries of the vector, and not over the members. */
  boolean isEntry(Name name, List<Expr> indices) {
    if (indices.size() != 1
        || !(indices.getFirst() instanceof Expr.Index index)
        || !context.isValue(name, 0)
        || !Tensors.isVector(context.type(name, 0))) {
      return false;
    }
    Optional<Range> range = context.range(index.letter());
    boolean overEntries = range.isPresent() && range.equals(entries(context.type(name, 0)));
    return overEntries && !range.equals(members(name));
  }

  private static Optional<Range> entries(Type vector) {
    return Tensors.rows(vector)
        .size()
        .map(size -> new Range(new Expr.Literal(Rational.ONE), SizeForm.expr(size)));
  }

  private Optional<Range> members(Name name) {
    List<String> letters = context.familyLetters(name, 1);
    return letters.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(context.scope().ranges().get(letters.getFirst()));
  }
}
