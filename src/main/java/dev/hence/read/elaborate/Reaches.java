package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.SizeForm;
import dev.hence.read.type.Extent;
import dev.hence.read.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * How far the indices of entries run: in {@code \\sum_{l=1}^N z_l} the vector z has N entries, if
 * nothing else says how many.
 */
final class Reaches {
  private final Reading reading;
  private final Context context;

  Reaches(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  void along(Type whole, List<Expr> indices) {
    List<Extent> sides = Tensors.sizes(reading.inference().known(whole));
    for (int k = 0; k < Math.min(sides.size(), indices.size()); k++) {
      boolean number = indices.get(k) instanceof Expr.Literal;
      if (!number && !sides.get(k).isKnown()) {
        reading.inference().reach(sides.get(k), end(indices.get(k)));
      }
    }
  }

  /** The last value of a letter that begins with 1. */
  private Optional<Extent> end(Expr index) {
    Optional<Range> range =
        index instanceof Expr.Index i ? context.range(i.letter()) : Optional.empty();
    return range
        .filter(r -> r.lower().equals(new Expr.Literal(Rational.ONE)))
        .flatMap(r -> SizeForm.of(r.upper()))
        .map(Extent::of);
  }
}
