package dev.hence.instantiate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The rows of a grid: which value each axis takes.
 *
 * <p>All combinations if they are at most {@value #LIMIT}; else every combination of what the
 * author wrote, with as many of the defaults' combinations as that allows, spread evenly and begun
 * anew at another place for each.
 */
final class Rows {
  static final int LIMIT = 4096;

  /** Counts stop here, so that products of them stay exact. */
  private static final long CAP = 1L << 48;

  /** Lexicographic. */
  static final Comparator<List<Integer>> ORDER =
      (a, b) ->
          IntStream.range(0, a.size())
              .map(k -> Integer.compare(a.get(k), b.get(k)))
              .filter(sign -> sign != 0)
              .findFirst()
              .orElse(0);

  private Rows() {}

  /** The number of combinations of what the author wrote. */
  static long written(List<Axis> axes) {
    return count(axes, Axis::written);
  }

  static List<List<Integer>> of(List<Axis> axes) {
    long written = count(axes, Axis::written);
    long defaults = count(axes, axis -> !axis.written());
    long each = Math.min(defaults, Math.max(1, LIMIT / Math.max(1, written)));
    long stride = stride(defaults);
    List<List<Integer>> rows = new ArrayList<>();
    for (long w = 0; w < written; w++) {
      for (long d = 0; d < each; d++) {
        rows.add(row(axes, w, each == defaults ? d : (w + d * stride) % defaults));
      }
    }
    return rows;
  }

  private static List<Integer> row(List<Axis> axes, long written, long defaults) {
    Integer[] row = new Integer[axes.size()];
    long w = written;
    long d = defaults;
    for (int k = axes.size() - 1; k >= 0; k--) {
      int count = axes.get(k).count();
      if (axes.get(k).written()) {
        row[k] = (int) (w % count);
        w /= count;
      } else {
        row[k] = (int) (d % count);
        d /= count;
      }
    }
    return List.of(row);
  }

  /** A step near the golden ratio, prime to the number of combinations: it meets all, evenly. */
  private static long stride(long count) {
    long stride = Math.max(1, (long) (count * 0.618));
    while (gcd(stride, count) > 1) {
      stride--;
    }
    return stride;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static long count(List<Axis> axes, Predicate<Axis> which) {
    return axes.stream()
        .filter(which)
        .mapToLong(Axis::count)
        .reduce(1, (a, b) -> a > CAP / b ? CAP : a * b);
  }
}
