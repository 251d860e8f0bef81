package dev.hence.instantiate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * A row of the grid that can be evaluated.
 *
 * @param row which value each axis takes
 * @param sizes all sizes
 * @param decided of the sizes, those that a model decided
 */
record Candidate(
    List<Integer> row,
    Map<String, Integer> sizes,
    Set<String> decided,
    List<SortedMap<String, Integer>> assignments) {
  /** By total size, then by the order in which values are written. */
  static final Comparator<Candidate> SMALLEST_FIRST =
      Comparator.comparingInt(Candidate::total).thenComparing(Candidate::row, Rows.ORDER);

  Candidate {
    row = List.copyOf(row);
    sizes = Map.copyOf(sizes);
    decided = Set.copyOf(decided);
    assignments = List.copyOf(assignments);
  }

  private int total() {
    return sizes.values().stream().mapToInt(Integer::intValue).sum();
  }
}
