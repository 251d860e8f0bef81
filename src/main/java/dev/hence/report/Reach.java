package dev.hence.report;

import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance.Choice;
import dev.hence.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The reach of a verdict.
 *
 * @param instances how many instances numbers speak for
 * @param symbolic on how many of them the symbolic road came to an end
 */
public record Reach(int instances, int symbolic) {
  /** The reach of everything that was heard for a verdict. */
  public static Reach of(Verdict verdict) {
    Set<List<Choice>> seen = new LinkedHashSet<>();
    Set<List<Choice>> zero = new LinkedHashSet<>();
    for (Evidence evidence : verdict.evidence()) {
      List<Choice> choices = evidence.instance().choices();
      switch (evidence) {
        case Evidence.Proof p -> {}
        case Evidence.SymbolicZero z -> zero.add(choices);
        case Evidence.PointAgreement p -> seen.add(choices);
        case Evidence.Solved s -> seen.add(choices);
        case Evidence.TrajectoryAgreement t -> seen.add(choices);
        case Evidence.OrderAgreement o -> seen.add(choices);
        case Evidence.LongRunAgreement r -> seen.add(choices);
        case Evidence.SymbolicOpen o -> {}
        case Evidence.NumericOpen o -> {}
        case Evidence.Undefined u -> {}
        case Evidence.Unsatisfied u -> {}
        case Evidence.Counterexample c -> {}
        case Evidence.Disagreement d -> {}
      }
    }
    return new Reach(seen.size(), zero.size());
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
}
