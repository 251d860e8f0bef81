package dev.hence.proof;

import dev.hence.expr.Size;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known for certain about integers: letters lie in their ranges, sizes are at least 1. */
final class Ranges {
  private static final Size MINUS = Size.fixed(-1);
  private static final Size ZERO = Size.fixed(0);
  private static final int DEEPEST = 4;

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

  /** Whether an integer surely lies in the range of a letter. */
  boolean isInside(Size value, Letter range) {
    return isSurelyNonnegative(difference(value, range.lower()), DEEPEST)
        && isSurelyNonnegative(difference(range.upper(), value), DEEPEST);
  }

  /** Whether an integer is surely as large as another. */
  boolean isAtLeast(Size value, int least) {
    return isSurelyNonnegative(value.plus(-least), DEEPEST);
  }

  /** It is least where a letter that it is linear in is at one end of its range. */
  private boolean isSurelyNonnegative(Size size, int depth) {
    if (size.letters().isEmpty()) {
      return isNonnegative(size);
    }
    return depth > 0
        && size.letters().stream()
            .anyMatch(
                name ->
                    end(size, name).filter(end -> isSurelyNonnegative(end, depth - 1)).isPresent());
  }

  private Optional<Size> end(Size size, String name) {
    Letter letter = letters.get(name);
    Size slope = difference(size.with(Map.of(name, Size.fixed(1))), size.with(Map.of(name, ZERO)));
    Size rest = difference(size, slope.times(Size.letter(name)));
    return letter == null || !slope.isFixed() || rest.speaksOf(name)
        ? Optional.empty()
        : Optional.of(
            size.with(Map.of(name, slope.offset() > 0 ? letter.lower() : letter.upper())));
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
