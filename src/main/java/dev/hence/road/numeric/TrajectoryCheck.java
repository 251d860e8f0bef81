package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Numbers;
import dev.hence.verdict.Point;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a statement about trajectories along a few of them, and sums up what was seen. */
final class TrajectoryCheck {
  /** How often a trajectory of no use is replaced. */
  private static final int PATIENCE = 4;

  /** Points at which the jets are computed. */
  private static final int JETS = 2;

  /** The first sampled points of moderate size. */
  private static final int FIRST_MODERATE = 8;

  private static final List<Rational> ENDS =
      List.of(Rational.of(1, 2), Rational.ONE, Rational.of(2));

  private final Instance instance;
  private final Settings settings;
  private final Budget budget;
  private final TrajectoryStatement statement;
  private final long seed;
  private final LeftOut leftOut = new LeftOut();

  TrajectoryCheck(Instance instance, Settings settings, Budget budget) {
    this.instance = instance;
    this.settings = settings;
    this.budget = budget;
    seed = Seeds.of(settings.seed(), instance);
    statement = new TrajectoryStatement(instance, seed);
  }

  Evidence.Numeric evidence() {
    Relation relation = instance.step().relation();
    if (statement.width() > 1 && (relation.isInequality() || relation == Relation.NOT_EQUAL)) {
      return open("the sides of " + relation.text() + " are not numbers");
    }
    return jets().map(Evidence.Numeric.class::cast).orElseGet(this::followed);
  }

  private Evidence.NumericOpen open(String reason) {
    return new Evidence.NumericOpen(instance, reason);
  }

  /** The jets at a point of small integers and at one of moderate size. */
  private Optional<Evidence.Counterexample> jets() {
    JetCheck jets = new JetCheck(statement, budget);
    Points points = statement.points();
    int seen = 0;
    for (int k = 0; jets.applies() && k < PATIENCE * JETS && seen < JETS; k++) {
      Point point = k == 0 ? points.point(0) : points.point(FIRST_MODERATE - 1 + k, Scale.MODERATE);
      Optional<boolean[]> speaks = points.speaking(point);
      if (speaks.isPresent()) {
        seen++;
        Optional<Evidence.Counterexample> found = jets.at(point, speaks.get());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Evidence.Numeric followed() {
    TrajectoryLook look = new TrajectoryLook(statement);
    int good = 0;
    int spoken = 0;
    double worst = 0;
    int tries = settings.trajectories() * PATIENCE;
    int patience = statement.points().isRestricted() ? PATIENCE * PATIENCE : 1;
    for (int k = 0; k < tries * patience && spoken < tries && good < settings.trajectories(); k++) {
      budget.check();
      Point point = statement.points().point(FIRST_MODERATE + k, Scale.MODERATE);
      Optional<boolean[]> speaks = statement.points().speaking(point);
      if (speaks.isPresent()) {
        Rational end = end(spoken++);
        switch (look.follow(point, speaks.get(), end.toDouble())) {
          case TrajectoryLook.Seen.Good g -> {
            good++;
            worst = Math.max(worst, g.residual());
          }
          case TrajectoryLook.Seen.Unusable u -> leftOut.add(u);
          case TrajectoryLook.Seen.Suspicious s -> {
            return decided(point, speaks.get(), end, s);
          }
        }
      }
    }
    return agreement(good, spoken, worst);
  }

  private Evidence.Numeric agreement(int good, int spoken, double worst) {
    if (spoken == 0) {
      return open("no sampled initial state satisfies the assumptions");
    }
    if (good == 0) {
      return open("no trajectory could be used: " + String.join("; ", leftOut.remarks()));
    }
    return new Evidence.TrajectoryAgreement(
        instance,
        good,
        Stream.of(Integration.values()).map(Integration::method).distinct().toList(),
        Stream.of(Integration.values()).map(Integration::relative).distinct().toList(),
        worst,
        leftOut.remarks());
  }

  private Evidence.Numeric decided(
      Point point, boolean[] speaks, Rational end, TrajectoryLook.Seen.Suspicious doubted) {
    JetCheck jets = new JetCheck(statement, budget);
    Optional<Evidence.Counterexample> found =
        jets.applies() ? jets.at(point, speaks) : Optional.empty();
    return found
        .or(() -> inHighPrecision(point, end, doubted))
        .map(Evidence.Numeric.class::cast)
        .orElseGet(() -> disagreement(point, end, doubted));
  }

  private Optional<Evidence.Counterexample> inHighPrecision(
      Point point, Rational end, TrajectoryLook.Seen.Suspicious doubted) {
    try {
      return new HighPrecision(statement, budget).refutation(point, end, doubted);
    } catch (Budget.Exhausted exhausted) {
      // What doubles say still counts as a disagreement.
      return Optional.empty();
    }
  }

  private Evidence.Disagreement disagreement(
      Point point, Rational end, TrajectoryLook.Seen.Suspicious doubted) {
    return new Evidence.Disagreement(
        instance,
        "from "
            + point.text()
            + " to t = "
            + Numbers.text(end)
            + ": left "
            + Numbers.text(doubted.left())
            + ", right "
            + Numbers.text(doubted.right())
            + ", estimated error "
            + Numbers.text(doubted.error()));
  }

  /** Ends of different size, inside the declared domain. */
  private Rational end(int k) {
    Domain domain = statement.ends();
    List<Rational> allowed =
        ENDS.stream()
            .filter(e -> !(domain instanceof Domain.Interval i) || i.contains(e))
            .toList();
    if (domain instanceof Domain.Interval && !allowed.isEmpty()) {
      return allowed.get(k % allowed.size());
    }
    Variable time = new Variable(new Name("T"), List.of(), 1, 1);
    return new Draw(Seeds.random(seed, Long.MIN_VALUE + k), Scale.MODERATE)
        .entries(time, domain)
        .getFirst();
  }
}
