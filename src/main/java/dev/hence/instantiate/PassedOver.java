package dev.hence.instantiate;

import dev.hence.expr.SizeFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says where a step says nothing: first the values of a size at which it never does, then what
 * remains, row by row.
 */
final class PassedOver {
  private static final int MAX_LINES = 20;

  private final List<Axis> axes;
  private final boolean nowhere;
  private final SequencedMap<List<Integer>, Outcome> rest;
  private final SequencedSet<String> lines = new LinkedHashSet<>();

  private PassedOver(Attempt attempt) {
    axes = attempt.axes();
    nowhere = attempt.candidates().isEmpty();
    rest = new LinkedHashMap<>(attempt.outcomes());
  }

  /** Lines such as {@code N = 1: x_2 does not exist}, at most {@value #MAX_LINES} and one more. */
  static List<String> lines(Attempt attempt) {
    PassedOver all = new PassedOver(attempt);
    if (!all.nowhere) {
      all.addWholeValues();
    }
    all.rest.forEach(all::addRow);
    List<String> lines = new ArrayList<>(all.lines);
    if (lines.size() <= MAX_LINES) {
      return lines;
    }
    int more = lines.size() - MAX_LINES;
    lines.subList(MAX_LINES, lines.size()).clear();
    lines.add("and " + more + " more");
    return lines;
  }

  private void addWholeValues() {
    for (int k = 0; k < axes.size(); k++) {
      if (axes.get(k) instanceof Axis.OfSize size) {
        for (int value = 0; value < size.count(); value++) {
          addWholeValue(k, value);
        }
      }
    }
  }

  private void addWholeValue(int axis, int value) {
    List<Map.Entry<List<Integer>, Outcome>> there =
        rest.entrySet().stream().filter(e -> e.getKey().get(axis) == value).toList();
    boolean never = there.stream().allMatch(e -> e.getValue() instanceof Outcome.PassedOver);
    if (never && !there.isEmpty()) {
      Map.Entry<List<Integer>, Outcome> first = there.getFirst();
      add(IntStream.of(axis), first.getKey(), ((Outcome.PassedOver) first.getValue()).why());
      there.forEach(e -> rest.remove(e.getKey()));
    }
  }

  private void addRow(List<Integer> row, Outcome outcome) {
    IntStream sizes =
        IntStream.range(0, axes.size()).filter(k -> axes.get(k) instanceof Axis.OfSize);
    switch (outcome) {
      case Outcome.Valid v -> {}
      case Outcome.Repeated r -> {}
      case Outcome.PassedOver p -> add(sizes, row, p.why());
      case Outcome.Misfit m -> {
        // A default that does not fit is no loss.
        if (axes.get(m.axis()).written() || nowhere) {
          add(IntStream.concat(IntStream.of(m.axis()), sizes), row, m.why());
        }
      }
    }
  }

  private void add(IntStream shown, List<Integer> row, String why) {
    String where =
        shown
            .mapToObj(
                k -> SizeFamily.name(axes.get(k).name()) + " = " + axes.get(k).text(row.get(k)))
            .collect(Collectors.joining(", "));
    lines.add(where.isEmpty() ? why : where + ": " + why);
  }
}
