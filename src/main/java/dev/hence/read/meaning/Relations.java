package dev.hence.read.meaning;

import dev.hence.expr.Relation;
import java.util.Optional;

/** The relations that a claim or a condition can make, out of all that can be written. */
final class Relations {
  private Relations() {}

  static Optional<Relation> of(dev.hence.read.math.Relation written) {
    return switch (written) {
      case EQUAL, DEFINES, EQUIVALENT -> Optional.of(Relation.EQUAL);
      case LESS_OR_EQUAL -> Optional.of(Relation.LESS_OR_EQUAL);
      case GREATER_OR_EQUAL -> Optional.of(Relation.GREATER_OR_EQUAL);
      case LESS -> Optional.of(Relation.LESS);
      case GREATER -> Optional.of(Relation.GREATER);
      case NOT_EQUAL -> Optional.of(Relation.NOT_EQUAL);
      case APPROXIMATELY -> Optional.of(Relation.APPROXIMATELY);
      case TENDS_TO,
          PROPORTIONAL,
          IN,
          NOT_IN,
          DISTRIBUTED,
          TYPED,
          ASSIGNED,
          SUCCEEDS_OR_EQUAL,
          SUCCEEDS,
          PRECEDES_OR_EQUAL,
          PRECEDES,
          INDEPENDENT ->
          Optional.empty();
    };
  }
}
