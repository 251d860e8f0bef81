package dev.hence.read.meaning;

import dev.hence.expr.Name;
import dev.hence.read.math.Differences;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;

/** Whether {@code \Delta w} is one name or a product: a product where Δ is known and it is not. */
final class Deltas {
  private static final Name DELTA = new Name("\\Delta");

  private final Context context;

  Deltas(Context context) {
    this.context = context;
  }

  /** Whether Δ itself is a name of the document. */
  boolean isName() {
    return context.knows(DELTA, 0) || context.isLetter(DELTA.latex());
  }

  /** The two factors where a difference is a product. */
  Optional<List<Syntax>> parts(Syntax value) {
    if (!isName() || isKnown(value)) {
      return Optional.empty();
    }
    return Differences.parts(value);
  }

  private boolean isKnown(Syntax value) {
    return Written.of(value)
        .filter(
            w ->
                context.knows(w.primed(), 0)
                    || context.knows(w.primed(), 1)
                    || context.knows(w.primed(), 2)
                    || Written.labelled(w.primed(), w.sub(), w.sup())
                        .filter(name -> context.knows(name, 0))
                        .isPresent())
        .isPresent();
  }
}
