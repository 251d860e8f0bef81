package dev.hence.claim;

import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** What an order of magnitude measures by: {@code \eta^2}, {@code \|x - x_k\|^3}. */
public final class Magnitude {
  /** The distance of one letter from another. */
  public record Distance(Expr.Ref from, Expr.Ref to) {}

  private Magnitude() {}

  /** The letters in a magnitude that are no functions, sizes or defined names. */
  public static SequencedSet<Expr.Ref> letters(Expr magnitude, Scope scope) {
    SequencedSet<Expr.Ref> letters = new LinkedHashSet<>();
    Trees.walk(
        magnitude,
        e -> {
          if (e instanceof Expr.Ref r
              && r.indices().isEmpty()
              && scope.definition(r.name(), 0).isEmpty()) {
            letters.add(r);
          }
        });
    return letters;
  }

  /** The two letters on which a magnitude depends through their difference alone. */
  public static Optional<Distance> distance(Expr magnitude) {
    SequencedSet<Distance> found = new LinkedHashSet<>();
    Expr without =
        Trees.map(
            magnitude,
            e -> {
              Optional<Distance> distance = difference(e);
              distance.ifPresent(found::add);
              return distance.<Expr>map(Distance::from).orElse(e);
            });
    return found.size() == 1 && !Trees.any(without, e -> e.equals(found.getFirst().to()))
        ? Optional.of(found.getFirst())
        : Optional.empty();
  }

  private static Optional<Distance> difference(Expr e) {
    return e instanceof Expr.Add(List<Expr> terms)
            && terms.size() == 2
            && terms.get(0) instanceof Expr.Ref from
            && terms.get(1) instanceof Expr.Negate(Expr.Ref to)
            && from.indices().isEmpty()
            && to.indices().isEmpty()
        ? Optional.of(new Distance(from, to))
        : Optional.empty();
  }
}
