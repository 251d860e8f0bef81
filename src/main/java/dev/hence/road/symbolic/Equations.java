package dev.hence.road.symbolic;

import dev.hence.expr.Condition;
import dev.hence.expr.Relation;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Restriction;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The equations under which a step is said, as terms that are 0. */
final class Equations {
  private final Lowering lowering;
  private final Terms terms;
  private final List<Restriction> equations;

  Equations(Setting setting, Lowering lowering, Instance instance) {
    this.lowering = lowering;
    this.terms = setting.terms();
    this.equations =
        setting.horizon().isPresent()
            ? List.of()
            : Restriction.of(instance).stream()
                .filter(r -> r.condition().relation() == Relation.EQUAL)
                .toList();
  }

  /**
   * What is 0 at some values of the indices, entry by entry. What cannot be lowered is left out: to
   * assume less is no mistake.
   */
  List<Term> at(Environment at) {
    return equations.stream().flatMap(equation -> residuals(equation, at).stream()).toList();
  }

  private List<Term> residuals(Restriction equation, Environment at) {
    List<Term> residuals = new ArrayList<>();
    try {
      if (equation.eachForItself()) {
        residuals.addAll(residual(equation.condition(), at));
      } else {
        for (SortedMap<String, Integer> assignment : equation.assignments()) {
          residuals.addAll(residual(equation.condition(), Environment.of(assignment)));
        }
      }
    } catch (Unsupported | NeedsCase notHere) {
      return List.of();
    }
    return residuals;
  }

  private List<Term> residual(Condition equation, Environment at) {
    return lowering
        .of(equation.left(), at)
        .zip(lowering.of(equation.right(), at), terms::minus)
        .entries();
  }
}
