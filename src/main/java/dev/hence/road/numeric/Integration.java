package dev.hence.road.numeric;

import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.nonstiff.GraggBulirschStoerIntegrator;

/** One way of integrating: a method and a tolerance. */
enum Integration {
  LOOSE("Dormand–Prince 8(5,3)", 1e-8) {
    @Override
    AdaptiveStepsizeIntegrator integrator(double end) {
      return new DormandPrince853Integrator(LEAST_STEP * end, end, absolute(), relative());
    }
  },
  TIGHT("Dormand–Prince 8(5,3)", 1e-11) {
    @Override
    AdaptiveStepsizeIntegrator integrator(double end) {
      return new DormandPrince853Integrator(LEAST_STEP * end, end, absolute(), relative());
    }
  },
  OTHER("Gragg–Bulirsch–Stoer", 1e-11) {
    @Override
    AdaptiveStepsizeIntegrator integrator(double end) {
      var integrator =
          new GraggBulirschStoerIntegrator(LEAST_STEP * end, end, absolute(), relative());
      // Its test of stability rejects every step from where everything rests.
      integrator.setStabilityCheck(false, -1, -1, -1);
      return integrator;
    }
  };

  /** The shortest step, as a part of the whole time. */
  private static final double LEAST_STEP = 1e-12;

  private static final int MOST_EVALUATIONS = 30_000;

  /** A solution that grew by this much is said to explode. */
  private static final double EXPLOSION = 1e6;

  private final String method;
  private final double relative;

  Integration(String method, double relative) {
    this.method = method;
    this.relative = relative;
  }

  abstract AdaptiveStepsizeIntegrator integrator(double end);

  String method() {
    return method;
  }

  double relative() {
    return relative;
  }

  /**
   * The integrals start at 0, where a relative tolerance alone would ask for infinitely small
   * steps; a hundredth of it holds values of size 1/100 and more to the relative tolerance.
   */
  double absolute() {
    return relative / 100;
  }

  /** What became of an integration. */
  sealed interface Result {
    /** The state and the integrals at the end. */
    final class Ended implements Result {
      private final double[] values;
      private final int evaluations;

      private Ended(double[] values, int evaluations) {
        this.values = values;
        this.evaluations = evaluations;
      }

      double[] values() {
        return values;
      }

      int evaluations() {
        return evaluations;
      }
    }

    /**
     * It came to no end.
     *
     * @param time how far it came
     */
    record Failed(String why, double time) implements Result {}
  }

  Result run(FlowEquations equations, double[] start, double end) {
    return run(equations, start, 0, end);
  }

  /** From one time to a later one. */
  Result run(FlowEquations equations, double[] start, double from, double to) {
    if (start.length == 0) {
      return new Result.Ended(start, 0);
    }
    AdaptiveStepsizeIntegrator integrator = integrator(to - from);
    integrator.setMaxEvaluations(MOST_EVALUATIONS);
    double[] values = new double[start.length];
    try {
      integrator.integrate(equations, from, start, to, values);
      return new Result.Ended(values, integrator.getEvaluations());
    } catch (NumberIsTooSmallException | MaxCountExceededException | FlowEquations.NotFinite e) {
      return new Result.Failed(why(equations, e), equations.time());
    }
  }

  private static String why(FlowEquations equations, RuntimeException cause) {
    if (equations.largest() > EXPLOSION || cause instanceof FlowEquations.NotFinite) {
      return "the solution grows beyond all bounds";
    }
    return cause instanceof MaxCountExceededException
        ? "stiff: more than " + MOST_EVALUATIONS + " evaluations"
        : "stiff or singular: the step size vanishes";
  }
}
