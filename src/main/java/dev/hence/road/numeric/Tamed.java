package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Functions that satisfy what is said of them everywhere. Of the coefficients that stand for them
 * first as many are 0 as it takes; then each is given back as much of what was drawn as can be, in
 * an order that changes from point to point. Of every other one it is shown; the rest are only not
 * seen to fail.
 */
final class Tamed {
  /** So many simple functions are tried where none is found by leaving terms away. */
  private static final int SIMPLE = 48;

  /** Shares of what was drawn that a coefficient may keep, as powers of 1/2. */
  private static final List<Integer> SHARES = List.of(0, 1, 2, 4, 6);

  private static final List<Rational> SIMPLE_VALUES =
      List.of(
          Rational.of(1, 2),
          Rational.of(1),
          Rational.of(-1),
          Rational.of(1, 4),
          Rational.of(-1, 2),
          Rational.of(3, 4),
          Rational.of(2),
          Rational.of(-2),
          Rational.of(3, 2),
          Rational.of(4));

  private final List<Everywhere> said;
  private final Sampler sampler;
  private final List<Variable> variables;

  Tamed(List<Everywhere> said, Sampler sampler) {
    this.said = List.copyOf(said);
    this.sampler = sampler;
    SequencedSet<Variable> all = new LinkedHashSet<>();
    said.forEach(s -> all.addAll(s.variables()));
    variables = all.stream().filter(this::mayBeZero).toList();
  }

  private boolean mayBeZero(Variable variable) {
    return sampler.domain(variable) instanceof Domain.Interval interval
        && interval.contains(Rational.ZERO);
  }

  /** Whether anything is said of functions everywhere. */
  boolean restrict() {
    return !said.isEmpty();
  }

  /** Whether the functions are fixed, and are not such as is said. */
  boolean isImpossible() {
    return said.stream().anyMatch(Everywhere::isImpossible);
  }

  boolean isCertain(Point point) {
    return said.stream().allMatch(s -> s.isCertain(point));
  }

  boolean isLikely(Point point) {
    return said.stream().allMatch(s -> s.isLikely(point));
  }

  /** Whether the functions are more than polynomials of degree 2. */
  boolean isBent(Point point) {
    return said.stream().allMatch(s -> s.isBent(point));
  }

  /** An entry of a variable. */
  private record Entry(Variable variable, int place) {
    Rational of(Point point) {
      return point.of(variable).get(place);
    }

    Point with(Point point, Rational value) {
      List<Rational> all = new ArrayList<>(point.of(variable));
      all.set(place, value);
      return point.with(variable, all);
    }
  }

  Point of(Point point, int k, SplittableRandom random) {
    if (said.isEmpty() || variables.isEmpty()) {
      return point;
    }
    Predicate<Point> serves = k % 2 == 1 ? this::isLikely : p -> isLikely(p) && isCertain(p);
    List<Entry> entries = entries(random);
    return lessened(point, entries, serves)
        .or(() -> simple(point, entries, serves, random))
        .map(base -> grown(base, point, entries(random), serves))
        .orElse(point);
  }

  private List<Entry> entries(SplittableRandom random) {
    List<Entry> entries = new ArrayList<>();
    for (Variable variable : variables) {
      for (int place = 0; place < variable.size(); place++) {
        entries.add(new Entry(variable, place));
      }
    }
    Collections.shuffle(entries, new java.util.Random(random.nextLong()));
    return entries;
  }

  /** With one coefficient after the other at 0, until it serves. */
  private static Optional<Point> lessened(
      Point point, List<Entry> entries, Predicate<Point> serves) {
    Point lessened = point;
    for (Entry entry : entries) {
      if (serves.test(lessened)) {
        return Optional.of(lessened);
      }
      lessened = entry.with(lessened, Rational.ZERO);
    }
    return Optional.of(lessened).filter(serves);
  }

  /** With one or two coefficients that are not 0. */
  private static Optional<Point> simple(
      Point point, List<Entry> entries, Predicate<Point> serves, SplittableRandom random) {
    Point zero = point;
    for (Entry entry : entries) {
      zero = entry.with(zero, Rational.ZERO);
    }
    for (int k = 0; k < SIMPLE; k++) {
      Point simple = zero;
      for (int many = k % 3 == 2 ? 2 : 1; many > 0; many--) {
        Entry entry = entries.get(random.nextInt(entries.size()));
        simple = entry.with(simple, SIMPLE_VALUES.get(random.nextInt(SIMPLE_VALUES.size())));
      }
      if (serves.test(simple)) {
        return Optional.of(simple);
      }
    }
    return Optional.empty();
  }

  /** With as much of what was drawn as serves. */
  private static Point grown(
      Point base, Point drawn, List<Entry> entries, Predicate<Point> serves) {
    Point grown = base;
    for (Entry entry : entries) {
      if (entry.of(grown).signum() == 0 && entry.of(drawn).signum() != 0) {
        grown = entry.with(grown, share(grown, entry, entry.of(drawn), serves));
      }
    }
    return grown;
  }

  private static Rational share(
      Point grown, Entry entry, Rational drawn, Predicate<Point> serves) {
    for (int halvings : SHARES) {
      Rational share = drawn.times(Rational.of(1, 1L << halvings));
      if (serves.test(entry.with(grown, share))) {
        return share;
      }
    }
    return Rational.ZERO;
  }
}
