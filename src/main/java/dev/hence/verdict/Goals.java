package dev.hence.verdict;

import dev.hence.claim.Approach;
import dev.hence.claim.Domain;
import dev.hence.eval.ApproachProgram;
import dev.hence.eval.Coming;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** From where, and with what, the parameter of a limit goes to its target. */
public final class Goals {
  /** How near the target it is looked whether a step still speaks. */
  private static final List<Rational> NEAR =
      List.of(Rational.of(1, 1L << 20), Rational.of(1, 1L << 40));

  private Goals() {}

  /** The target as the evaluation knows it. */
  public static ApproachProgram.Goal of(Approach approach) {
    return switch (approach.target()) {
      case Approach.Value v -> new ApproachProgram.Value(v.value());
      case Approach.Infinity i -> new ApproachProgram.Infinity(i.positive());
    };
  }

  /**
   * The left side, the right side, the gauge and, where the left side leaves something open, that.
   */
  public static List<Expr> expressions(Instance instance) {
    Approach approach = instance.step().approach().orElseThrow();
    List<Expr> expressions = new ArrayList<>();
    expressions.add(instance.step().left());
    expressions.add(instance.step().right());
    expressions.add(approach.gauge());
    approach.remainder().ifPresent(expressions::add);
    return expressions;
  }

  /** The parameter as a variable of an instance; empty if its shape has no size there. */
  public static Optional<Variable> parameter(Instance instance) {
    Expr.Ref ref = instance.step().approach().orElseThrow().parameter();
    return PointProgram.compile(instance.interpretation(), List.of(new TreeMap<>()), List.of(ref))
        .variables()
        .stream()
        .findFirst();
  }

  /**
   * Points near the target, at which a step must still speak; empty if they lie outside the domain.
   *
   * @param coming how the parameter comes
   */
  public static List<Point> near(Instance instance, Point point, Coming coming) {
    Approach approach = instance.step().approach().orElseThrow();
    boolean ends = instance.interpretation().horizon().isPresent();
    if (ends) {
      return coming.below() ? List.of() : List.of(point);
    }
    Variable parameter = parameter(instance).orElseThrow();
    Domain domain = Membership.domain(instance, parameter);
    List<Point> near = new ArrayList<>();
    for (Rational distance : NEAR) {
      Optional<List<Rational>> entries =
          entries(instance, approach, parameter, point, coming, distance);
      if (entries.isEmpty() || !isOpenAt(domain, parameter, entries.get())) {
        return List.of();
      }
      near.add(point.with(parameter, entries.get()));
    }
    return near;
  }

  /** Whether a variable may have such a value and move a little. */
  private static boolean isOpenAt(Domain domain, Variable variable, List<Rational> entries) {
    return switch (domain) {
      case Domain.Interval i -> Membership.holds(i, variable, entries);
      // A number that runs over the integers goes to infinity as numbers do.
      case Domain.Integers i -> i.from().isEmpty() || entries.getFirst().signum() >= 0;
      case Domain.Finite f -> false;
      case Domain.Labels l -> false;
      case Domain.Special s -> false;
    };
  }

  private static Optional<List<Rational>> entries(
      Instance instance,
      Approach approach,
      Variable parameter,
      Point point,
      Coming coming,
      Rational distance) {
    return switch (approach.target()) {
      case Approach.Infinity i -> {
        Rational far = Rational.ONE.dividedBy(distance);
        yield coming.below()
            ? Optional.empty()
            : Optional.of(List.of(i.positive() ? far : far.negate()));
      }
      case Approach.Value v -> {
        boolean fits =
            parameter.size() > 1
                ? !coming.below()
                : switch (v.side()) {
                  case BOTH -> true;
                  case ABOVE -> !coming.below();
                  case BELOW -> coming.below();
                };
        yield fits ? moved(instance, v, parameter, point, coming, distance) : Optional.empty();
      }
    };
  }

  private static Optional<List<Rational>> moved(
      Instance instance,
      Approach.Value target,
      Variable parameter,
      Point point,
      Coming coming,
      Rational distance) {
    PointProgram program =
        PointProgram.compile(
            instance.interpretation(), List.of(new TreeMap<>()), List.of(target.value()));
    if (!ExactPoint.covers(point, program)) {
      return Optional.empty();
    }
    Enclosures field = new Enclosures(60);
    List<Enclosure> inputs = new ArrayList<>();
    program.variables().forEach(v -> point.of(v).forEach(e -> inputs.add(field.of(e))));
    try {
      List<Enclosure> values = program.program().run(field, inputs);
      List<Rational> entries = new ArrayList<>();
      for (int k = 0; k < parameter.size(); k++) {
        Rational direction =
            parameter.size() > 1
                ? point.of(parameter).get(k)
                : Rational.of(coming.below() ? -1 : 1);
        Rational middle =
            values.get(k).lower().plus(values.get(k).upper()).dividedBy(Rational.of(2));
        entries.add(middle.plus(direction.times(distance.power(coming.power(k)))));
      }
      return Optional.of(entries);
    } catch (EvaluationException undefined) {
      return Optional.empty();
    }
  }
}
