package dev.hence.report;

import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance.Choice;
import dev.hence.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * How far a verdict reaches.
 *
 * @param instances how many instances numbers speak for
 * @param symbolic on how many of them the symbolic road came to an end
 * @param points evaluated, over all instances
 * @param trajectories integrated, over all instances
 * @param worst the largest residual; empty where nothing was evaluated
 * @param order the least order that was observed under refinement; empty where none was
 */
public record Reach(
    int instances,
    int symbolic,
    int points,
    int trajectories,
    OptionalDouble worst,
    OptionalDouble order) {
  /** The reach of everything that was heard for a verdict. */
  public static Reach of(Verdict verdict) {
    Set<List<Choice>> seen = new LinkedHashSet<>();
    Set<List<Choice>> zero = new LinkedHashSet<>();
    DoubleStream.Builder residuals = DoubleStream.builder();
    DoubleStream.Builder observed = DoubleStream.builder();
    int points = 0;
    int trajectories = 0;
    for (Evidence evidence : verdict.evidence()) {
      switch (evidence) {
        case Evidence.Proof p -> {}
        case Evidence.SymbolicZero z -> zero.add(z.instance().choices());
        case Evidence.SymbolicOpen o -> {}
        case Evidence.PointAgreement p -> {
          points += p.points();
          residuals.add(p.worst());
          seen.add(p.instance().choices());
        }
        case Evidence.TrajectoryAgreement t -> {
          trajectories += t.trajectories();
          residuals.add(t.worst());
          seen.add(t.instance().choices());
        }
        case Evidence.OrderAgreement o -> {
          points += o.points();
          seen.add(o.instance().choices());
          o.observed().map(Evidence.Observed::order).ifPresent(observed::add);
        }
        case Evidence.LongRunAgreement r -> {
          trajectories += r.trajectories();
          residuals.add(r.distance());
          seen.add(r.instance().choices());
        }
        case Evidence.NumericOpen o -> {}
        case Evidence.Counterexample c -> {}
        case Evidence.Disagreement d -> {}
      }
    }
    return new Reach(
        seen.size(),
        zero.size(),
        points,
        trajectories,
        residuals.build().max(),
        observed.build().min());
  }

  /** In a few words: {@code all 24 instances}; where a step is refuted, the instance. */
  public static String text(Verdict verdict) {
    Reach reach = of(verdict);
    return switch (verdict.outcome()) {
      case PROVED -> "every instance";
      case VERIFIED -> reach.instances == 1 ? "1 instance" : "all " + count(reach.instances);
      case CONFIRMED ->
          reach.symbolic == 0
              ? count(reach.instances)
              : count(reach.instances) + ", " + reach.symbolic + " exact";
      case REFUTED -> verdict.refutation().map(c -> c.instance().label()).orElse("");
      case GIVEN, UNDECIDED, UNREAD, CONFLICTED -> "";
    };
  }

  private static String count(int instances) {
    return instances == 1 ? "1 instance" : instances + " instances";
  }

  /**
   * The worst residual with one digit, {@code 2e-16}, or the order that was observed, {@code order
   * 2.98}; empty where nothing was evaluated.
   */
  public String worstText() {
    if (order.isPresent()) {
      return "order " + OrderText.order(order.getAsDouble());
    }
    return worst.isPresent() ? Numbers.rough(worst.getAsDouble()) : "";
  }
}
