package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Points close to another, to tell what holds on an open part from what holds on a null set. */
final class Neighbourhood {
  private static final int NEIGHBOURS = 5;
  private static final Rational STEP = Rational.of(1, 4096);

  private final Sampler sampler;
  private final long seed;

  Neighbourhood(Sampler sampler, long seed) {
    this.sampler = sampler;
    this.seed = seed;
  }

  /**
   * Whether something holds at all neighbours of a point in the domain, of which there must be some
   * unless no variable can move continuously.
   */
  boolean all(Point point, Predicate<Point> inDomain, Predicate<Point> holds) {
    if (sampler.variables().stream().noneMatch(this::moves)) {
      return true;
    }
    int seen = 0;
    for (int k = 0; k < 4 * NEIGHBOURS && seen < NEIGHBOURS; k++) {
      Point neighbour = neighbour(point, Seeds.random(seed, -1 - k));
      if (inDomain.test(neighbour)) {
        seen++;
        if (!holds.test(neighbour)) {
          return false;
        }
      }
    }
    return seen == NEIGHBOURS;
  }

  private boolean moves(Variable variable) {
    return switch (sampler.domain(variable)) {
      case Domain.Interval i -> true;
      case Domain.Special s ->
          switch (s.kind()) {
            case SIMPLEX -> variable.size() > 1;
            case SYMMETRIC, POSITIVE_SEMIDEFINITE, POSITIVE_DEFINITE -> true;
            case ONE_HOT, INVERTIBLE, ORTHOGONAL, ORTHONORMAL_COLUMNS -> false;
          };
      case Domain.Finite f -> false;
      case Domain.Integers i -> false;
      case Domain.Labels l -> false;
    };
  }

  private Point neighbour(Point point, SplittableRandom random) {
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>(point.values());
    for (Variable variable : sampler.variables()) {
      if (sampler.domain(variable) instanceof Domain.Interval interval) {
        List<Rational> entries = new ArrayList<>(values.get(variable));
        entries.replaceAll(entry -> moved(entry, interval, random));
        values.put(variable, entries);
      } else if (sampler.domain(variable) instanceof Domain.Special special) {
        values.put(variable, inwards(special.kind(), values.get(variable), random));
      }
    }
    return new Point(values);
  }

  /** Mixed with an inner member of a simplex or of a cone of matrices; others stay. */
  private static List<Rational> inwards(
      Domain.Kind kind, List<Rational> entries, SplittableRandom random) {
    return switch (kind) {
      case SIMPLEX -> mixed(entries, random);
      case SYMMETRIC, POSITIVE_SEMIDEFINITE, POSITIVE_DEFINITE -> {
        List<Rational> moved = new ArrayList<>(entries);
        int size = (int) Math.round(Math.sqrt(entries.size()));
        for (int k = 0; k < moved.size(); k += size + 1) {
          moved.set(k, moved.get(k).plus(STEP.times(Rational.of(random.nextInt(1, 16)))));
        }
        yield moved;
      }
      case ONE_HOT, INVERTIBLE, ORTHOGONAL, ORTHONORMAL_COLUMNS -> entries;
    };
  }

  private static List<Rational> mixed(List<Rational> shares, SplittableRandom random) {
    List<Rational> weights = shares.stream().map(s -> Rational.of(random.nextInt(1, 16))).toList();
    Rational whole = weights.stream().reduce(Rational.ZERO, Rational::plus);
    List<Rational> mixed = new ArrayList<>();
    for (int k = 0; k < shares.size(); k++) {
      mixed.add(
          shares
              .get(k)
              .times(Rational.ONE.minus(STEP))
              .plus(weights.get(k).dividedBy(whole).times(STEP)));
    }
    return mixed;
  }

  private static Rational moved(Rational entry, Domain.Interval interval, SplittableRandom random) {
    Rational size = entry.signum() == 0 ? Rational.ONE : entry;
    Rational step = size.times(STEP).times(Rational.of(random.nextInt(1, 16)));
    Rational moved = random.nextBoolean() ? entry.plus(step) : entry.minus(step);
    return interval.contains(moved) ? moved : entry;
  }
}
