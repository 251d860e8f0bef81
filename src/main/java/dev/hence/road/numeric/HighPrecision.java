package dev.hence.road.numeric;

import dev.hence.eval.EvaluationException;
import dev.hence.eval.Result;
import dev.hence.eval.TrajectoryProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Numbers;
import dev.hence.verdict.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.FieldExpandableODE;
import org.apache.commons.math3.ode.FieldODEState;
import org.apache.commons.math3.ode.FirstOrderFieldDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853FieldIntegrator;
import org.apache.commons.math3.util.MathArrays;

/**
 * Integrates a trajectory again in many digits, where jets are silent and doubles disagree. What it
 * refutes is numerical, not certified.
 */
final class HighPrecision {
  private static final int DIGITS = 40;

  /** A residual that exceeds the estimated error by less proves nothing. */
  private static final double CLEAR = 1000;

  private final TrajectoryStatement statement;
  private final Budget budget;
  private final DfpNumbers numbers = new DfpNumbers(DIGITS);

  HighPrecision(TrajectoryStatement statement, Budget budget) {
    this.statement = statement;
    this.budget = budget;
  }

  /**
   * The refutation by one entry of the sides, if it stands.
   *
   * @param doubted what doubles showed
   */
  Optional<Evidence.Counterexample> refutation(
      Point point, Rational end, TrajectoryLook.Seen.Suspicious doubted) {
    double size = Math.max(1, Math.max(Math.abs(doubted.left()), Math.abs(doubted.right())));
    double residual = Math.abs(doubted.left() - doubted.right());
    double tolerance = Math.clamp(residual / size * 1e-6, 1e-22, 1e-12);
    try {
      return refutation(
          point, end, doubted.component(), sides(point, end, tolerance), sides(point, end, tolerance * 1e-2));
    } catch (EvaluationException | MaxCountExceededException | NumberIsTooSmallException none) {
      // The disagreement stands as it is.
      return Optional.empty();
    }
  }

  private Optional<Evidence.Counterexample> refutation(
      Point point, Rational end, int component, List<Dfp> loose, List<Dfp> tight) {
    int other = statement.components() + component;
    Dfp left = tight.get(component);
    Dfp right = tight.get(other);
    Dfp error = left.subtract(loose.get(component)).abs();
    error = error.add(right.subtract(loose.get(other)).abs());
    Dfp residual = left.subtract(right);
    double estimated = Math.max(error.toDouble(), 1e-30 * left.abs().add(right.abs()).toDouble());
    Fit fit = Fit.of(statement.relation(), residual.toDouble(), CLEAR * estimated);
    return fit == Fit.BAD
        ? Optional.of(
            new Evidence.Counterexample(
                statement.instance(),
                point,
                component,
                text(left),
                text(right),
                new Evidence.Certificate.Integrated(
                    end.toDouble(), residual.abs().toDouble(), estimated)))
        : Optional.empty();
  }

  private static String text(Dfp value) {
    return Numbers.text(Rational.of(new BigDecimal(value.toString()).round(new java.math.MathContext(12))));
  }

  private List<Dfp> sides(Point point, Rational end, double tolerance) {
    TrajectoryProgram program = statement.program();
    List<Dfp> inputs = new ArrayList<>(Collections.nCopies(program.inputs(), numbers.zero()));
    program.data().forEach((variable, place) -> put(inputs, place, values(point, variable)));
    List<Dfp> initial = new ArrayList<>();
    program
        .states()
        .forEach(
            (variable, places) -> {
              put(inputs, places.start(), values(point, variable));
              initial.addAll(values(point, variable));
            });
    Dfp time = numbers.of(end);
    inputs.set(program.endTime(), time);
    int states = initial.size();
    initial.addAll(Collections.nCopies(program.integrals().size(), numbers.zero()));
    List<Dfp> ended = initial.isEmpty() ? initial : integrated(inputs, initial, time, tolerance);
    putStates(inputs, ended, TrajectoryProgram.Places::end);
    for (int k = 0; k < program.integrals().size(); k++) {
      inputs.set(program.integrals().get(k), ended.get(states + k));
    }
    return program.sides().results(numbers, inputs).stream().map(Result::get).toList();
  }

  private List<Dfp> values(Point point, Variable variable) {
    return point.of(variable).stream().map(numbers::of).toList();
  }

  private List<Dfp> integrated(
      List<Dfp> inputs, List<Dfp> initial, Dfp end, double tolerance) {
    double span = end.toDouble();
    var integrator =
        new DormandPrince853FieldIntegrator<>(
            numbers.field(), span * 1e-12, span, tolerance / 100, tolerance);
    integrator.setMaxEvaluations(100_000);
    Dfp[] start = initial.toArray(Dfp[]::new);
    var state = new FieldODEState<>(numbers.zero(), start);
    var equations = new FieldExpandableODE<>(new Equations(inputs, start.length));
    return List.of(integrator.integrate(equations, state, end).getState());
  }

  private void putStates(
      List<Dfp> inputs,
      List<Dfp> state,
      java.util.function.Function<TrajectoryProgram.Places, Integer> place) {
    int next = 0;
    for (Map.Entry<Variable, TrajectoryProgram.Places> e :
        statement.program().states().entrySet()) {
      int size = e.getKey().size();
      put(inputs, place.apply(e.getValue()), state.subList(next, next + size));
      next += size;
    }
  }

  private static void put(List<Dfp> inputs, int place, List<Dfp> values) {
    for (int k = 0; k < values.size(); k++) {
      inputs.set(place + k, values.get(k));
    }
  }

  /** The state and the integrals as one system. */
  private final class Equations implements FirstOrderFieldDifferentialEquations<Dfp> {
    private final List<Dfp> inputs;
    private final int dimension;

    Equations(List<Dfp> inputs, int dimension) {
      this.inputs = inputs;
      this.dimension = dimension;
    }

    @Override
    public int getDimension() {
      return dimension;
    }

    @Override
    public void init(Dfp start, Dfp[] state, Dfp end) {}

    @Override
    public Dfp[] computeDerivatives(Dfp t, Dfp[] state) {
      budget.check();
      TrajectoryProgram program = statement.program();
      inputs.set(program.runningTime(), t);
      putStates(inputs, List.of(state), TrajectoryProgram.Places::running);
      List<Dfp> derivatives = new ArrayList<>(program.velocities().run(numbers, inputs));
      derivatives.addAll(program.integrands().run(numbers, inputs));
      return derivatives.toArray(MathArrays.buildArray(numbers.field(), dimension));
    }
  }
}
