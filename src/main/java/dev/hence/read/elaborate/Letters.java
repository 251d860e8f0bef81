package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Trees;
import java.util.List;

/** Gives bound index letters other names. */
final class Letters {
  private Letters() {}

  /** The family with letters that stand nowhere else. */
  static Expr.Family primed(Expr.Family family) {
    List<String> letters = family.letters().stream().map(l -> l + "'").toList();
    List<Range> ranges =
        family.ranges().stream()
            .map(r -> new Range(primed(r.lower(), family), primed(r.upper(), family)))
            .toList();
    return new Expr.Family(letters, ranges, primed(family.body(), family), family.shape());
  }

  private static Expr primed(Expr part, Expr.Family family) {
    return Trees.map(
        part,
        e ->
            e instanceof Expr.Index i && family.letters().contains(i.letter())
                ? new Expr.Index(i.letter() + "'")
                : e);
  }
}
