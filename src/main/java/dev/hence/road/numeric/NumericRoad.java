package dev.hence.road.numeric;

import dev.hence.eval.EvaluationException;
import dev.hence.expr.Relation;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import java.util.List;

/** Examines instances by evaluating their sides. */
public final class NumericRoad {
  private NumericRoad() {}

  /**
   * Looks for agreement or a counterexample.
   *
   * @return the same for the same instance and settings, unless the time ran out
   */
  public static List<Evidence> examine(Instance instance, Settings settings) {
    if (instance.step().relation() == Relation.APPROXIMATELY) {
      return open(instance, "≈ without a small parameter");
    }
    if (instance.assignments().isEmpty()) {
      return open(instance, "no values of the indices satisfy the conditions");
    }
    Budget budget = new Budget(settings.budget());
    try {
      return List.of(new PointCheck(instance, settings, budget).evidence());
    } catch (EvaluationException e) {
      return switch (e.reason()) {
        // What cannot be compiled: too large, not provided for, an entry outside a matrix.
        case UNSUPPORTED, DOMAIN -> open(instance, e.getMessage());
        case OVERFLOW, INDETERMINATE, KINK, INEXACT -> throw e;
      };
    } catch (Budget.Exhausted exhausted) {
      return open(instance, exhausted.getMessage());
    }
  }

  private static List<Evidence> open(Instance instance, String reason) {
    return List.of(new Evidence.NumericOpen(instance, reason));
  }
}
