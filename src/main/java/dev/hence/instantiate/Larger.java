package dev.hence.instantiate;

import dev.hence.claim.Statement;
import dev.hence.model.Dimensions;
import dev.hence.problem.Problems;
import dev.hence.verdict.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Instances with more than the usual sizes, and whole numbers, where the author leaves them open. A
 * step is not said to hold on them; but one that fails there, as n² ≤ 9 does, is false, although it
 * holds on all the small ones.
 */
record Larger(Statement.Step step, Needs needs, List<Axis> axes) {
  /** Beyond {@link Defaults#SIZES}; even and odd, near and farther away. */
  static final List<Integer> SIZES = List.of(4, 5, 7, 12);

  static List<Instance> instances(Statement.Step step, Needs needs, boolean far) {
    Problems problems = new Problems();
    List<Axis> axes = Axes.of(step, needs, SIZES, problems);
    boolean open = axes.stream().anyMatch(axis -> isOpen(axis, needs));
    if (!open || !problems.toList().isEmpty()) {
      return List.of();
    }
    List<Instance> all = new ArrayList<>(new Larger(step, needs, axes).instances());
    if (far) {
      all.addAll(Doubling.instances(step, needs, axes));
    }
    return List.copyOf(all);
  }

  private static boolean isOpen(Axis axis, Needs needs) {
    return switch (axis) {
      case Axis.OfSize s -> !s.written() && needs.evaluated().contains(s.name());
      case Axis.OfLabels l -> Labels.isUnbounded(l.variable());
      case Axis.OfFunction f -> false;
      case Axis.OfData d -> false;
    };
  }

  /** One for each size at most; trajectories are dear, so they are followed at the first alone. */
  private List<Instance> instances() {
    boolean dear = step.horizon().isPresent() || step.approach().isPresent();
    Resolver resolver = new Resolver(step, needs, axes);
    Builder builder = new Builder(step, needs, axes);
    List<Instance> found = new ArrayList<>();
    for (int turn = 0; turn < SIZES.size() && !(dear && !found.isEmpty()); turn++) {
      Stream.of(row(turn, turn), row(turn, 0))
          .map(resolver::resolve)
          .filter(Outcome.Valid.class::isInstance)
          .map(outcome -> ((Outcome.Valid) outcome).candidate())
          .filter(c -> Inverses.missing(step, new Dimensions(c.sizes())).isEmpty())
          .findFirst()
          .ifPresent(candidate -> builder.instances(candidate).forEach(found::add));
    }
    return List.copyOf(found);
  }

  /** Open sizes that differ from each other, and another choice of all else at each turn. */
  private List<Integer> row(int turn, int other) {
    return IntStream.range(0, axes.size())
        .mapToObj(k -> value(axes.get(k), turn + k, other))
        .toList();
  }

  private int value(Axis axis, int turn, int other) {
    if (!isOpen(axis, needs)) {
      return other % axis.count();
    }
    return axis instanceof Axis.OfLabels ? Labels.larger(turn) : turn % axis.count();
  }
}
