package dev.hence.road.symbolic;

import dev.hence.expr.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The claim of a step at some values of its indices, in every case of what is assumed. */
final class Premised {
  private final Setting setting;
  private final Lowering lowering;
  private final SideConditions sideConditions;
  private final List<Term> residuals;
  private final List<Conditions.Condition> facts;

  /**
   * @param residuals terms that are 0 where the step speaks
   * @param facts what else holds there
   */
  Premised(
      Setting setting,
      Lowering lowering,
      SideConditions sideConditions,
      List<Term> residuals,
      List<Conditions.Condition> facts) {
    this.setting = setting;
    this.lowering = lowering;
    this.sideConditions = sideConditions;
    this.residuals = List.copyOf(residuals);
    this.facts = List.copyOf(facts);
  }

  Finding decide(Environment at) {
    Rectangle left = lowering.of(setting.step().left(), at);
    Rectangle right = lowering.of(setting.step().right(), at);
    PremiseCase whole = PremiseCase.whole(known(facts));
    if (residuals.isEmpty()) {
      return in(whole, left, right);
    }
    Optional<List<PremiseCase>> cases = PremiseCases.of(setting, residuals, whole.facts());
    return cases.map(all -> each(all, left, right)).orElseGet(() -> in(whole, left, right));
  }

  private static List<Conditions.Condition> known(List<Conditions.Condition> facts) {
    return facts.stream().filter(f -> !(f.term() instanceof Term.Constant)).toList();
  }

  private Finding each(List<PremiseCase> cases, Rectangle left, Rectangle right) {
    if (cases.isEmpty()) {
      return new Finding.Open("the assumptions contradict each other");
    }
    List<Finding> parts = new ArrayList<>();
    for (PremiseCase part : cases) {
      String place = String.join(", ", part.place());
      Rectangle there = part.in(setting.trajectory(), left);
      if (!isNowhereDefined(there)) {
        Finding finding = in(part, there, part.in(setting.trajectory(), right));
        if (finding instanceof Finding.Open(String reason)) {
          return new Finding.Open(place.isEmpty() ? reason : "where " + place + ": " + reason);
        }
        parts.add(finding.at(place));
      }
    }
    if (parts.isEmpty()) {
      return new Finding.Open("the left side is undefined wherever the assumptions hold");
    }
    Finding all = Finding.all(parts);
    return cases.size() == 1
        ? all
        : all.by("in each of " + cases.size() + " cases of the premises");
  }

  /** Whether an entry asks for something of a number that the number does not satisfy. */
  private boolean isNowhereDefined(Rectangle side) {
    return side.entries().stream()
        .flatMap(entry -> Conditions.of(setting.terms(), entry).stream())
        .filter(c -> c.reason() != Conditions.Reason.KINK)
        .anyMatch(c -> c.term() instanceof Term.Constant);
  }

  private Finding in(PremiseCase part, Rectangle left, Rectangle right) {
    sideConditions.add(left, part.facts());
    sideConditions.add(right, part.facts());
    Equality equality = new Equality(setting, part.facts());
    Velocities velocities = lowering.derivations().velocities();
    Relation relation = setting.step().relation();
    if (relation.isInequality() || relation == Relation.NOT_EQUAL) {
      return new Inequality(setting, velocities, equality, part.facts()).decide(left, right);
    }
    return setting.horizon().isPresent()
        ? new TrajectoryProof(setting, velocities, equality).decide(left, right)
        : equality.decide(left, right);
  }
}
