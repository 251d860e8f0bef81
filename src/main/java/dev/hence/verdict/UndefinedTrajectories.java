package dev.hence.verdict;

import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Result;
import dev.hence.eval.TrajectoryProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.verdict.Evidence.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Certifies that along all trajectories that begin near a state the right side of a statement is
 * undefined at small times, and the left side is not: both are evaluated once in a box that holds
 * the states at all of these times.
 */
final class UndefinedTrajectories {
  private static final Enclosures FIELD = new Enclosures(60);
  private static final Rational RADIUS = Rational.of(1, 1 << 20);

  private final Instance instance;
  private final TrajectoryProgram left;
  private final TrajectoryProgram right;
  private Optional<Box> last = Optional.empty();

  UndefinedTrajectories(Instance instance) {
    this.instance = instance;
    left = compile(instance.step().left());
    right = compile(instance.step().right());
  }

  private TrajectoryProgram compile(Expr side) {
    return TrajectoryProgram.compile(
        instance.interpretation(), instance.assignments(), List.of(side));
  }

  /** The counterexample with what the left side is, if it stands. */
  Recheck check(Evidence.Counterexample c) {
    Optional<String> why = box(c.point()).undefined(c.component());
    Optional<Enclosure> value =
        why.isPresent() ? new Box(left, c.point()).value(c.component()) : Optional.empty();
    return value.isPresent()
        ? new Recheck.Stands(
            new Evidence.Counterexample(
                instance,
                c.point(),
                c.component(),
                Numbers.text(value.get().toDouble()),
                "undefined",
                new Certificate.RightUndefined(why.get())))
        : new Recheck.Falls("it is not certain that only the right side is undefined there");
  }

  /** The right side around a state; one entry after the other is asked of the same. */
  private Box box(Point point) {
    Box box = last.filter(b -> b.point.equals(point)).orElseGet(() -> new Box(right, point));
    last = Optional.of(box);
    return box;
  }

  /** One side in a box around an initial state, at all small times. */
  private final class Box {
    private final TrajectoryProgram program;
    private final Point point;
    private final List<Enclosure> inputs;

    private final boolean moves;

    /** Why an integral has no value. */
    private final Optional<EvaluationException> lost;

    /** The entries of the side; none where there are no trajectories or integrals. */
    private final List<Result<Enclosure>> results;

    Box(TrajectoryProgram program, Point point) {
      this.program = program;
      this.point = point;
      inputs = new ArrayList<>(Collections.nCopies(program.inputs(), FIELD.zero()));
      program.data().forEach(this::put);
      program
          .states()
          .forEach(
              (variable, places) -> {
                put(variable, places.start());
                put(variable, places.running());
                put(variable, places.end());
              });
      Enclosure soon = FIELD.between(Rational.ZERO, RADIUS);
      inputs.set(program.runningTime(), soon);
      inputs.set(program.endTime(), soon);
      moves = moves();
      lost = moves ? integrals() : Optional.empty();
      results = moves && lost.isEmpty() ? program.sides().results(FIELD, inputs) : List.of();
    }

    private void put(Variable variable, int place) {
      List<Enclosure> box = Boxes.around(FIELD, instance, variable, point.of(variable), RADIUS);
      for (int k = 0; k < box.size(); k++) {
        inputs.set(place + k, box.get(k));
      }
    }

    /** An entry that has a value everywhere in the box. */
    Optional<Enclosure> value(int entry) {
      return results.isEmpty() ? Optional.empty() : results.get(entry).value();
    }

    /** Why an entry has no value anywhere in the box. */
    Optional<String> undefined(int entry) {
      if (lost.isPresent()) {
        return program.sides().outputs() == 1 ? outside(lost.get()) : Optional.empty();
      }
      return moves
              && results.get(entry) instanceof Result.Failure<Enclosure>(EvaluationException cause)
          ? outside(cause)
          : Optional.empty();
    }

    private static Optional<String> outside(EvaluationException cause) {
      return cause.reason() == EvaluationException.Reason.DOMAIN
          ? Optional.of(cause.getMessage())
          : Optional.empty();
    }

    /** Whether the velocities have values, so that there are trajectories. */
    private boolean moves() {
      return program.velocities().results(FIELD, inputs).stream()
          .allMatch(velocity -> velocity.value().isPresent());
    }

    /** Puts in what the integrals are at small times, or says why one has no value. */
    private Optional<EvaluationException> integrals() {
      List<Result<Enclosure>> integrands = program.integrands().results(FIELD, inputs);
      for (int k = 0; k < integrands.size(); k++) {
        switch (integrands.get(k)) {
          case Result.Value<Enclosure>(Enclosure integrand) ->
              inputs.set(
                  program.integrals().get(k),
                  FIELD.multiply(inputs.get(program.endTime()), integrand));
          case Result.Failure<Enclosure>(EvaluationException cause) -> {
            return Optional.of(cause);
          }
        }
      }
      return Optional.empty();
    }
  }
}
