package dev.hence.instantiate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Takes some of many assignments of index letters.
 *
 * <p>Claims about indices go wrong where two coincide, or at a neighbour. So assignments are
 * grouped by how their values are ordered (i &lt; j, i = j, i &gt; j), each group gives as many as
 * the others as long as it has some, and within a group they are evenly spaced.
 */
final class OrderPatterns {
  static final int LIMIT = 64;

  private OrderPatterns() {}

  /** At most {@value #LIMIT} of the assignments, in their order. */
  static List<SortedMap<String, Integer>> select(
      List<SortedMap<String, Integer>> all, List<String> letters) {
    if (all.size() <= LIMIT) {
      return all;
    }
    Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>();
    for (int k = 0; k < all.size(); k++) {
      groups.computeIfAbsent(pattern(all.get(k), letters), p -> new ArrayList<>()).add(k);
    }
    return spread(groups.values()).stream().map(all::get).toList();
  }

  private static List<Integer> pattern(SortedMap<String, Integer> values, List<String> letters) {
    List<Integer> signs = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      for (int j = i + 1; j < letters.size(); j++) {
        signs.add(values.get(letters.get(i)).compareTo(values.get(letters.get(j))));
      }
    }
    return signs;
  }

  private static SortedSet<Integer> spread(Collection<List<Integer>> groups) {
    SortedSet<Integer> taken = new TreeSet<>();
    int open = groups.size();
    List<List<Integer>> bySize =
        groups.stream().sorted((a, b) -> Integer.compare(a.size(), b.size())).toList();
    for (List<Integer> group : bySize) {
      int quota = Math.min(group.size(), (LIMIT - taken.size()) / open--);
      for (int k = 0; k < quota; k++) {
        taken.add(group.get((int) ((long) k * (group.size() - 1) / Math.max(1, quota - 1))));
      }
    }
    return taken;
  }
}
