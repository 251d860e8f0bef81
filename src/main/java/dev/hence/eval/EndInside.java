package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The sides of a statement about a trajectory as series in its end T where T enters the dynamics
 * too, as the step size η does in the flow of a modified loss, taken at t = η: a series in t whose
 * coefficients are series in T, at t = T.
 */
final class EndInside<S> {
  private final TrajectoryProgram program;
  private final SeriesField<S> inEnd;
  private final SeriesField<Series<S>> inTime;

  EndInside(TrajectoryProgram program, SeriesField<S> field) {
    this.program = program;
    this.inEnd = field;
    this.inTime = new SeriesField<>(field, field.order());
  }

  List<Result<Series<S>>> sides(Function<Variable, List<Rational>> point) {
    List<Series<Series<S>>> running =
        new ArrayList<>(Collections.nCopies(program.inputs(), inTime.zero()));
    List<Series<S>> ended = new ArrayList<>(Collections.nCopies(program.inputs(), inEnd.zero()));
    List<Series<S>> initial = new ArrayList<>();
    program.data().forEach((v, place) -> put(ended, running, place, constants(point, v)));
    program
        .states()
        .forEach(
            (v, places) -> {
              put(ended, running, places.start(), constants(point, v));
              initial.addAll(constants(point, v));
            });
    running.set(program.runningTime(), inTime.variable());
    running.set(program.endTime(), inTime.constant(inEnd.variable()));
    ended.set(program.runningTime(), inEnd.variable());
    ended.set(program.endTime(), inEnd.variable());
    List<Series<Series<S>>> state =
        new TaylorFlow<>(inTime)
            .solve(
                now -> {
                  putRunning(running, now);
                  return program.velocities().run(inTime, running);
                },
                initial);
    putRunning(running, state);
    List<Series<Series<S>>> integrands = program.integrands().run(inTime, running);
    int next = 0;
    for (Map.Entry<Variable, TrajectoryProgram.Places> e : program.states().entrySet()) {
      for (int k = 0; k < e.getKey().size(); k++) {
        ended.set(e.getValue().end() + k, atEnd(state.get(next++)));
      }
    }
    for (int k = 0; k < integrands.size(); k++) {
      ended.set(program.integrals().get(k), atEnd(inTime.integral(integrands.get(k))));
    }
    return program.sides().results(inEnd, ended);
  }

  private List<Series<S>> constants(Function<Variable, List<Rational>> point, Variable variable) {
    return point.apply(variable).stream().map(inEnd::of).toList();
  }

  private void put(
      List<Series<S>> ended, List<Series<Series<S>>> running, int place, List<Series<S>> values) {
    for (int k = 0; k < values.size(); k++) {
      ended.set(place + k, values.get(k));
      running.set(place + k, inTime.constant(values.get(k)));
    }
  }

  private void putRunning(List<Series<Series<S>>> inputs, List<Series<Series<S>>> states) {
    int next = 0;
    for (Map.Entry<Variable, TrajectoryProgram.Places> e : program.states().entrySet()) {
      for (int k = 0; k < e.getKey().size(); k++) {
        inputs.set(e.getValue().running() + k, states.get(next++));
      }
    }
  }

  /** Σ cₖ(T) Tᵏ; what was cut off begins at T^order if the coefficients have no poles. */
  private Series<S> atEnd(Series<Series<S>> series) {
    Series<S> sum = inEnd.zero();
    for (int k = 0; k < series.coefficients().size(); k++) {
      Series<S> coefficient = series.coefficients().get(k);
      if (coefficient.start() < 0) {
        throw EvaluationException.unsupported("a pole in the end time");
      }
      Series<S> power = inEnd.power(inEnd.variable(), series.valuation() + k);
      sum = inEnd.add(sum, inEnd.multiply(coefficient, power));
    }
    return series.isExact()
        ? sum
        : inEnd.add(sum, inEnd.series(0, List.of(), Math.min(series.order(), inEnd.order())));
  }
}
