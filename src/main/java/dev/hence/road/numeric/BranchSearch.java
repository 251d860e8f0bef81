package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Branches;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Membership;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which branches of the sides usable points have taken, and points that take those which none has:
 * cases, indicators, extrema, absolute values on either side.
 */
final class BranchSearch {
  private static final int MIXED = 48;
  private static final int STARTS = 3;
  private static final int ROUNDS = 12;
  private static final int LONGEST = 80;

  /** How many moves are tried in all. */
  private static final int MOST_MOVES = 6000;

  private static final double LARGEST = 1e9;
  private static final long GRID = 1L << 20;

  /** So many outcomes are looked for in pairs as well. */
  private static final int MOST_PAIRED = 16;

  /** Outcomes looked for one by one; programs with more are left to the sampled points. */
  private static final int MOST_SOUGHT = 48;

  private static final List<Rational> STEPS =
      Stream.of(100_000L, 10_000L, 1_000L, 500L, 100L, 10L, 1L)
          .map(k -> Rational.of(k, 1000))
          .toList();

  private static final List<Rational> FACTORS =
      List.of(
          Rational.of(-1), Rational.of(2), Rational.of(10), Rational.of(1, 2), Rational.of(1, 10));

  private final Function<Point, double[]> inputs;
  private final Points points;
  private final Branches branches;
  private final Possible possible;
  private final BitSet reachable;
  private final BitSet taken = new BitSet();
  private int left = MOST_MOVES;
  private final Set<BitSet> together = new HashSet<>();
  private final Thresholds thresholds;
  private final long seed;
  private final Budget budget;

  /** One entry of a variable, with numbers to try. */
  private record Entry(Variable variable, int place, List<Rational> near, List<Rational> numbers) {}

  private final List<Entry> entries = new ArrayList<>();

  BranchSearch(PointLook look, long seed, Budget budget) {
    this(look.program(), look.points(), look.screen()::inputs, seed, budget);
  }

  /**
   * @param inputs what a program reads at a point
   */
  BranchSearch(
      PointProgram program,
      Points points,
      Function<Point, double[]> inputs,
      long seed,
      Budget budget) {
    this.inputs = inputs;
    this.seed = seed;
    this.budget = budget;
    this.points = points;
    branches = new Branches(program.program());
    possible = new Possible(program, branches, points);
    reachable = branches.reachable(possible::together);
    thresholds = new Thresholds(reachable.stream().mapToObj(possible::condition).toList());
    if (!reachable.isEmpty()) {
      points.variables().stream().filter(this::moves).forEach(this::enter);
    }
  }

  private boolean moves(Variable variable) {
    return switch (points.sampler().domain(variable)) {
      case Domain.Interval i -> true;
      case Domain.Integers i -> true;
      case Domain.Finite f -> false;
      case Domain.Labels l -> false;
      case Domain.Special s -> false;
    };
  }

  private void enter(Variable variable) {
    List<String> names = Possible.names(variable);
    for (int k = 0; k < names.size(); k++) {
      entries.add(
          new Entry(variable, k, thresholds.near(names.get(k)), thresholds.of(names.get(k))));
    }
  }

  Possible possible() {
    return possible;
  }

  int outcomes() {
    return branches.outcomes();
  }

  /** The outcomes that a point takes. */
  BitSet taken(Point point) {
    return reachable.isEmpty() ? new BitSet() : branches.taken(inputs.apply(point));
  }

  /** Notes what a usable point takes. */
  void note(Point point) {
    note(inputs.apply(point));
  }

  /** Notes what is taken where the program reads these numbers. */
  void note(double[] read) {
    if (!reachable.isEmpty()) {
      BitSet here = branches.taken(read);
      taken.or(here);
      together.add(here);
    }
  }

  /** Outcomes that may be taken and have not been, in words. */
  List<String> untaken() {
    return missing().stream().mapToObj(possible::text).map(BranchSearch::brief).toList();
  }

  private BitSet missing() {
    BitSet missing = (BitSet) reachable.clone();
    missing.andNot(taken);
    return missing;
  }

  static String brief(String condition) {
    return condition.length() <= LONGEST ? condition : condition.substring(0, LONGEST) + "…";
  }

