package dev.hence.road.numeric;

import dev.hence.claim.Approach;
import dev.hence.eval.Coming;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.Result;
import dev.hence.expr.Rational;
import dev.hence.verdict.Goals;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records how the difference of two sides becomes small as a parameter comes near a number. What it
 * tells is for people to look at: it decides nothing.
 */
final class ConvergenceRecording {
  private static final Enclosures NUMBERS = new Enclosures(120);

  /** The distances are 2 to these negative powers. */
  private static final int FIRST = 1;

  private static final int LAST = 12;

  /** Points tried for one at which the difference does not vanish. */
  private static final int PATIENCE = 12;

  /** The first sampled points of moderate size: those that evidence begins with. */
  private static final int FIRST_MODERATE = 8;

  private final Instance instance;
  private final ApproachClaim claim;
  private final Budget budget;

  ConvergenceRecording(Instance instance, Settings settings) {
    this.instance = instance;
    claim = new ApproachClaim(instance, Seeds.of(settings.seed(), instance));
    budget = new Budget(settings.budget());
  }

  /** Whether an order in the distance to a number is claimed. */
  static boolean speaksOf(Instance instance) {
    return instance
        .step()
        .approach()
        .filter(a -> a.strength() == Approach.Strength.BIG)
        .filter(a -> a.target() instanceof Approach.Value && a.parameter().shape().isScalar())
        .isPresent();
  }

  /** At the first of the sampled points that shows the difference at all distances. */
  Optional<Convergence> sampled() {
    for (int k = 0; k < PATIENCE; k++) {
      Point point = claim.points().point(FIRST_MODERATE + k, Scale.MODERATE);
      if (Goals.near(instance, point, Coming.straight(false)).stream()
          .allMatch(p -> claim.points().speaking(p).isPresent())) {
        for (int c = 0; c < claim.components(); c++) {
          Optional<Convergence> seen = from(point, c);
          if (seen.isPresent()) {
            return seen;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** At a point, of one component. */
  Optional<Convergence> from(Point point, int component) {
    if (Goals.near(instance, point, Coming.straight(false)).isEmpty()
        || claim.right(component).isEmpty()) {
      return Optional.empty();
    }
    List<Double> distances = new ArrayList<>();
    List<Double> differences = new ArrayList<>();
    List<Double> gauges = new ArrayList<>();
    for (int k = FIRST; k <= LAST; k++) {
      budget.check();
      Rational distance = Rational.of(2).power(-k);
      List<Result<Enclosure>> all = claim.program().at(NUMBERS, point::of, false, distance);
      Optional<Double> difference =
          size(all, claim.left(component), claim.right(component).getAsInt());
      Optional<Double> gauge = size(all, claim.gauge(component));
      if (difference.isEmpty() || gauge.isEmpty()) {
        return Optional.empty();
      }
      distances.add(distance.toDouble());
      differences.add(difference.get());
      gauges.add(gauge.get());
    }
    return Optional.of(new Convergence(point, component, distances, differences, gauges));
  }

  private static Optional<Double> size(List<Result<Enclosure>> all, int left, int right) {
    return all.get(left)
        .value()
        .flatMap(l -> all.get(right).value().map(r -> NUMBERS.subtract(l, r)))
        .flatMap(ConvergenceRecording::size);
  }

  private static Optional<Double> size(List<Result<Enclosure>> all, int place) {
    return all.get(place).value().flatMap(ConvergenceRecording::size);
  }

  /** Nothing of what may be 0. */
  private static Optional<Double> size(Enclosure enclosure) {
    double size = Math.abs(enclosure.toDouble());
    return enclosure.containsZero() || size == 0 || !Double.isFinite(size)
        ? Optional.empty()
        : Optional.of(size);
  }
}
