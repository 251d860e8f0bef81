package dev.hence.road.numeric;

import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for points that violate an inequality: climbs from the points that come closest to it. What
 * it finds are candidates, for others to certify.
 */
final class ViolationSearch {
  private static final int STARTS = 3;

  /** To which multiples of 1/g what was found is rounded. */
  private static final List<Long> GRIDS = List.of(1L, 64L, 1L << 20);

  private final PointLook look;
  private final long seed;
  private final Budget budget;

  ViolationSearch(PointLook look, long seed, Budget budget) {
    this.look = look;
    this.seed = seed;
    this.budget = budget;
  }

  /** Points found, from each start first those rounded to simpler numbers. */
  List<Point> candidates(List<Point> evaluated) {
    List<Point> found = new ArrayList<>();
    evaluated.stream()
        .sorted(Comparator.comparingDouble(point -> -height(point)))
        .limit(STARTS)
        .forEach(
            start -> {
              Climb climb = new Climb(look, start, budget);
              climb.run(seed);
              GRIDS.forEach(grid -> climb.best(grid).ifPresent(found::add));
            });
    return found;
  }

  private double height(Point point) {
    BitSet entries = look.points().speaking(point).map(look::entries).orElseGet(BitSet::new);
    look.screen().run(point);
    return look.screen().height(entries);
  }
}
