package dev.hence.read.math;

import dev.hence.claim.Proposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds where a statement does not: a ≥ b where not a &lt; b. */
public final class Negations {
  private Negations() {}

  /**
   * Of a chain, that one of its relations does not hold; empty if there is no sign for it.
   *
   * @param clause with two sides
   */
  public static Optional<Proposition<Clause>> of(Clause clause) {
    List<Proposition<Clause>> all = new ArrayList<>();
    Syntax left = clause.first().orElseThrow();
    for (Syntax.Link link : clause.links()) {
      Optional<Relation> other = of(link.relation());
      if (other.isEmpty()) {
        return Optional.empty();
      }
      Syntax.Link negated = new Syntax.Link(other.get(), "", link.sign(), link.operand());
      all.add(
          new Proposition.Atom<>(
              new Clause(
                  clause.separator(),
                  Optional.of(left),
                  List.of(negated),
                  List.of(),
                  clause.span())));
      left = link.operand();
    }
    return Optional.of(all.size() == 1 ? all.getFirst() : new Proposition.Any<>(all));
  }

  private static Optional<Relation> of(Relation relation) {
    return switch (relation) {
      case EQUAL -> Optional.of(Relation.NOT_EQUAL);
      case NOT_EQUAL -> Optional.of(Relation.EQUAL);
      case LESS -> Optional.of(Relation.GREATER_OR_EQUAL);
      case LESS_OR_EQUAL -> Optional.of(Relation.GREATER);
      case GREATER -> Optional.of(Relation.LESS_OR_EQUAL);
      case GREATER_OR_EQUAL -> Optional.of(Relation.LESS);
      default -> Optional.empty();
    };
  }
}
