package dev.hence.road.numeric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Curves on which a vector comes to its target, by the powers of the distance by which its entries
 * do: (s, s²) is a parabola. One entry comes faster than the others, or slower.
 */
final class Curves {
  private static final List<List<Integer>> PAIRS =
      List.of(
          List.of(2, 1),
          List.of(1, 2),
          List.of(3, 1),
          List.of(1, 3),
          List.of(3, 2),
          List.of(2, 3),
          List.of(4, 1),
          List.of(1, 4));

  /** Of longer vectors only the first entries have powers of their own. */
  private static final int MOST_ENTRIES = 4;

  private Curves() {}

  /** The powers of all entries, curve by curve. */
  static List<List<Integer>> powers(int entries) {
    List<List<Integer>> curves = new ArrayList<>();
    for (List<Integer> pair : PAIRS) {
      for (int own = 0; own < Math.min(entries - 1, MOST_ENTRIES); own++) {
        List<Integer> powers = new ArrayList<>(Collections.nCopies(entries, pair.get(1)));
        powers.set(own, pair.get(0));
        curves.add(List.copyOf(powers));
      }
    }
    return curves;
  }
}
