package dev.hence.read.type;

import java.util.Map;
import java.util.Optional;

/**
 * What one unknown length is if another length is 0: {@code 2 ?1 - 2 n} has ?1 = n. A length with
 * several unknowns is solved for one whose coefficient divides all others; the rest stays unknown.
 */
record Solution(int unknown, Extent value) {
  static Optional<Solution> of(Extent zero) {
    for (Map.Entry<Extent.Atom, Integer> e : zero.atoms().entrySet()) {
      if (e.getKey() instanceof Extent.Atom.Open open) {
        Extent rest = zero.plus(Extent.open(open.number()), -e.getValue());
        Optional<Extent> value = rest.over(-e.getValue());
        if (value.isPresent()) {
          return Optional.of(new Solution(open.number(), value.get()));
        }
      }
    }
    return Optional.empty();
  }
}
