package dev.hence.instantiate;

import dev.hence.claim.Statement;
import dev.hence.eval.PointProgram;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Unbounded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Instances in which the natural numbers without a bound, over which a step quantifies, double:
 * what grows as slowly as a logarithm passes a bound far out alone. All else is small in them.
 */
record Doubling(Statement.Step step, Needs needs, Set<String> doubled) {
  /** From 2³ to 2¹². */
  private static final int FIRST = 3;

  private static final int LAST = 12;

  /** Vectors longer than that are dear, and matrices as large. */
  private static final int LONGEST = 6;

  private static final int WIDEST = 4;

  /** More index values than that are not listed. */
  private static final int MOST_LETTERS = 1;

  /** Instances of more operations are dear, as sums of sums are. */
  private static final int MOST_WORK = 30_000;

  /** Of many index values only a few are looked at, the last among them. */
  private static final int FEW = 4;

  static List<Instance> instances(Statement.Step step, Needs needs, List<Axis> axes) {
    List<Unbounded.Natural> naturals = Unbounded.of(step);
    long letters = naturals.stream().filter(n -> n.kind() == Unbounded.Kind.LETTER).count();
    boolean dear =
        step.horizon().isPresent()
            || step.approach().isPresent()
            || letters > MOST_LETTERS
            || needs.letters().size() > MOST_LETTERS;
    Set<String> doubled =
        naturals.stream()
            .map(Unbounded.Natural::key)
            .filter(key -> axes.stream().anyMatch(axis -> isOpen(axis, key)))
            .collect(Collectors.toUnmodifiableSet());
    return dear || doubled.isEmpty() ? List.of() : new Doubling(step, needs, doubled).all(axes);
  }

  private static boolean isOpen(Axis axis, String key) {
    return switch (axis) {
      case Axis.OfSize s -> !s.written() && s.name().equals(key);
      case Axis.OfLabels l -> Labels.isUnbounded(l.variable()) && l.key().equals(key);
      case Axis.OfFunction f -> false;
      case Axis.OfData d -> false;
    };
  }

  private List<Instance> all(List<Axis> axes) {
    List<Instance> all = new ArrayList<>();
    for (int exponent = FIRST; exponent <= most(); exponent++) {
      int power = exponent;
      List<Axis> at = axes.stream().map(axis -> at(axis, 1 << power)).toList();
      List<Integer> row =
          at.stream()
              .map(
                  axis ->
                      axis instanceof Axis.OfLabels l && doubled.contains(l.key())
                          ? Labels.power(power)
                          : 0)
              .toList();
      Builder builder = new Builder(step, needs, at);
      if (new Resolver(step, needs, at, FEW).resolve(row) instanceof Outcome.Valid valid) {
        List<Instance> larger = builder.instances(last(valid.candidate())).toList();
        if (!larger.stream().allMatch(this::isCheap)) {
          return all;
        }
        all.addAll(larger);
      }
    }
    return all;
  }

  private boolean isCheap(Instance instance) {
    return PointProgram.isWithin(
        MOST_WORK,
        instance.interpretation(),
        instance.assignments(),
        List.of(instance.step().left(), instance.step().right()));
  }

  private Axis at(Axis axis, int value) {
    return axis instanceof Axis.OfSize s && !s.written()
        ? new Axis.OfSize(s.name(), List.of(doubled.contains(s.name()) ? value : 2), false)
        : axis;
  }

  /** Of many index values the last one, where what grows is largest. */
  private static Candidate last(Candidate c) {
    return new Candidate(c.row(), c.sizes(), c.decided(), List.of(c.assignments().getLast()));
  }

  private int most() {
    int dimensions =
        needs.shapes().stream()
            .mapToInt(
                shape ->
                    (int)
                        shape.sizes().stream()
                            .filter(size -> size.keys().stream().anyMatch(doubled::contains))
                            .count())
            .max()
            .orElse(0);
    return switch (dimensions) {
      case 0 -> members() ? LONGEST : LAST;
      case 1 -> LONGEST;
      default -> WIDEST;
    };
  }

  /** Whether what is drawn has as many members. */
  private boolean members() {
    return needs.variables().stream()
        .flatMap(v -> v.indices().stream())
        .flatMap(letter -> Stream.ofNullable(step.scope().ranges().get(letter)))
        .anyMatch(range -> Needs.sizesIn(List.of(range)).stream().anyMatch(doubled::contains));
  }
}
