package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Result;
import dev.hence.eval.Series;
import dev.hence.eval.SeriesField;
import dev.hence.eval.TrajectoryJet;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Numbers;
import dev.hence.verdict.Point;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Refutes statements about trajectories by the Taylor series of left − right in the end time T: a
 * coefficient whose enclosure excludes 0 tells the sides apart for small T.
 */
final class JetCheck {
  private static final Enclosures NUMBERS = new Enclosures(60);

  /** Known up to T⁶ and, where divisors lose orders, up to T¹⁰. */
  private static final List<Integer> ORDERS = List.of(7, 11);

  private final TrajectoryStatement statement;
  private final Budget budget;

  JetCheck(TrajectoryStatement statement, Budget budget) {
    this.statement = statement;
    this.budget = budget;
  }

  /** Whether the statement speaks of small positive T at all. */
  boolean applies() {
    return switch (statement.ends()) {
      case Domain.Interval i ->
          i.lower().filter(lower -> lower.signum() > 0).isEmpty()
              && i.upper().filter(upper -> upper.signum() <= 0).isEmpty();
      case Domain.Finite f -> false;
      case Domain.Integers i -> false;
      case Domain.Labels l -> false;
      case Domain.Special s -> false;
    };
  }

  /**
   * Looks at the series at an initial state.
   *
   * @param speaks the assignments for which the step speaks there
   */
  Optional<Evidence.Counterexample> at(Point point, BitSet speaks) {
    for (int order : ORDERS) {
      budget.check();
      Jet jet = new Jet(new SeriesField<>(NUMBERS, order), point);
      Optional<Evidence.Counterexample> found = jet.refutation(speaks);
      if (found.isPresent() || !jet.wantsMore()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The series at one point. */
  private final class Jet {
    private final SeriesField<Enclosure> field;
    private final Point point;
    private final List<Result<Series<Enclosure>>> sides;

    Jet(SeriesField<Enclosure> field, Point point) {
      this.field = field;
      this.point = point;
      sides = sides();
    }

    private List<Result<Series<Enclosure>>> sides() {
      try {
        return new TrajectoryJet<>(statement.program(), field).sides(point::of);
      } catch (EvaluationException none) {
        // No series at this point: at a kink, outside the domain of an integrand.
        return List.of();
      }
    }

    /** Whether a side ran out of known coefficients. */
    boolean wantsMore() {
      return sides.stream()
          .flatMap(side -> side.reason().stream())
          .anyMatch(reason -> reason == EvaluationException.Reason.INDETERMINATE);
    }

    Optional<Evidence.Counterexample> refutation(BitSet speaks) {
      if (sides.isEmpty()) {
        return Optional.empty();
      }
      BitSet within = (BitSet) speaks.clone();
      statement
          .timed()
          .forEach(
              timed ->
                  timed
                      .restricting()
                      .restrict(
                          within, entry -> holds(timed.left(entry), timed.right(entry), timed)));
      for (int c = 0; c < statement.components(); c++) {
        Optional<Integer> order =
            within.get(c / statement.width()) ? violated(c) : Optional.empty();
        if (order.isPresent()) {
          return Optional.of(counterexample(c, order.get()));
        }
      }
      return Optional.empty();
    }

    private boolean holds(int left, int right, TrajectoryStatement.Timed timed) {
      return smallTimes(timed.restricting().relation(), left, right)
          .filter(small -> small.certain() == Certain.HOLDS)
          .isPresent();
    }

    private Optional<Integer> violated(int component) {
      return smallTimes(statement.relation(), component, statement.components() + component)
          .filter(small -> small.certain() == Certain.VIOLATED)
          .map(SmallTimes::order);
    }

    private Optional<SmallTimes> smallTimes(Relation relation, int left, int right) {
      BooleanSupplier equalAtStart =
          () -> TrajectoryJet.coincideAtStart(statement.program(), point::of, left, right);
      return sides
          .get(left)
          .value()
          .flatMap(l -> sides.get(right).value().map(r -> field.subtract(l, r)))
          .map(difference -> SmallTimes.of(relation, difference, equalAtStart));
    }

    private Evidence.Counterexample counterexample(int component, int order) {
      Series<Enclosure> left = sides.get(component).get();
      Series<Enclosure> right = sides.get(statement.components() + component).get();
      List<String> texts =
          Numbers.apart(field.coefficient(left, order), field.coefficient(right, order));
      return new Evidence.Counterexample(
          statement.instance(),
          point,
          component,
          texts.get(0),
          texts.get(1),
          new Evidence.Certificate.Jet(order));
    }
  }

  /**
   * What a series says about a relation to 0 for small positive T.
   *
   * @param order the exponent that decides
   */
  private record SmallTimes(Certain certain, int order) {
    /**
     * To differ from 0, any coefficient will do; an order is decided by the first that is not zero.
     */
    static SmallTimes of(
        Relation relation, Series<Enclosure> difference, BooleanSupplier zeroAtStart) {
      for (int k = 0; k < difference.coefficients().size(); k++) {
        Enclosure coefficient = difference.coefficients().get(k);
        int order = difference.valuation() + k;
        if (coefficient.excludesZero()) {
          return new SmallTimes(Certain.of(relation, coefficient), order);
        }
        boolean zero = coefficient.isExactZero() || (order == 0 && zeroAtStart.getAsBoolean());
        if (relation.isInequality() && !zero) {
          return new SmallTimes(Certain.OPEN, order);
        }
      }
      boolean vanishes = difference.isZeroSoFar() && difference.isExact();
      return new SmallTimes(
          vanishes ? Certain.of(relation, new Enclosure.Exact(Rational.ZERO)) : Certain.OPEN, 0);
    }
  }
}
