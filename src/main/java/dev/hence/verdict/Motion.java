package dev.hence.verdict;

import dev.hence.eval.Dual;
import dev.hence.eval.DualField;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Field;
import dev.hence.eval.TrajectoryProgram;
import dev.hence.eval.TrajectoryProgram.Places;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The field of an autonomous flow, with the data and the initial state of one trajectory: what
 * moves is a list of the entries of all states.
 */
final class Motion {
  private final TrajectoryProgram program;
  private final Point point;

  /**
   * @param point the data, and the states at the start
   */
  Motion(TrajectoryProgram program, Point point) {
    this.program = program;
    this.point = point;
  }

  /** Whether neither the field nor the sides speak of the time itself. */
  boolean isAutonomous() {
    return !program.velocities().reads(program.runningTime())
        && !program.velocities().reads(program.endTime())
        && !program.integrands().reads(program.runningTime())
        && !program.integrands().reads(program.endTime())
        && !program.sides().reads(program.endTime());
  }

  /** How many numbers the state has. */
  int size() {
    return program.velocities().outputs();
  }

  /** How many integrals run beside it. */
  int integrals() {
    return program.integrals().size();
  }

  /** The entries of all states at the start. */
  List<Rational> start() {
    return program.states().sequencedKeySet().stream().flatMap(v -> point.of(v).stream()).toList();
  }

  /** The velocity of each entry. */
  <S> List<S> velocity(Field<S> field, List<S> state) {
    return program.velocities().run(field, inputs(field, state, Places::running));
  }

  /** What each integral grows by, per time. */
  <S> List<S> rates(Field<S> field, List<S> state) {
    return program.integrands().run(field, inputs(field, state, Places::running));
  }

  /** An entry of left − right at an end. */
  <S> S difference(Field<S> field, List<S> state, List<S> integrals, int component) {
    List<S> inputs = inputs(field, state, Places::end);
    for (int k = 0; k < integrals.size(); k++) {
      inputs.set(program.integrals().get(k), integrals.get(k));
    }
    int entries = program.sizes().getFirst();
    var sides = program.sides().results(field, inputs);
    return field.subtract(sides.get(component).get(), sides.get(entries + component).get());
  }

  /** Whether left − right is a number and a multiple of the only entry of the state, everywhere. */
  boolean isAffine(Enclosures field, Rational near, int component) {
    Enclosure around = field.between(near.minus(Rational.ONE), near.plus(Rational.ONE));
    Line line = new Line(field, around);
    return slope(line, List.of(line.place), List.of(), component).isPresent();
  }

  /**
   * Whether left − right grows without end since integrals do: it is a number and multiples of
   * them, and the multiples do not cancel.
   *
   * @param state around where the state ends
   * @param rates by which the integrals grow there
   */
  boolean isDriven(Enclosures field, List<Enclosure> state, List<Enclosure> rates, int component) {
    Line line = new Line(field, field.between(Rational.ZERO, Rational.ONE));
    var resting = state.stream().map(line::constant).toList();
    var grown = rates.stream().map(line::grown).toList();
    return slope(line, resting, grown, component).filter(Enclosure::excludesZero).isPresent();
  }

  /** By how much left − right grows along a line; empty unless that is the same everywhere. */
  private Optional<Enclosure> slope(
      Line line,
      List<Dual<Dual<Enclosure>>> state,
      List<Dual<Dual<Enclosure>>> integrals,
      int component) {
    if (program.sides().hasBranches()) {
      return Optional.empty();
    }
    try {
      Dual<Enclosure> slope =
          line.twice.partial(difference(line.twice, state, integrals, component), 0);
      return Optional.of(slope.value()).filter(s -> line.once.partial(slope, 0).isExactZero());
    } catch (EvaluationException unclear) {
      return Optional.empty();
    }
  }

  /** A line, some part of it, and its numbers with two derivatives along it. */
  private static final class Line {
    private final DualField<Enclosure> once;
    private final DualField<Dual<Enclosure>> twice;
    private final Dual<Dual<Enclosure>> place;

    Line(Enclosures field, Enclosure part) {
      once = new DualField<>(field, 1);
      twice = new DualField<>(once, 1);
      place = twice.variable(once.variable(part, 0), 0);
    }

    Dual<Dual<Enclosure>> constant(Enclosure value) {
      return twice.constant(once.constant(value));
    }

    Dual<Dual<Enclosure>> grown(Enclosure rate) {
      return twice.multiply(constant(rate), place);
    }
  }

  private <S> List<S> inputs(Field<S> field, List<S> state, Function<Places, Integer> at) {
    List<S> inputs = new ArrayList<>(Collections.nCopies(program.inputs(), field.zero()));
    program.data().forEach((variable, place) -> put(field, inputs, place, point.of(variable)));
    int next = 0;
    for (Map.Entry<Variable, Places> e : program.states().entrySet()) {
      put(field, inputs, e.getValue().start(), point.of(e.getKey()));
      for (int k = 0; k < e.getKey().size(); k++) {
        inputs.set(at.apply(e.getValue()) + k, state.get(next++));
      }
    }
    return inputs;
  }

  private static <S> void put(Field<S> field, List<S> inputs, int place, List<Rational> entries) {
    for (int k = 0; k < entries.size(); k++) {
      inputs.set(place + k, field.of(entries.get(k)));
    }
  }
}
