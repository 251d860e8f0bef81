package dev.hence.road.symbolic;

import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.UnicodePrinter;
import dev.hence.time.Deadline;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The symbolic road: both sides of a step, in one instance, are lowered to scalar terms, and what
 * should vanish is reduced to 0.
 */
public final class SymbolicRoad {
  private static final int MOST_CASES = 64;

  private final Instance instance;
  private final Deadline deadline;
  private final Set<String> conditions = new LinkedHashSet<>();
  private int cases;
  private boolean polynomials;
  private boolean hidesPolynomials;

  private SymbolicRoad(Instance instance, Deadline deadline) {
    this.instance = instance;
    this.deadline = deadline;
  }

  /**
   * What this road finds out about an instance.
   *
   * @param budget how much it may compute; starting Symja, if it has not been, comes on top
   */
  public static Evidence.Symbolic examine(Instance instance, Duration budget) {
    SymbolicRoad road = new SymbolicRoad(instance, Deadline.in(budget));
    try {
      return switch (road.decide()) {
        case Finding.Settled settled ->
            new Evidence.SymbolicZero(
                instance,
                String.join("; ", settled.methods()),
                List.copyOf(road.conditions),
                settled.given().stream().map(Given::written).toList());
        case Finding.Open(String reason) -> new Evidence.SymbolicOpen(instance, reason);
      };
    } catch (Unsupported unsupported) {
      return new Evidence.SymbolicOpen(instance, "not supported: " + unsupported.getMessage());
    } catch (OutOfTime late) {
      return new Evidence.SymbolicOpen(instance, late.getMessage());
    } catch (Undefined undefined) {
      return new Evidence.SymbolicOpen(instance, "undefined: " + undefined.getMessage());
    }
  }

  /** An equation to which another claim comes down, in what is left of the time. */
  private Finding equation(Instance part) {
    SymbolicRoad road = new SymbolicRoad(part, deadline);
    Finding finding = road.decide();
    conditions.addAll(road.conditions);
    return finding;
  }

  private Finding decide() {
    if (instance.step().approach().isPresent()) {
      return new ApproachProof(instance, this::equation).decide();
    }
    Relation relation = instance.step().relation();
    boolean rounded = instance.step().tolerance().isPresent();
    if (relation == Relation.APPROXIMATELY && !rounded) {
      return new Finding.Open("a claim with " + relation.text() + " is not one of equality");
    }
    if (instance.assignments().isEmpty()) {
      return new Finding.Open("the step speaks of no value of its indices");
    }
    Finding finding = inCase(Map.of());
    if (finding.isSettled() || polynomials || !hidesPolynomials) {
      return finding;
    }
    polynomials = true;
    conditions.clear();
    return inCase(Map.of()).ifSettled().orElse(finding);
  }

  /**
   * Where a variable of finitely many values serves as an index, each value is a case; and where
   * nothing is found out for all numbers at once.
   */
  private Finding inCase(Map<Member, List<Rational>> fixed) {
    try {
      return examined(fixed);
    } catch (NeedsCase split) {
      List<Finding> parts = new ArrayList<>();
      for (List<Rational> value : split.values()) {
        if (++cases > MOST_CASES) {
          return new Finding.Open("more than " + MOST_CASES + " cases");
        }
        Map<Member, List<Rational>> more = new HashMap<>(fixed);
        more.put(split.member(), value);
        Finding part = inCase(more);
        if (!part.isSettled()) {
          return part;
        }
        parts.add(part.at(place(split.member(), value)));
      }
      return Finding.all(parts);
    }
  }

  private static String place(Member member, List<Rational> value) {
    String values = value.stream().map(Rational::toString).collect(Collectors.joining(", "));
    return member + " = " + (value.size() == 1 ? values : "(" + values + ")").replace("-", "−");
  }

  private static String place(SortedMap<String, Integer> assignment) {
    return assignment.entrySet().stream()
        .map(e -> UnicodePrinter.print(new Name(e.getKey())) + " = " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private Finding examined(Map<Member, List<Rational>> fixed) {
    Setting setting = Setting.of(instance, fixed, polynomials, deadline);
    Lowering lowering = new Lowering(setting);
    SideConditions sideConditions = new SideConditions(setting);
    Assumptions assumptions = new Assumptions(setting, lowering);
    Equations equations = new Equations(setting, lowering, instance);
    List<Finding> parts = new ArrayList<>();
    for (SortedMap<String, Integer> assignment : instance.assignments()) {
      Environment at = Environment.of(assignment);
      List<Conditions.Condition> assumed = new ArrayList<>(setting.values().facts());
      assumed.addAll(assumptions.at(at));
      Premised premised =
          new Premised(setting, lowering, sideConditions, equations.at(at), assumed);
      Finding part = premised.decide(at);
      hidesPolynomials |= setting.trajectory().exponentials().hidesPolynomials();
      if (!part.isSettled()) {
        setting
            .values()
            .choice()
            .ifPresent(
                choice -> {
                  throw choice;
                });
        return part;
      }
      parts.add(part.at(place(assignment)));
    }
    conditions.addAll(sideConditions.texts());
    return Finding.all(parts);
  }
}
