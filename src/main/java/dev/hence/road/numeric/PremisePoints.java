package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.EquationSystem;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Moves points onto the set on which the equations among the assumptions hold, in ways that change
 * from point to point so that every branch of the set is met: solved exactly for one name after the
 * other in which they are linear, with some names or entries at 0, or by projection.
 */
final class PremisePoints {
  private static final int KEPT = 512;

  /** So close to an end equations that hold there seem to hold here. */
  private static final double CLOSE = 1e-6;

  private final EquationSystem system;
  private final EquationSolver solver;
  private final Projection projection;
  private final Sampler sampler;
  private final long seed;
  private final List<Variable> movable;
  private final boolean nearby;
  private final Map<Point, Position> positions;
  private int points;

  PremisePoints(List<Speaking> equations, Sampler sampler, long seed) {
    this(
        EquationSystem.of(equations.stream().map(Speaking::program).toList()),
        new EquationSolver(
            equations.stream()
                .map(e -> new EquationSolver.Equation(e.program(), e.likelyUnknowns()))
                .toList(),
            sampler),
        sampler,
        seed,
        false);
  }

  private PremisePoints(
      EquationSystem system, EquationSolver solver, Sampler sampler, long seed, boolean nearby) {
    this.system = system;
    this.solver = solver;
    this.sampler = sampler;
    this.seed = seed;
    this.nearby = nearby;
    movable =
        system.variables().stream()
            .filter(v -> sampler.domain(v) instanceof Domain.Interval)
            .toList();
    projection = new Projection(system, movable, sampler);
    positions =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Point, Position> eldest) {
            return size() > KEPT;
          }
        };
  }

  /** The same, its points being such too that are only known to lie near others. */
  PremisePoints withNearby() {
    return new PremisePoints(system, solver, sampler, seed, true);
  }

  /** Whether there are equations onto which points are moved. */
  boolean move() {
    return !movable.isEmpty();
  }

  /** The k-th point, moved. */
  Point point(Point drawn, int k) {
    points++;
    if (!move()) {
      return drawn;
    }
    SplittableRandom random = Seeds.random(seed, Long.MIN_VALUE + k);
    return (switch (k % 4) {
          case 2 -> onto(partlyZero(drawn, random), k).or(() -> onto(drawn, k));
          case 3 -> projected(drawn, random).or(() -> onto(drawn, k));
          default -> onto(drawn, k / 2);
        })
        .or(() -> projected(drawn, random))
        .orElse(drawn);
  }

  private Optional<Point> onto(Point point, int turn) {
    return isSolved(point) ? Optional.of(point) : solver.solve(point, turn);
  }

  /** A point that was changed, moved back by as little as is known to serve. */
  Point solved(Point point) {
    if (movable.isEmpty() || isSolved(point)) {
      return point;
    }
    return solver
        .solve(point)
        .or(() -> projected(point, Seeds.random(seed, Long.MAX_VALUE)))
        .orElse(point);
  }

  private Optional<Point> projected(Point point, SplittableRandom random) {
    return nearby ? projection.of(point, random) : Optional.empty();
  }

  /** With a name at 0, or some entries of one. */
  private Point partlyZero(Point point, SplittableRandom random) {
    List<Variable> names = new ArrayList<>(movable);
    Collections.shuffle(names, new java.util.Random(random.nextLong()));
    int many = random.nextInt(1, Math.min(3, names.size()) + 1);
    boolean whole = random.nextBoolean();
    Point changed = point;
    for (Variable variable : names.subList(0, many)) {
      Domain.Interval interval = (Domain.Interval) sampler.domain(variable);
      if (interval.contains(Rational.ZERO)) {
        List<Rational> entries = new ArrayList<>(changed.of(variable));
        entries.replaceAll(e -> whole || random.nextBoolean() ? Rational.ZERO : e);
        changed = changed.with(variable, entries);
      }
    }
    return changed;
  }

  private boolean isSolved(Point point) {
    return system.holds(point.values());
  }

  /** The point, or one near it at which the equations hold for certain. */
  Position position(Point point) {
    if (!nearby || movable.isEmpty()) {
      return new Position.Exact(point);
    }
    Position known = positions.get(point);
    if (known == null) {
      known = isSolved(point) ? new Position.Exact(point) : near(point);
      positions.put(point, known);
    }
    return known;
  }

  private Position near(Point point) {
    return projection.isNear(point)
        ? Roots.of(system, sampler, point)
            .<Position>map(roots -> new Position.Near(point, roots))
            .orElseGet(() -> new Position.Exact(point))
        : new Position.Exact(point);
  }

  /**
   * Whether the equations hold near a point as far as doubles can tell, and nothing is certain.
   * Close to an end that a domain excludes they may hold at that end alone.
   */
  boolean isDoubtful(Point point) {
    return nearby
        && !movable.isEmpty()
        && !isSolved(point)
        && projection.isNear(point)
        && !projection.isFlat(point)
        && !(position(point) instanceof Position.Near)
        && movable.stream().allMatch(v -> isAwayFromEnds(v, point.of(v)));
  }

  private boolean isAwayFromEnds(Variable variable, List<Rational> entries) {
    Domain.Interval interval = (Domain.Interval) sampler.domain(variable);
    return entries.stream()
        .allMatch(
            e ->
                (interval.lowerIncluded() || isAway(e, interval.lower()))
                    && (interval.upperIncluded() || isAway(e, interval.upper())));
  }

  private static boolean isAway(Rational entry, Optional<Rational> end) {
    return end.isEmpty() || Math.abs(entry.minus(end.get()).toDouble()) > CLOSE;
  }

  /** For people: what was tried to find points at which the equations hold. */
  String tried() {
    if (movable.isEmpty()) {
      return points(points);
    }
    String names =
        solver.names().stream().map(UnicodePrinter::print).collect(Collectors.joining(", "));
    return points(points)
        + ", solved for "
        + names
        + " in turn"
        + (projection.starts() > 0 ? ", and projected from " + projection.starts() : "");
  }

  private static String points(int count) {
    return count + (count == 1 ? " point" : " points");
  }
}
