package dev.hence.report;

import dev.hence.claim.Approach;
import dev.hence.claim.ApproachText;
import dev.hence.claim.Kind;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Outcome;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** To which order an equation or an approximation holds: it is seldom exact that is written so. */
public final class HoldsTo {
  private HoldsTo() {}

  /**
   * {@code exact}, {@code O(η²)}, {@code 2 decimals}, {@code the limit}, {@code false}; nothing of
   * inequalities and of what is undecided.
   */
  public static Optional<String> of(StatementReport report) {
    if (!(report.statement() instanceof Statement.Step step) || !isEquation(step)) {
      return Optional.empty();
    }
    if (report.verdict().outcome() == Outcome.REFUTED) {
      return Optional.of(
          report.diagnosis().stream()
              .flatMap((Edit edit) -> edit.order().stream())
              .findFirst()
              .orElse("false"));
    }
    return report.holds() ? Optional.of(claimed(step, report)) : Optional.empty();
  }

  private static boolean isEquation(Statement.Step step) {
    return step.relation() == Relation.EQUAL || step.relation() == Relation.APPROXIMATELY;
  }

  private static String claimed(Statement.Step step, StatementReport report) {
    if (step.round().isPresent()) {
      return step.round().getAsInt() + " decimals";
    }
    if (step.approach().isEmpty()) {
      return "exact";
    }
    Approach approach = step.approach().get();
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(step.scope()));
    if (step.kind() == Kind.LIMIT) {
      return "the limit";
    }
    return approach.strength() == Approach.Strength.NEAR
        ? observed(report)
            .map(power -> "O(" + ApproachText.power(approach, power, printer) + ")")
            .orElse("every order that was looked at")
        : ApproachText.order(approach, printer);
  }

  /** The least power of the parameter that is left of the difference. */
  private static Optional<Rational> observed(StatementReport report) {
    return report.verdict().evidence().stream()
        .flatMap(
            e ->
                e instanceof Evidence.OrderAgreement o
                    ? o.vanishing().stream()
                    : Stream.<Rational>empty())
        .min(Comparator.naturalOrder());
  }
}
