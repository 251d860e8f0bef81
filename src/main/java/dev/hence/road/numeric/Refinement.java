package dev.hence.road.numeric;

import dev.hence.claim.Approach;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Result;
import dev.hence.expr.Rational;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The order that is observed while the parameter comes nearer to its target: the binary logarithm
 * of the quotient of two differences, of which the second is taken at half the distance.
 */
final class Refinement {
  /** How many sizes of the parameter are looked at. */
  static final int SIZES = 5;

  private static final Enclosures NUMBERS = new Enclosures(120);
  private static final Enclosures MANY_DIGITS = new Enclosures(300);

  /** The first distance is 2 to this negative power: small, but not at infinity. */
  private static final int NEAR = 20;

  private static final int FAR = 6;

  /** Where there is no series: so near that logarithms of the distance show as such. */
  private static final List<Integer> TINY = List.of(40, 80);

  /** An order of a power of the distance is a number to more digits than these. */
  private static final double EXACT = 1e-6;

  private static final double CLEARLY = 1e-3;

  /** Exponentials seem to have orders beyond this. */
  private static final double HIGHEST = 40;

  /** What refinement says of a claim by itself. */
  sealed interface Decision {
    /** The difference becomes small as it is claimed. */
    record Fits(double order) implements Decision {}

    /** It does not show what is claimed. */
    record Doubts(String why) implements Decision {}

    /** It could not be observed. */
    record Lost(Finding.Loss loss) implements Decision {}
  }

  private final ApproachClaim claim;
  private final Instance instance;
  private final Optional<EndRefinement> ends;

  Refinement(ApproachClaim claim, long seed) {
    this.claim = claim;
    this.instance = claim.instance();
    ends =
        instance.interpretation().horizon().isPresent()
            ? Optional.of(new EndRefinement(instance, seed))
            : Optional.empty();
  }

  /** The order at the last of the sizes, the least over all entries; empty if there is none. */
  Optional<Double> order(Point point, boolean below) {
    if (ends.isPresent()) {
      return ends.get().order(point);
    }
    int first = claim.approach().target() instanceof Approach.Infinity ? FAR : NEAR;
    int last = first + SIZES - 1;
    try {
      return least(
          differences(NUMBERS, point, below, last - 1), differences(NUMBERS, point, below, last));
    } catch (EvaluationException none) {
      return Optional.empty();
    }
  }

  /** Left − right of every entry at the distance 2⁻ᵏ. */
  private List<Enclosure> differences(Enclosures field, Point point, boolean below, int k) {
    List<Result<Enclosure>> all = outputs(field, point, below, k);
    List<Enclosure> differences = new ArrayList<>();
    for (int c = 0; c < claim.components(); c++) {
      if (claim.right(c).isPresent()) {
        differences.add(
            field.subtract(all.get(claim.left(c)).get(), all.get(claim.right(c).getAsInt()).get()));
      }
    }
    return differences;
  }

  private List<Result<Enclosure>> outputs(Enclosures field, Point point, boolean below, int k) {
    return claim.program().at(field, point::of, below, Rational.of(2).power(-k));
  }

  /** The least order over the entries that are not 0. */
  private static Optional<Double> least(List<Enclosure> wide, List<Enclosure> half) {
    Optional<Double> least = Optional.empty();
    for (int c = 0; c < wide.size(); c++) {
      OptionalDouble order = order(wide.get(c), half.get(c));
      if (order.isPresent() && least.filter(l -> l <= order.getAsDouble()).isEmpty()) {
        least = Optional.of(order.getAsDouble());
      }
    }
    return least;
  }

  private static OptionalDouble order(Enclosure wide, Enclosure half) {
    if (wide.containsZero() || half.containsZero()) {
      return OptionalDouble.empty();
    }
    double quotient = Math.abs(MANY_DIGITS.divide(wide, half).toDouble());
    double order = Math.log(quotient) / Math.log(2);
    return Double.isFinite(order) && order < HIGHEST
        ? OptionalDouble.of(order)
        : OptionalDouble.empty();
  }

  /** Where there is no series in the parameter. */
  Decision decide(Point point, boolean below) {
    if (ends.isPresent()) {
      return new Decision.Lost(Finding.Loss.DOMAIN);
    }
    double least = Double.POSITIVE_INFINITY;
    try {
      for (int k : TINY) {
        List<Result<Enclosure>> wide = outputs(MANY_DIGITS, point, below, k);
        List<Result<Enclosure>> half = outputs(MANY_DIGITS, point, below, k + 1);
        for (int c = 0; c < claim.components(); c++) {
          double order =
              order(difference(wide, c), difference(half, c)).orElse(Double.POSITIVE_INFINITY);
          double gauge = gauge(wide, half, c);
          if (!fits(order, gauge)) {
            return new Decision.Doubts(
                "the difference has no series in the parameter, and its observed order "
                    + dev.hence.verdict.Numbers.text(order)
                    + " does not show what is claimed");
          }
          least = Math.min(least, order);
        }
      }
    } catch (EvaluationException none) {
      return new Decision.Lost(Finding.Loss.DOMAIN);
    }
    return new Decision.Fits(least);
  }

  private Enclosure difference(List<Result<Enclosure>> all, int component) {
    Enclosure left = all.get(claim.left(component)).get();
    return claim.right(component).isPresent()
        ? MANY_DIGITS.subtract(left, all.get(claim.right(component).getAsInt()).get())
        : left;
  }

  private double gauge(List<Result<Enclosure>> wide, List<Result<Enclosure>> half, int component) {
    if (claim.approach().strength() == Approach.Strength.NEAR && !claim.isBesideNothing()) {
      int right = claim.right(component).getAsInt();
      return order(wide.get(right).get(), half.get(right).get()).orElse(0);
    }
    int place = claim.gauge(component);
    return order(wide.get(place).get(), half.get(place).get())
        .orElseThrow(
            () ->
                new EvaluationException(
                    EvaluationException.Reason.INDETERMINATE, "the gauge vanishes"));
  }

  private boolean fits(double order, double gauge) {
    return switch (claim.approach().strength()) {
      case BIG -> order >= gauge - EXACT;
      case LITTLE, NEAR -> order > gauge + CLEARLY;
    };
  }
}
