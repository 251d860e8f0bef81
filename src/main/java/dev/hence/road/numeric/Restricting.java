package dev.hence.road.numeric;

import dev.hence.expr.Relation;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How a restriction takes away assignments of a step.
 *
 * @param entries how many entries each of its sides has, over all its assignments
 * @param assignments for how many index values it is said
 * @param eachForItself whether it restricts the step for the same index values only
 */
record Restricting(Relation relation, int entries, int assignments, boolean eachForItself) {
  /**
   * @param holds whether an entry of the sides satisfies the relation
   */
  void restrict(BitSet speaks, IntPredicate holds) {
    for (int k = 0; k < assignments; k++) {
      int width = entries / assignments;
      if (!all(IntStream.range(k * width, (k + 1) * width), holds)) {
        if (!eachForItself) {
          speaks.clear();
          return;
        }
        speaks.clear(k);
      }
    }
  }

  /** Values of any shape are equal if all their entries are, and differ if any of them do. */
  private boolean all(IntStream places, IntPredicate holds) {
    return relation == Relation.NOT_EQUAL ? places.anyMatch(holds) : places.allMatch(holds);
  }
}
