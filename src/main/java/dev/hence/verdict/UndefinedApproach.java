package dev.hence.verdict;

import dev.hence.claim.Approach;
import dev.hence.eval.ApproachProgram;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Result;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Evidence.Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Certifies that near the target of a limit the right side is undefined, and the left side is not:
 * for all points near one, the right side is evaluated once in a set that holds the parameter all
 * the way to its target, and the left side at some distances.
 */
final class UndefinedApproach {
  private static final Enclosures FIELD = new Enclosures(120);
  private static final Rational NEAR = Rational.of(1, 1 << 20);

  /** What goes to infinity is looked at up to here. */
  private static final Rational FAR = Rational.of(2).power(300);

  private static final List<Rational> DISTANCES = List.of(NEAR, NEAR.times(NEAR));

  private final Instance instance;
  private final ApproachProgram program;
  private final Point point;
  private final boolean below;

  /**
   * @param program the left side, the right side, and more
   * @param below whether the parameter comes from below
   */
  UndefinedApproach(Instance instance, ApproachProgram program, Point point, boolean below) {
    this.instance = instance;
    this.program = program;
    this.point = point;
    this.below = below;
  }

  /**
   * The counterexample, if it stands.
   *
   * @param component which entry of the left side
   * @param entries how many entries a side has
   */
  Optional<Evidence.Counterexample> check(int component, int entries) {
    Optional<String> why = why(entries + component);
    return why.flatMap(reason -> left(component).map(left -> undefined(component, left, reason)));
  }

  private Evidence.Counterexample undefined(int component, Enclosure left, String why) {
    return new Evidence.Counterexample(
        instance,
        point,
        component,
        Numbers.text(left.toDouble()),
        "undefined",
        new Certificate.RightUndefined(why));
  }

  /** Why an entry has no value, wherever in the set. */
  private Optional<String> why(int place) {
    Enclosure all =
        approach().target() instanceof Approach.Infinity
            ? FIELD.between(Rational.ONE.dividedBy(NEAR), FAR)
            : FIELD.between(Rational.ZERO, NEAR);
    return results(all).get(place) instanceof Result.Failure<Enclosure>(EvaluationException cause)
            && cause.reason() == EvaluationException.Reason.DOMAIN
        ? Optional.of(cause.getMessage())
        : Optional.empty();
  }

  /** The left side next to the target, if it has a value at all distances that are looked at. */
  private Optional<Enclosure> left(int place) {
    Optional<Enclosure> last = Optional.empty();
    for (Rational distance : DISTANCES) {
      boolean infinite = approach().target() instanceof Approach.Infinity;
      Enclosure exact = FIELD.of(infinite ? Rational.ONE.dividedBy(distance) : distance);
      last = results(exact).get(place).value();
      if (last.isEmpty()) {
        return Optional.empty();
      }
    }
    return last;
  }

  private Approach approach() {
    return instance.step().approach().orElseThrow();
  }

  private List<Result<Enclosure>> results(Enclosure distance) {
    return program.moved(FIELD, this::around, below, distance);
  }

  private List<Enclosure> around(Variable variable) {
    return Boxes.around(FIELD, instance, variable, point.of(variable), NEAR);
  }
}
