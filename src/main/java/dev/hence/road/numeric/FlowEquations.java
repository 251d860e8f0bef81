package dev.hence.road.numeric;

import dev.hence.eval.Program;
import dev.hence.eval.Runner;
import dev.hence.eval.TrajectoryProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Point;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;

/**
 * The state and all integrals of a statement as one system of differential equations in doubles,
 * the integrals after the state. Computing derivatives allocates nothing.
 */
final class FlowEquations implements FirstOrderDifferentialEquations {
  /** A derivative that is not a number, or infinite. */
  static final class NotFinite extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotFinite() {
      super("not finite", null, false, false);
    }
  }

  private final TrajectoryProgram program;
  private final Runner velocities;
  private final Runner integrands;
  private final double[] inputs;
  private final double[] speeds;
  private final double[] rates;
  private final int[] running;
  private final Budget budget;
  private double time;
  private double largest;

  FlowEquations(TrajectoryProgram program, Budget budget) {
    this.budget = budget;
    this.program = program;
    Program motion = program.velocities();
    velocities = motion.runner();
    integrands = program.integrands().runner();
    inputs = new double[program.inputs()];
    speeds = new double[motion.outputs()];
    rates = new double[program.integrands().outputs()];
    running = new int[motion.outputs()];
    int place = 0;
    for (Map.Entry<Variable, TrajectoryProgram.Places> e : program.states().entrySet()) {
      for (int k = 0; k < e.getKey().size(); k++) {
        running[place++] = e.getValue().running() + k;
      }
    }
  }

  /** Puts the data, the initial state and the end time in place. */
  double[] begin(Point point, double end) {
    program.data().forEach((variable, place) -> put(point.of(variable), place));
    program.states().forEach((variable, places) -> put(point.of(variable), places.start()));
    inputs[program.endTime()] = end;
    double[] start = new double[getDimension()];
    int place = 0;
    for (Variable variable : program.states().keySet()) {
      for (Rational entry : point.of(variable)) {
        start[place++] = entry.toDouble();
      }
    }
    time = 0;
    largest = 0;
    return start;
  }

  private void put(List<Rational> entries, int place) {
    for (int k = 0; k < entries.size(); k++) {
      inputs[place + k] = entries.get(k).toDouble();
    }
  }

  /** The inputs of the sides at the end of a trajectory. */
  double[] ended(double[] end) {
    return ended(end, inputs[program.endTime()]);
  }

  /** The inputs of the sides if the trajectory ends at another time. */
  double[] ended(double[] end, double time) {
    double[] filled = inputs.clone();
    filled[program.endTime()] = time;
    int place = 0;
    for (Map.Entry<Variable, TrajectoryProgram.Places> e : program.states().entrySet()) {
      for (int k = 0; k < e.getKey().size(); k++) {
        filled[e.getValue().end() + k] = end[place++];
      }
    }
    for (int integral : program.integrals()) {
      filled[integral] = end[place++];
    }
    return filled;
  }

  /** How far rounding can move what is integrated, at a state and a time. */
  double[] roundings(double[] y, double t) {
    place(y, t);
    double[] bounds = new double[rates.length];
    program.integrands().errorRunner().run(inputs, rates, bounds);
    return bounds;
  }

  private void place(double[] y, double t) {
    inputs[program.runningTime()] = t;
    for (int k = 0; k < running.length; k++) {
      inputs[running[k]] = y[k];
    }
  }

  /** How far the last integration came. */
  double time() {
    return time;
  }

  /** The largest entry of the state that the last integration met. */
  double largest() {
    return largest;
  }

  @Override
  public int getDimension() {
    return speeds.length + rates.length;
  }

  @Override
  public void computeDerivatives(double t, double[] y, double[] derivatives) {
    budget.check();
    place(y, t);
    for (int k = 0; k < running.length; k++) {
      largest = Math.max(largest, Math.abs(y[k]));
    }
    time = t;
    velocities.run(inputs, speeds);
    integrands.run(inputs, rates);
    System.arraycopy(speeds, 0, derivatives, 0, speeds.length);
    System.arraycopy(rates, 0, derivatives, speeds.length, rates.length);
    for (double derivative : derivatives) {
      if (!Double.isFinite(derivative)) {
        throw new NotFinite();
      }
    }
  }
}
