package dev.hence.road.numeric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The curves along which a vector comes to the target of a limit when rays do not decide: some of
 * its entries go like one power of the distance, the others like another.
 */
final class Curves {
  /** The two powers. The others make the same curves in another parameter, or are steeper. */
  private static final List<List<Integer>> POWERS =
      List.of(List.of(2, 1), List.of(3, 1), List.of(3, 2), List.of(4, 1), List.of(4, 3));

  /** With so many entries every way to part them is tried; else each entry alone is set apart. */
  private static final int FEW = 3;

  private Curves() {}

  /** The power of each entry, for all curves. */
  static List<List<Integer>> of(int entries) {
    List<List<Integer>> curves = new ArrayList<>();
    for (List<Integer> powers : POWERS) {
      if (entries <= FEW) {
        for (int part = 1; part < (1 << entries) - 1; part++) {
          curves.add(curve(powers.getFirst(), powers.getLast(), part, entries));
        }
      } else {
        for (int k = 0; k < entries; k++) {
          curves.add(curve(powers.getFirst(), powers.getLast(), 1 << k, entries));
          curves.add(curve(powers.getLast(), powers.getFirst(), 1 << k, entries));
        }
      }
    }
    return curves;
  }

  private static List<Integer> curve(int inside, int outside, int part, int entries) {
    List<Integer> curve = new ArrayList<>(Collections.nCopies(entries, outside));
    for (int k = 0; k < entries; k++) {
      if ((part >> k & 1) == 1) {
        curve.set(k, inside);
      }
    }
    return curve;
  }
}