  /** Tries points with one entry beside or between its thresholds, until something stops it. */
  boolean beside(List<Point> from, Predicate<Point> found) {
    for (Point point : from.stream().limit(STARTS).toList()) {
      for (Entry entry : entries) {
        budget.check();
        for (Rational number : entry.near()) {
          Optional<Point> moved = set(point, entry, number).map(points::solved);
          if (moved.isPresent() && found.test(moved.get())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Tries points with several entries at such numbers, until something stops it. */
  boolean mixed(List<Point> from, Predicate<Point> found) {
    for (int k = 0; k < MIXED && !entries.isEmpty() && !from.isEmpty(); k++) {
      budget.check();
      SplittableRandom random = Seeds.random(seed, -1000 - k);
      Point point = from.get(random.nextInt(from.size()));
      for (Entry entry : entries) {
        if (random.nextInt(4) > 0) {
          Rational number = entry.numbers().get(random.nextInt(entry.numbers().size()));
          point = set(point, entry, number).orElse(point);
        }
      }
      if (found.test(points.solved(point))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tries points that take an outcome not yet taken, or two that were not yet taken together, until
   * something stops it.
   */
  boolean sought(List<Point> from, Predicate<Point> found) {
    for (BitSet wanted : wanted()) {
      BitSet path = branches.path(wanted);
      List<Point> starts =
          from.stream()
              .sorted(Comparator.comparingDouble(point -> -margin(path, point)))
              .limit(STARTS)
              .toList();
      for (int k = 0; k < starts.size() && !isTaken(wanted); k++) {
        if (climbed(wanted, path, starts.get(k), found)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<BitSet> wanted() {
    List<BitSet> wanted = new ArrayList<>();
    missing().stream().limit(MOST_SOUGHT).forEach(outcome -> wanted.add(of(outcome, outcome)));
    if (reachable.cardinality() <= MOST_PAIRED) {
      for (int a : reachable.stream().toArray()) {
        reachable.stream().filter(b -> b / 2 > a / 2).forEach(b -> wanted.add(of(a, b)));
      }
    }
    return wanted.stream()
        .filter(pair -> !isTaken(pair) && possible.together(branches.path(pair)))
        .toList();
  }

  private static BitSet of(int a, int b) {
    BitSet both = new BitSet();
    both.set(a);
    both.set(b);
    return both;
  }

  private boolean isTaken(BitSet wanted) {
    return together.stream().anyMatch(here -> wanted.stream().allMatch(here::get));
  }

  private double margin(BitSet path, Point point) {
    return branches.margin(path, inputs.apply(point));
  }

  /** Moves one entry at a time to where the conditions come closest. */
  private boolean climbed(BitSet wanted, BitSet path, Point start, Predicate<Point> found) {
    Point best = start;
    double height = margin(path, start);
    for (int round = 0; round < ROUNDS; round++) {
      Point from = best;
      for (Entry entry : entries) {
        budget.check();
        for (Rational number : numbers(from, entry, path)) {
          if (--left < 0) {
            return false;
          }
          Optional<Point> moved = set(from, entry, number).map(points::solved);
          double reached = moved.map(point -> margin(path, point)).orElse(-1.0);
          if (reached > 0 && found.test(moved.get())) {
            return true;
          }
          if (isTaken(wanted)) {
            return false;
          }
          if (reached > height) {
            height = reached;
            best = moved.get();
          }
        }
      }
      if (best.equals(from)) {
        return false;
      }
    }
    return false;
  }

  private List<Rational> numbers(Point point, Entry entry, BitSet path) {
    List<Rational> numbers = new ArrayList<>(entry.numbers());
    Rational at = point.of(entry.variable()).get(entry.place());
    STEPS.forEach(step -> numbers.addAll(List.of(at.plus(step), at.minus(step))));
    FACTORS.forEach(factor -> numbers.add(at.times(factor)));
    numbers.addAll(between(point, entry, at, path));
    return numbers;
  }

  /** Between where two conditions change along an entry, if they are linear in it. */
  private List<Rational> between(Point point, Entry entry, Rational at, BitSet path) {
    Optional<Point> next = set(point, entry, at.plus(Rational.ONE));
    if (next.isEmpty() || path.cardinality() < 2) {
      return List.of();
    }
    double[] here = branches.conditions(path, inputs.apply(point));
    double[] there = branches.conditions(path, inputs.apply(next.get()));
    double[] roots =
        IntStream.range(0, here.length)
            .mapToDouble(k -> at.toDouble() + here[k] / (here[k] - there[k]))
            .filter(root -> Math.abs(root) < LARGEST)
            .sorted()
            .toArray();
    return IntStream.range(1, roots.length)
        .mapToObj(k -> rounded((roots[k - 1] + roots[k]) / 2))
        .toList();
  }

  private static Rational rounded(double number) {
    return Rational.of(Math.round(number * GRID), GRID);
  }

  private Optional<Point> set(Point point, Entry entry, Rational number) {
    List<Rational> values = new ArrayList<>(point.of(entry.variable()));
    values.set(entry.place(), number);
    Domain domain = points.sampler().domain(entry.variable());
    return Membership.holds(domain, entry.variable(), values)
        ? Optional.of(point.with(entry.variable(), values))
        : Optional.empty();
  }
}
