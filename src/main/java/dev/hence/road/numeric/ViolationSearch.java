package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Membership;
import dev.hence.verdict.Point;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  private static final int HALVINGS = 60;

  /** How close the sides are where many digits are worth while. */
  private static final double NEAR = 1e-6;

  private static final int MOST_DESCENTS = 6;

  private static final List<Rational> FAR_INTEGERS =
      Stream.of(8, 20, 50, 100, 1000, 10_000, -50, -1000).map(Rational::of).toList();

  private static final List<Rational> FAR =
      IntStream.of(13, 30, 60, 120)
          .mapToObj(power -> Rational.of(10).power(power))
          .flatMap(n -> Stream.of(n, n.negate(), Rational.ONE.dividedBy(n)))
          .toList();

  private static final Scale[] SWEPT_SCALES = {
    Scale.MODERATE, Scale.DECADES, Scale.MODERATE, Scale.SMALL
  };

  private final PointLook look;
  private final long seed;
  private final boolean thorough;
  private final Budget budget;
  private int climbs;
  private int descents;
  private final Descent descent;
  private double height = Double.NEGATIVE_INFINITY;
  private Optional<Point> highest = Optional.empty();

  ViolationSearch(PointLook look, long seed, boolean thorough, Budget budget) {
    this.look = look;
    this.seed = seed;
    this.thorough = thorough;
    this.budget = budget;
    this.descent = new Descent(look, budget);
  }

  /**
   * Climbs from one start after the other until a candidate is accepted.
   *
   * @param evaluated points at which the sides were compared
   */
  <R> Optional<R> first(List<Point> evaluated, Function<Point, Optional<R>> accepts) {
    return swept(accepts)
        .or(() -> far(accepts))
        .or(() -> between(evaluated, accepts))
        .or(() -> climbed(evaluated, accepts));
  }

  /** Looks where one variable is larger, or closer to 0, than anything that is drawn. */
  private <R> Optional<R> far(Function<Point, Optional<R>> accepts) {
    return farPoints(variable -> true)
        .filter(point -> height(point) > 0)
        .flatMap(point -> accepts.apply(point).stream())
        .findFirst();
  }

  /** A point of moderate size with one of some variables put far away or close to 0. */
  private Stream<Point> farPoints(Predicate<Variable> moved) {
    Points points = look.points();
    Point base = points.point(FIRST_FRESH, Scale.MODERATE);
    return points.variables().stream()
        .filter(moved)
        .flatMap(variable -> far(variable).stream().flatMap(n -> put(base, variable, n).stream()))
        .filter(point -> points.speaking(point).isPresent());
  }

  private List<Rational> far(Variable variable) {
    return switch (look.points().sampler().domain(variable)) {
      case Domain.Interval i -> FAR;
      case Domain.Integers i -> FAR_INTEGERS;
      case Domain.Finite f -> List.of();
      case Domain.Labels l -> List.of();
      case Domain.Special s -> List.of();
    };
  }

  private Optional<Point> put(Point point, Variable variable, Rational number) {
    List<Rational> entries = Collections.nCopies(variable.size(), number);
    Domain domain = look.points().sampler().domain(variable);
    return Membership.holds(domain, variable, entries)
        ? Optional.of(look.points().solved(point.with(variable, entries)))
        : Optional.empty();
  }

  /**
   * Sides that are said to differ, and of which now one is larger and now the other, are equal
   * between, if they are continuous, and may be at a whole number: halves the way between two such
   * points.
   */
  private <R> Optional<R> between(List<Point> evaluated, Function<Point, Optional<R>> accepts) {
    if (look.screen().relation() != Relation.NOT_EQUAL) {
      return Optional.empty();
    }
    List<Point> all = Stream.concat(evaluated.stream(), farPoints(this::isWhole)).toList();
    Optional<Point> above = all.stream().filter(p -> difference(p) > 0).findFirst();
    Optional<Point> below = all.stream().filter(p -> difference(p) < 0).findFirst();
    if (above.isEmpty() || below.isEmpty()) {
      return Optional.empty();
    }
    Point high = above.get();
    Point low = below.get();
    for (int k = 0; k < HALVINGS; k++) {
      Point middle = halfway(high, low);
      boolean done = middle.equals(high) || middle.equals(low);
      if (done || look.points().speaking(middle).isEmpty()) {
        return Optional.empty();
      }
      note(middle);
      double difference = difference(middle);
      if (difference == 0) {
        return accepts.apply(middle);
      }
      high = difference > 0 ? middle : high;
      low = difference < 0 ? middle : low;
    }
    return Optional.empty();
  }

  private boolean isWhole(Variable variable) {
    return look.points().sampler().domain(variable) instanceof Domain.Integers;
  }

  /** Halfway between two points; of whole numbers the one below. */
  private Point halfway(Point a, Point b) {
    Point middle = a;
    for (Variable variable : a.values().sequencedKeySet()) {
      boolean whole = isWhole(variable);
      List<Rational> entries = new ArrayList<>();
      for (int k = 0; k < variable.size(); k++) {
        Rational sum = a.of(variable).get(k).plus(b.of(variable).get(k));
        entries.add(
            whole
                ? new Rational(sum.numerator().shiftRight(1), BigInteger.ONE)
                : sum.dividedBy(Rational.of(2)));
      }
      if (Membership.holds(look.points().sampler().domain(variable), variable, entries)) {
        middle = middle.with(variable, entries);
      }
    }
    return middle;
  }

  private double difference(Point point) {
    look.screen().run(point);
    return look.screen().difference(0);
  }

  private void note(Point point) {
    double reached = height(point);
    if (reached > height) {
      height = reached;
      highest = Optional.of(point);
    }
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
    Optional<R> deeper = climb.best(Rounding.ALL.getLast()).flatMap(this::lowered).flatMap(accepts);
    if (deeper.isPresent()) {
      return deeper;
    }
    if (climb.height() > height) {
      height = climb.height();
      highest = climb.best(Rounding.ALL.getLast());
    }
    return Optional.empty();
  }

  /** Where a climb ended close to equality, the same in many digits. */
  private Optional<Point> lowered(Point point) {
    BitSet spoken = look.points().speaking(point).map(look::entries).orElseGet(BitSet::new);
    look.screen().run(point);
    boolean near = look.screen().gap(spoken) <= NEAR;
    boolean serves =
        look.screen().relation().isInequality()
            && !look.points().isRestricted()
            && !look.program().program().integrates();
    return near && serves && descents++ < MOST_DESCENTS ? descent.from(point) : Optional.empty();
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
