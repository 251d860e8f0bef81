package dev.hence.expr;

import java.util.List;

/** Gives the bound index letters of families other names. */
public final class FamilyLetters {
  private FamilyLetters() {}

  /** The family with letters that stand nowhere else. */
  public static Expr.Family primed(Expr.Family family) {
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
