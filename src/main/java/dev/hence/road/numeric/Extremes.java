package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Degenerate points: variables that vanish, equal entries, ends of domains, tiny and huge ones. */
final class Extremes {
  private static final Rational SMALL = Rational.of(1, 1024);
  private static final Rational LARGE = Rational.of(1024);

  private final Points points;

  Extremes(Points points) {
    this.points = points;
  }

  /** Those beside a point that are in the domains. */
  List<Point> of(Point point) {
    List<Point> found = new ArrayList<>();
    for (Rational factor : List.of(SMALL, LARGE)) {
      add(found, all(point, entries -> entries.stream().map(e -> e.times(factor)).toList()));
    }
    add(found, all(point, Extremes::equal));
    for (Variable variable : point.values().sequencedKeySet()) {
      if (points.sampler().domain(variable) instanceof Domain.Interval interval) {
        ends(interval)
            .forEach(
                end ->
                    add(
                        found,
                        point.with(variable, point.of(variable).stream().map(e -> end).toList())));
      }
    }
    return found;
  }

  /** 0, and the ends of an interval or what is close to them. */
  private static List<Rational> ends(Domain.Interval interval) {
    List<Rational> ends = new ArrayList<>(List.of(Rational.ZERO));
    interval.lower().map(l -> interval.lowerIncluded() ? l : l.plus(SMALL)).ifPresent(ends::add);
    interval.upper().map(u -> interval.upperIncluded() ? u : u.minus(SMALL)).ifPresent(ends::add);
    return ends;
  }

  private static List<Rational> equal(List<Rational> entries) {
    return entries.stream().map(e -> entries.getFirst()).toList();
  }

  private Point all(Point point, UnaryOperator<List<Rational>> change) {
    Point changed = point;
    for (Variable variable : point.values().sequencedKeySet()) {
      if (points.sampler().domain(variable) instanceof Domain.Interval) {
        changed = changed.with(variable, change.apply(point.of(variable)));
      }
    }
    return changed;
  }

  private void add(List<Point> found, Point point) {
    boolean inside =
        point.values().entrySet().stream()
            .allMatch(
                e ->
                    !(points.sampler().domain(e.getKey()) instanceof Domain.Interval i)
                        || e.getValue().stream().allMatch(i::contains));
    if (inside && points.speaking(point).isPresent()) {
      found.add(point);
    }
  }
}
