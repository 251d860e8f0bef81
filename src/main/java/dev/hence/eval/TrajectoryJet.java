package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The sides of a statement about a trajectory as series in its end time T, at one initial state:
 * the state and the integrals by {@link TaylorFlow}, then whatever the sides make of them.
 *
 * @param <S> the numbers of the coefficients
 */
public final class TrajectoryJet<S> {
  private final TrajectoryProgram program;
  private final SeriesField<S> field;

  public TrajectoryJet(TrajectoryProgram program, SeriesField<S> field) {
    this.program = program;
    this.field = field;
  }

  /**
   * Whether two outputs of the sides are one and the same computation at T = 0, so that they are
   * certainly equal there although neither may be rational. False where that is not seen.
   */
  public static boolean coincideAtStart(
      TrajectoryProgram program, Function<Variable, List<Rational>> point, int one, int other) {
    SeriesField<Tape.Node> field = new SeriesField<>(new Tape(PointProgram.LIMIT), 1);
    try {
      List<Result<Series<Tape.Node>>> sides = new TrajectoryJet<>(program, field).sides(point);
      Series<Tape.Node> first = sides.get(one).get();
      Series<Tape.Node> second = sides.get(other).get();
      return first.start() >= 0
          && second.start() >= 0
          && field.coefficient(first, 0).equals(field.coefficient(second, 0));
    } catch (EvaluationException tooFewOrders) {
      return false;
    }
  }

  /**
   * The entries of the sides, one expression after the other.
   *
   * @param point the entries of each variable, those of a state at T = 0
   * @throws EvaluationException if the flow or an integrand has no Taylor series there
   */
  public List<Result<Series<S>>> sides(Function<Variable, List<Rational>> point) {
    return program.velocities().reads(program.endTime())
        ? new EndInside<>(program, field).sides(point)
        : sidesInTime(point);
  }

  private List<Result<Series<S>>> sidesInTime(Function<Variable, List<Rational>> point) {
    List<Series<S>> inputs = new ArrayList<>(Collections.nCopies(program.inputs(), field.zero()));
    program.data().forEach((variable, place) -> put(inputs, place, constants(point, variable)));
    List<S> initial = new ArrayList<>();
    program
        .states()
        .forEach(
            (variable, places) -> {
              put(inputs, places.start(), constants(point, variable));
              point.apply(variable).forEach(entry -> initial.add(field.base().of(entry)));
            });
    inputs.set(program.runningTime(), field.variable());
    inputs.set(program.endTime(), field.variable());
    List<Series<S>> state =
        new TaylorFlow<>(field)
            .solve(
                now -> {
                  putStates(inputs, now, TrajectoryProgram.Places::running);
                  return program.velocities().run(field, inputs);
                },
                initial);
    putStates(inputs, state, TrajectoryProgram.Places::running);
    List<Series<S>> integrands = program.integrands().run(field, inputs);
    putStates(inputs, state, TrajectoryProgram.Places::end);
    for (int k = 0; k < integrands.size(); k++) {
      inputs.set(program.integrals().get(k), field.integral(integrands.get(k)));
    }
    return program.sides().results(field, inputs);
  }

  private List<Series<S>> constants(Function<Variable, List<Rational>> point, Variable variable) {
    return point.apply(variable).stream().map(field::of).toList();
  }

  private void putStates(
      List<Series<S>> inputs,
      List<Series<S>> states,
      Function<TrajectoryProgram.Places, Integer> place) {
    int next = 0;
    for (Map.Entry<Variable, TrajectoryProgram.Places> e : program.states().entrySet()) {
      int size = e.getKey().size();
      put(inputs, place.apply(e.getValue()), states.subList(next, next + size));
      next += size;
    }
  }

  private static <S> void put(List<Series<S>> inputs, int place, List<Series<S>> values) {
    for (int k = 0; k < values.size(); k++) {
      inputs.set(place + k, values.get(k));
    }
  }
}
