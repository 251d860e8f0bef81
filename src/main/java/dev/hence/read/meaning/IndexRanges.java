package dev.hence.read.meaning;

import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import java.util.List;

/** Reads over what index letters run. */
final class IndexRanges {
  private IndexRanges() {}

  /** Whether it says over what a letter runs: {@code i = 1, \dots, n}, {@code j = 1, 2}. */
  static boolean isRange(Clause clause) {
    return clause.links().size() == 1
        && clause.links().getFirst().relation() == Relation.EQUAL
        && clause.links().getFirst().operand() instanceof Syntax.Sequence s
        && ((s.items().size() >= 3 && s.items().stream().anyMatch(Syntax.Dots.class::isInstance))
            || areSuccessive(s.items()));
  }

  private static boolean areSuccessive(List<Syntax> items) {
    for (int k = 0; k < items.size(); k++) {
      boolean next =
          items.get(k) instanceof Syntax.Numeral n
              && n.value().isInteger()
              && (k == 0
                  || (items.get(k - 1) instanceof Syntax.Numeral before
                      && n.value().minus(before.value()).equals(Rational.ONE)));
      if (!next) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@code 1, \dots, N}, or {@code 0, 1, \dots}: natural numbers, of which as many are tried as of
   * a size.
   */
  static Range of(List<Syntax> items, Syntax.Name letter, Context context) {
    Integers integers = new Integers(context);
    return new Range(
        integers.end(items.getFirst()),
        items.getLast() instanceof Syntax.Dots
            ? Integers.of(Size.endless(letter.key()))
            : integers.end(items.getLast()));
  }

  /** Whether a range of a letter was written without an end. */
  static boolean isEndless(Range range, String letter) {
    return range.upper().equals(Integers.of(Size.endless(letter)));
  }

  /** Whether a size in a range has a letter in a script: {@code i = 1, \dots, n_k}. */
  static boolean speaksOf(Clause range, List<String> letters) {
    return Pieces.scripted(range.links().getFirst().operand()).stream()
        .flatMap(s -> s.sub().stream())
        .anyMatch(script -> letters.stream().anyMatch(l -> Pieces.speaksOf(script, l)));
  }
}
