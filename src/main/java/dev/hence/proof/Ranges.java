package dev.hence.proof;

import dev.hence.expr.Size;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What is known for certain about integers: letters lie in their ranges, sizes are at least 1. */
final class Ranges {
  private static final Size MINUS = Size.fixed(-1);

  private final Map<String, Letter> letters;

  Ranges(Collection<Letter> letters) {
    this.letters = new HashMap<>();
    letters.forEach(l -> this.letters.put(l.name(), l));
  }

  Ranges with(Collection<Letter> more) {
    Ranges all = new Ranges(letters.values());
    more.forEach(l -> all.letters.put(l.name(), l));
    return all;
  }

  static Size difference(Size left, Size right) {
    return left.plus(right.times(MINUS));
  }

  /** Whether an integer surely lies in the range of a letter, by its ends alone. */
  boolean isInside(Size value, Letter range) {
    Size lowest = value;
    Size highest = value;
    if (value.letters().size() == 1) {
      String name = value.letters().getFirst();
      Letter own = letters.get(name);
      Size offset = difference(value, Size.letter(name));
      if (own == null || !offset.letters().isEmpty()) {
        return false;
      }
      lowest = own.lower().plus(offset);
      highest = own.upper().plus(offset);
    } else if (!value.letters().isEmpty()) {
      return false;
    }
    return isNonnegative(difference(lowest, range.lower()))
        && isNonnegative(difference(range.upper(), highest));
  }

  /** Whether an integer is surely as large as another; of letters, one with a number added. */
  boolean isAtLeast(Size value, int least) {
    if (value.letters().isEmpty()) {
      return isNonnegative(value.plus(-least));
    }
    String name = value.letters().getFirst();
    Letter own = letters.get(name);
    Size offset = difference(value, Size.letter(name));
    return own != null
        && offset.letters().isEmpty()
        && isNonnegative(own.lower().plus(offset).plus(-least));
  }

  /** Whether a polynomial in sizes is surely not negative, since every size is at least 1. */
  static boolean isNonnegative(Size size) {
    int least = 0;
    for (Size.Term term : size.terms()) {
      boolean constant = term.parts().isEmpty();
      if (!constant && (term.coefficient() < 0 || !size.letters().isEmpty())) {
        return false;
      }
      least = Math.addExact(least, term.coefficient());
    }
    return least >= 0;
  }
}
