package dev.hence.road.numeric;

import dev.hence.verdict.Evidence;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;

/**
 * Looks for points that violate an inequality: climbs from the points that come closest to it, from
 * degenerate ones, from the ends of domains, from very small and very large ones. What it finds are
 * candidates, for others to certify.
 */
final class ViolationSearch {
  private static final int MOST_STARTS = 24;

  /** Where each evaluation is dear: many dimensions, restrictions that are looked up exactly. */
  private static final int FEW_STARTS = 8;

  private static final int MANY_ENTRIES = 8;
  private static final int CLOSEST = 4;
  private static final int FRESH = 8;

  /** Where fresh points begin; the first ones were sampled. */
  private static final int FIRST_FRESH = 4096;

  /**
   * Points that are looked at before anything is climbed: where a violation is large but small
   * hills lie on the way to it, a climb ends on one of them, and a mere look finds it.
   */
  private static final int SWEPT = 1000;

  /** What a brief search looks at, and climbs from. */
  private static final int SWEPT_BRIEFLY = 64;

  private static final int BRIEF_STARTS = 2;

  private static final int FIRST_SWEPT = 8192;
  private static final Scale[] SWEPT_SCALES = {
    Scale.MODERATE, Scale.DECADES, Scale.MODERATE, Scale.SMALL
  };

  private final PointLook look;
  private final long seed;
  private final boolean thorough;
  private final Budget budget;
  private int climbs;
  private double height = Double.NEGATIVE_INFINITY;
  private Optional<Point> highest = Optional.empty();

  ViolationSearch(PointLook look, long seed, boolean thorough, Budget budget) {
    this.look = look;
    this.seed = seed;
    this.thorough = thorough;
    this.budget = budget;
  }

  /**
   * Climbs from one start after the other until a candidate is accepted.
   *
   * @param evaluated points at which the sides were compared
   */
  <R> Optional<R> first(List<Point> evaluated, Function<Point, Optional<R>> accepts) {
    Optional<R> swept = swept(accepts);
    return swept.isPresent() ? swept : climbed(evaluated, accepts);
  }

  /** Looks at many points, and at nothing but them. */
  private <R> Optional<R> swept(Function<Point, Optional<R>> accepts) {
    int many = thorough ? SWEPT : SWEPT_BRIEFLY;
    for (int k = 0; k < many && !budget.isHalfSpent(); k++) {
      Point point = look.points().point(FIRST_SWEPT + k, SWEPT_SCALES[k % SWEPT_SCALES.length]);
      Optional<R> found =
          look.points().speaking(point).isPresent() && height(point) > 0
              ? accepts.apply(point)
              : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private <R> Optional<R> climbed(List<Point> evaluated, Function<Point, Optional<R>> accepts) {
    for (Point start : starts(evaluated).stream().limit(most()).toList()) {
      if (climbs > CLOSEST && budget.isHalfSpent()) {
        break;
      }
      Optional<R> found = climb(start, accepts);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private int most() {
    boolean dear = look.points().isRestricted() || entries() > MANY_ENTRIES;
    int all = dear ? FEW_STARTS : MOST_STARTS;
    return thorough ? all : BRIEF_STARTS;
  }

  /** What it came to, where it found no violation. */
  Optional<Evidence.Search> summary() {
    return highest.map(
        at -> {
          BitSet entries = look.points().speaking(at).map(look::entries).orElseGet(BitSet::new);
          look.screen().run(at);
          return new Evidence.Search(climbs, look.screen().gap(entries), at);
        });
  }

  private <R> Optional<R> climb(Point start, Function<Point, Optional<R>> accepts) {
    Climb climb = new Climb(look, start, budget);
    if (climbs++ < CLOSEST / 2) {
      climb.scan();
    }
    climb.run(seed);
    for (var rounding : Rounding.ALL) {
      Optional<R> found = climb.best(rounding).flatMap(accepts);
      if (found.isPresent()) {
        return found;
      }
    }
    if (climb.height() > height) {
      height = climb.height();
      highest = climb.best(Rounding.ALL.getLast());
    }
    return Optional.empty();
  }

  private int entries() {
    return look.points().variables().stream().mapToInt(v -> v.size()).sum();
  }

  private SequencedSet<Point> starts(List<Point> evaluated) {
    List<Point> closest =
        evaluated.stream()
            .sorted(Comparator.comparingDouble(point -> -height(point)))
            .limit(CLOSEST)
            .toList();
    SequencedSet<Point> starts = new LinkedHashSet<>(closest);
    List<Point> fresh = fresh();
    fresh.stream().limit(2).forEach(starts::add);
    closest.stream().limit(1).forEach(p -> starts.addAll(new Extremes(look.points()).of(p)));
    starts.addAll(fresh);
    return starts;
  }

  private List<Point> fresh() {
    List<Point> fresh = new ArrayList<>();
    Scale[] scales = {Scale.MODERATE, Scale.WIDE, Scale.MODERATE, Scale.DECADES};
    for (int k = 0; k < FRESH; k++) {
      Point point = look.points().point(FIRST_FRESH + k, scales[k % scales.length]);
      if (look.points().speaking(point).isPresent()) {
        fresh.add(point);
      }
    }
    return fresh;
  }

  private double height(Point point) {
    BitSet entries = look.points().speaking(point).map(look::entries).orElseGet(BitSet::new);
    look.screen().run(point);
    return look.screen().height(entries);
  }
}
