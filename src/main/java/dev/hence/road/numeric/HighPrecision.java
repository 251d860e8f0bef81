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
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  /** The estimate of the error may be this much too small. */
  private static final double SAFETY = 4;

  private final TrajectoryStatement statement;
  private final Budget budget;
  private final DfpNumbers numbers = new DfpNumbers(DIGITS);

  /** Made once, when it is needed: the fractions of its tableau are divided out in all digits. */
  private Optional<DormandPrince853FieldIntegrator<Dfp>> made = Optional.empty();

  HighPrecision(TrajectoryStatement statement, Budget budget) {
    this.statement = statement;
    this.budget = budget;
  }

  /** What many digits show of what doubles doubted. */
  sealed interface Outcome {
    /** The sides differ by far more than the error. */
    record Refutes(Evidence.Counterexample counterexample) implements Outcome {}

    /** The sides agree to an error far below what doubles doubted. */
    record Agrees(double residual) implements Outcome {}

    /** Neither. */
    record Unclear(String why) implements Outcome {}
  }

  /**
   * Left − right of every entry at an end; NaN where the sides cannot be told apart.
   *
   * @return none if the trajectory cannot be integrated
   */
  List<Double> differences(Point point, Rational end) {
    try {
      List<Dfp> sides = sides(point, end, 1e-24);
      List<Double> differences = new ArrayList<>();
      for (int c = 0; c < statement.components(); c++) {
        double residual = sides.get(c).subtract(sides.get(other(c))).toDouble();
        double size = Math.max(1e-3, Math.abs(sides.get(c).toDouble()));
        differences.add(Math.abs(residual) > 1e-21 * size ? residual : Double.NaN);
      }
      return differences;
    } catch (EvaluationException | MaxCountExceededException | NumberIsTooSmallException e) {
      return List.of();
    }
  }

  Outcome decide(Point point, Rational end, TrajectoryLook.Seen.Suspicious doubted) {
    double size = Math.max(1, Math.max(Math.abs(doubted.left()), Math.abs(doubted.right())));
    double doubt = Math.abs(doubted.left() - doubted.right());
    double tolerance = Math.clamp(doubt / size * 1e-6, 1e-22, 1e-12);
    try {
      List<Dfp> loose = sides(point, end, tolerance);
      List<Dfp> tight = sides(point, end, tolerance * 1e-2);
      return outcome(point, end, doubted, loose, tight);
    } catch (EvaluationException | MaxCountExceededException | NumberIsTooSmallException e) {
      return new Outcome.Unclear(e.getMessage());
    } catch (Budget.Exhausted exhausted) {
      // What doubles say still counts as a disagreement.
      return new Outcome.Unclear(exhausted.getMessage());
    }
  }

  /** All entries must agree; the first that differs refutes. */
  private Outcome outcome(
      Point point,
      Rational end,
      TrajectoryLook.Seen.Suspicious doubted,
      List<Dfp> loose,
      List<Dfp> tight) {
    double doubt = Math.abs(doubted.left() - doubted.right());
    boolean agrees = true;
    double worst = 0;
    for (int c = 0; c < statement.components(); c++) {
      if (doubted.within().get(c / statement.width())) {
        double residual = tight.get(c).subtract(tight.get(other(c))).toDouble();
        double error = error(c, loose, tight);
        if (Fit.of(statement.relation(), residual, CLEAR * error) == Fit.BAD) {
          return new Outcome.Refutes(
              new Evidence.Counterexample(
                  statement.instance(),
                  point,
                  c,
                  text(tight.get(c)),
                  text(tight.get(other(c))),
                  new Evidence.Certificate.Integrated(end.toDouble(), Math.abs(residual), error)));
        }
        boolean good = Fit.of(statement.relation(), residual, SAFETY * error) == Fit.GOOD;
        agrees &= good && CLEAR * error < doubt;
        worst = Math.max(worst, Fit.violation(statement.relation(), residual));
      }
    }
    return agrees
        ? new Outcome.Agrees(worst)
        : new Outcome.Unclear("the error of integration is too large");
  }

  private int other(int component) {
    return statement.components() + component;
  }

  /** How much the sides moved between the tolerances, or what rounding does at least. */
  private double error(int component, List<Dfp> loose, List<Dfp> tight) {
    Dfp left = tight.get(component);
    Dfp right = tight.get(other(component));
    Dfp moved = left.subtract(loose.get(component)).abs();
    moved = moved.add(right.subtract(loose.get(other(component))).abs());
    double rounding = 1e-30 * left.abs().add(right.abs()).toDouble();
    return Math.max(moved.toDouble(), rounding);
  }

  private static String text(Dfp value) {
    return Numbers.text(Rational.of(new BigDecimal(value.toString()).round(new MathContext(12))));
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

  private List<Dfp> integrated(List<Dfp> inputs, List<Dfp> initial, Dfp end, double tolerance) {
    double span = end.toDouble();
    DormandPrince853FieldIntegrator<Dfp> integrator = integrator();
    integrator.setStepSizeControl(span * 1e-12, span, tolerance / 100, tolerance);
    integrator.setMaxEvaluations(100_000);
    Dfp[] start = initial.toArray(Dfp[]::new);
    var state = new FieldODEState<>(numbers.zero(), start);
    var equations = new FieldExpandableODE<>(new Equations(inputs, start.length));
    return List.of(integrator.integrate(equations, state, end).getState());
  }

  private DormandPrince853FieldIntegrator<Dfp> integrator() {
    DormandPrince853FieldIntegrator<Dfp> integrator =
        made.orElseGet(
            () -> new DormandPrince853FieldIntegrator<>(numbers.field(), 1e-12, 1, 1, 1));
    made = Optional.of(integrator);
    return integrator;
  }

  private void putStates(
      List<Dfp> inputs, List<Dfp> state, Function<TrajectoryProgram.Places, Integer> place) {
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
