package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Result;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Membership;
import dev.hence.verdict.Point;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Follows an inequality to where its sides come closest, in many digits: doubles cannot tell 10⁻²⁰
 * from nothing. One entry after the other goes to the bottom of the parabola through three points.
 */
final class Descent {
  private static final int DIGITS = 90;
  private static final int KEPT = 40;
  private static final int ROUNDS = 10;
  private static final int MOST_ENTRIES = 6;
  private static final Rational STEP = Rational.of(10).power(-15);
  private static final Rational UNIT = Rational.of(10).power(KEPT);

  private static final double LEAST = 1e-80;
  private static final double MOST = 1e30;

  /** How many operations are spent in many digits, in all. */
  private static final long MOST_WORK = 60_000;

  private final PointLook look;
  private final Budget budget;
  private final PointProgram program;
  private long work;
  private final Enclosures field = new Enclosures(DIGITS);

  Descent(PointLook look, Budget budget) {
    this.look = look;
    this.budget = budget;
    this.program = look.program();
  }

  /** A point near another at which the sides of an entry come closer. */
  Optional<Point> from(Point start) {
    BitSet entries = look.points().speaking(start).map(look::entries).orElseGet(BitSet::new);
    Optional<Integer> closest =
        entries.stream()
            .boxed()
            .filter(c -> gap(start, c).isPresent())
            .min((a, b) -> gap(start, a).orElseThrow().compareTo(gap(start, b).orElseThrow()));
    return closest.map(c -> from(start, c)).filter(point -> !point.equals(start));
  }

  private Point from(Point start, int component) {
    Point best = start;
    for (int round = 0; round < ROUNDS; round++) {
      Point before = best;
      for (Variable variable : program.variables()) {
        boolean few = variable.size() <= MOST_ENTRIES;
        if (few && look.points().sampler().domain(variable) instanceof Domain.Interval) {
          for (int k = 0; k < variable.size(); k++) {
            best = lowered(best, variable, k, component);
          }
        }
      }
      if (best.equals(before)) {
        return best;
      }
    }
    return best;
  }

  private Point lowered(Point point, Variable variable, int k, int component) {
    Optional<Rational> here = gap(point, component);
    Optional<Rational> right = moved(point, variable, k, STEP).flatMap(p -> gap(p, component));
    Optional<Rational> left =
        moved(point, variable, k, STEP.negate()).flatMap(p -> gap(p, component));
    if (here.isEmpty() || right.isEmpty() || left.isEmpty()) {
      return point;
    }
    Rational two = Rational.of(2);
    Rational bend = right.get().plus(left.get()).minus(here.get().times(two));
    if (bend.signum() <= 0) {
      return point;
    }
    Rational slope = right.get().minus(left.get()).dividedBy(two);
    Rational step = rounded(STEP.times(slope).dividedBy(bend).negate());
    return moved(point, variable, k, step)
        .filter(p -> gap(p, component).filter(g -> g.compareTo(here.get()) < 0).isPresent())
        .orElse(point);
  }

  private static Rational rounded(Rational value) {
    Rational units = value.times(UNIT);
    BigInteger whole = units.numerator().divide(units.denominator());
    return new Rational(whole, BigInteger.ONE).dividedBy(UNIT);
  }

  private Optional<Point> moved(Point point, Variable variable, int k, Rational step) {
    List<Rational> entries = new ArrayList<>(point.of(variable));
    entries.set(k, entries.get(k).plus(step));
    return Membership.holds(look.points().sampler().domain(variable), variable, entries)
        ? Optional.of(point.with(variable, entries))
        : Optional.empty();
  }

  /** The side that is to be larger − the other, near enough. */
  private Optional<Rational> gap(Point point, int component) {
    work += program.program().size();
    if (work > MOST_WORK) {
      return Optional.empty();
    }
    budget.check();
    List<Result<Enclosure>> results = Entries.results(program, point, field);
    Optional<Enclosure> left = results.get(component).value();
    Optional<Enclosure> right = results.get(look.components() + component).value();
    return left.flatMap(l -> right.map(r -> field.subtract(l, r)))
        .map(Descent::middle)
        .map(d -> isLess() ? d.negate() : d);
  }

  /** Of numbers that are written out short. */
  private static Rational middle(Enclosure value) {
    double size = Math.abs(value.toDouble());
    return size < LEAST || size > MOST
        ? Rational.of(value.toDouble())
        : value.lower().plus(value.upper()).dividedBy(Rational.of(2));
  }

  private boolean isLess() {
    Relation relation = look.screen().relation();
    return relation == Relation.LESS || relation == Relation.LESS_OR_EQUAL;
  }
}
