package dev.hence.instantiate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses which candidates become instances.
 *
 * <p>All of them if the author wrote every value, or if they are at most {@value #FULL}. Else
 * enough of them that every combination of what the author wrote occurs, and every pair of values
 * of two axes that occurs at all, hence every value, and two sizes equal and unequal both ways: a
 * covering array of strength two, found greedily, the smallest candidates first.
 */
final class Covering {
  static final int FULL = 12;

  private final List<Axis> axes;

  private Covering(List<Axis> axes) {
    this.axes = axes;
  }

  /**
   * The chosen candidates, smallest first.
   *
   * @param evaluated the sizes whose value enters the evaluation; candidates that differ in others
   *     alone are one
   */
  static List<Candidate> choose(
      List<Axis> axes, Set<String> evaluated, List<Candidate> candidates) {
    List<Candidate> distinct = distinct(axes, evaluated, candidates);
    boolean all = distinct.size() <= FULL || axes.stream().allMatch(Axis::written);
    return all ? distinct : new Covering(axes).cover(distinct);
  }

  private static List<Candidate> distinct(
      List<Axis> axes, Set<String> evaluated, List<Candidate> candidates) {
    Map<List<Integer>, Candidate> first = new LinkedHashMap<>();
    candidates.stream()
        .sorted(Candidate.SMALLEST_FIRST)
        .forEach(
            c -> {
              List<Integer> matters =
                  IntStream.range(0, axes.size())
                      .filter(
                          k ->
                              !(axes.get(k) instanceof Axis.OfSize s)
                                  || evaluated.contains(s.name()))
                      .mapToObj(c.row()::get)
                      .toList();
              first.putIfAbsent(matters, c);
            });
    return List.copyOf(first.values());
  }

  private List<Candidate> cover(List<Candidate> candidates) {
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    List<BitSet> features = new ArrayList<>();
    for (Candidate candidate : candidates) {
      BitSet own = new BitSet();
      features(candidate)
          .forEach(f -> own.set(numbers.computeIfAbsent(f, unknown -> numbers.size())));
      features.add(own);
    }
    BitSet open = new BitSet();
    open.set(0, numbers.size());
    BitSet chosen = new BitSet();
    while (!open.isEmpty()) {
      int best = mostOf(open, features);
      chosen.set(best);
      open.andNot(features.get(best));
    }
    return chosen.stream().mapToObj(candidates::get).toList();
  }

  /** The first of those that have most of what is open. */
  private static int mostOf(BitSet open, List<BitSet> features) {
    int best = 0;
    int most = 0;
    for (int k = 0; k < features.size(); k++) {
      BitSet gain = (BitSet) features.get(k).clone();
      gain.and(open);
      if (gain.cardinality() > most) {
        best = k;
        most = gain.cardinality();
      }
    }
    return best;
  }

  /** What a candidate covers: pairs of values, and its combination of written values. */
  private List<List<Integer>> features(Candidate candidate) {
    List<List<Integer>> features = new ArrayList<>();
    List<Integer> row = candidate.row();
    for (int a = 0; a < row.size(); a++) {
      for (int b = a + 1; b < row.size(); b++) {
        features.add(List.of(a, row.get(a), b, row.get(b)));
      }
    }
    features.add(
        IntStream.range(0, row.size())
            .filter(k -> axes.get(k).written())
            .mapToObj(row::get)
            .toList());
    return features;
  }
}
