package dev.hence.instantiate;

import dev.hence.claim.Statement;
import dev.hence.model.Dimensions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** One look at the whole grid: what became of each row. */
record Attempt(List<Axis> axes, SequencedMap<List<Integer>, Outcome> outcomes) {
  static Attempt of(Statement.Step step, Needs needs, List<Axis> axes) {
    Resolver resolver = new Resolver(step, needs, axes);
    SequencedMap<List<Integer>, Outcome> outcomes = new LinkedHashMap<>();
    for (List<Integer> row : Rows.of(axes)) {
      Outcome outcome = resolver.resolve(row);
      if (!(outcome instanceof Outcome.Repeated)) {
        outcomes.put(row, outcome);
      }
    }
    return new Attempt(axes, withInverses(step, outcomes));
  }

  /** Sizes at which an inverse exists nowhere are passed over, if others decide. */
  private static SequencedMap<List<Integer>, Outcome> withInverses(
      Statement.Step step, SequencedMap<List<Integer>, Outcome> outcomes) {
    SequencedMap<List<Integer>, Outcome> kept = new LinkedHashMap<>(outcomes);
    kept.replaceAll(
        (row, outcome) ->
            outcome instanceof Outcome.Valid(Candidate candidate)
                ? Inverses.missing(step, new Dimensions(candidate.sizes()))
                    .<Outcome>map(Outcome.PassedOver::new)
                    .orElse(outcome)
                : outcome);
    return kept.values().stream().anyMatch(o -> o instanceof Outcome.Valid) ? kept : outcomes;
  }

  /** Whether sizes that the author left open could be chosen otherwise. */
  boolean isOpen() {
    return axes.stream().anyMatch(axis -> axis instanceof Axis.OfSize && !axis.written());
  }

  List<Candidate> candidates() {
    return outcomes.values().stream()
        .filter(o -> o instanceof Outcome.Valid)
        .map(o -> ((Outcome.Valid) o).candidate())
        .toList();
  }

  /** What the author wrote for functions and what fits at no size, with the reason. */
  List<Unfit> unfit() {
    List<Unfit> all = new ArrayList<>();
    for (int k = 0; k < axes.size(); k++) {
      if (axes.get(k) instanceof Axis.OfFunction f && f.written()) {
        for (int value = 0; value < f.count(); value++) {
          int axis = k;
          List<Outcome> there = at(k, value);
          boolean never =
              !there.isEmpty()
                  && there.stream()
                      .allMatch(o -> o instanceof Outcome.Misfit m && m.axis() == axis);
          if (never) {
            all.add(new Unfit(f, value, ((Outcome.Misfit) there.getFirst()).why()));
          }
        }
      }
    }
    return all;
  }

  /** A value for a function that fits nowhere. */
  record Unfit(Axis.OfFunction axis, int value, String why) {}

  private List<Outcome> at(int axis, int value) {
    return outcomes.entrySet().stream()
        .filter(e -> e.getKey().get(axis) == value)
        .map(Map.Entry::getValue)
        .toList();
  }
}
