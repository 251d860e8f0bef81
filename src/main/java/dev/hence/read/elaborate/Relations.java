package dev.hence.read.elaborate;

import dev.hence.expr.Relation;
import dev.hence.read.syntax.Token;
import java.util.Optional;

/** Signs between two sides. */
public final class Relations {
  private Relations() {}

  /** What a sign says of the sides that it compares. */
  public static Optional<Relation> of(Token sign) {
    return switch (sign.meaning()) {
      case "=", ":=", "equiv" -> Optional.of(Relation.EQUAL);
      default -> Conditions.relation(sign);
    };
  }
}
