package dev.hence.road.numeric;

import dev.hence.eval.ErrorRunner;
import dev.hence.eval.Program;
import dev.hence.eval.Runner;
import dev.hence.verdict.Point;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows one trajectory after another, each with every {@link Integration}, and compares the sides
 * at its end. The error of a side is estimated by how much it differs between the tolerances and
 * between the integrators; a residual says nothing about it.
 */
final class TrajectoryLook {
  /** The estimate may be this much too small. */
  private static final double SAFETY = 4;

  /** An estimate larger than this, absolutely and relative to the sides, says too little. */
  private static final double BLUNT_ABSOLUTE = 1e-6;

  private static final double BLUNT_RELATIVE = 1e-5;

  /** A condition must hold by this multiple of the estimated error. */
  private static final double CLEAR = 1000;

  /** What one trajectory shows. */
  sealed interface Seen {
    /** The relation holds within the estimated errors. */
    final class Good implements Seen {
      private final double residual;
      private final double[] inputs;

      private Good(double residual, double[] inputs) {
        this.residual = residual;
        this.inputs = inputs;
      }

      double residual() {
        return residual;
      }

      /** What the sides read at the end. */
      double[] inputs() {
        return inputs;
      }
    }

    /**
     * The trajectory is of no use.
     *
     * @param time where it got lost, if it did not come to its end
     */
    record Unusable(String why, Optional<Double> time) implements Seen {
      Unusable(String why) {
        this(why, Optional.empty());
      }
    }

    /** The state leaves its declared domain, and there the relation fails. */
    record Beyond() implements Seen {}

    /**
     * The relation fails by more than the estimated errors.
     *
     * @param component the first entry of the sides for which it does
     * @param within the assignments for which the step speaks along this trajectory
     */
    record Suspicious(int component, double left, double right, double error, BitSet within)
        implements Seen {}
  }

  private final TrajectoryStatement statement;
  private final FlowEquations equations;
  private final Runner sides;
  private final ErrorRunner bounds;
  private final double[] values;
  private final double[] roundings;
  private final double[] errors;

  TrajectoryLook(TrajectoryStatement statement, Budget budget) {
    this.statement = statement;
    equations = new FlowEquations(statement.program(), budget);
    Program program = statement.program().sides();
    sides = program.runner();
    bounds = program.errorRunner();
    values = new double[program.outputs()];
    roundings = new double[program.outputs()];
    errors = new double[program.outputs()];
  }

  Seen follow(Point point, BitSet speaks, double end) {
    double[] start = equations.begin(point, end);
    Map<Integration, double[]> ends = new EnumMap<>(Integration.class);
    int evaluations = 0;
    for (Integration integration : Integration.values()) {
      switch (integration.run(equations, start, end)) {
        case Integration.Result.Ended ended -> {
          ends.put(integration, ended.values());
          evaluations = Math.max(evaluations, ended.evaluations());
        }
        case Integration.Result.Failed failed -> {
          return new Seen.Unusable(failed.why(), Optional.of(failed.time()));
        }
      }
    }
    evaluate(ends, accumulated(start, ends.get(Integration.TIGHT), end, evaluations));
    Seen seen = compare(speaks, equations.ended(ends.get(Integration.TIGHT)));
    if (statement.isInside(ends.get(Integration.TIGHT))) {
      return seen;
    }
    return seen instanceof Seen.Suspicious
        ? new Seen.Beyond()
        : new Seen.Unusable("the state leaves its declared domain");
  }

  /** Fills in the outputs at the tightest tolerance, their roundings and their estimated errors. */
  private void evaluate(Map<Integration, double[]> ends, double[] accumulated) {
    double[] end = ends.get(Integration.TIGHT);
    double[] inputs = equations.ended(end);
    bounds.run(inputs, accumulated, values, roundings);
    Arrays.fill(errors, 0);
    double[] other = new double[values.length];
    for (Integration integration : List.of(Integration.LOOSE, Integration.OTHER)) {
      sides.run(equations.ended(ends.get(integration)), other);
      for (int k = 0; k < errors.length; k++) {
        errors[k] = Math.max(errors[k], Math.abs(values[k] - other[k]));
      }
    }
  }

  /**
   * Each step may round every entry at the end once more, and what is integrated is itself rounded:
   * where its terms cancel, by more than it is worth.
   */
  private double[] accumulated(double[] start, double[] last, double end, int evaluations) {
    double[] inputs = equations.ended(last);
    double[] accumulated = new double[inputs.length];
    double[] first = equations.roundings(start, 0);
    double[] second = equations.roundings(last, end);
    statement
        .program()
        .states()
        .forEach(
            (variable, places) -> {
              for (int k = places.end(); k < places.end() + variable.size(); k++) {
                accumulated[k] = evaluations * 0x1p-53 * Math.abs(inputs[k]);
              }
            });
    int k = 0;
    for (int place : statement.program().integrals()) {
      double rounding = SAFETY * end * Math.max(first[k], second[k]);
      accumulated[place] =
          evaluations * 0x1p-53 * Math.abs(inputs[place])
              + (Double.isFinite(rounding) ? rounding : 0);
      k++;
    }
    return accumulated;
  }

  private Seen compare(BitSet speaks, double[] ended) {
    BitSet within = (BitSet) speaks.clone();
    statement
        .timed()
        .forEach(timed -> timed.restricting().restrict(within, entry -> holds(timed, entry)));
    double worst = 0;
    boolean any = false;
    int components = statement.components();
    for (int c = 0; c < components; c++) {
      if (within.get(c / statement.width())) {
        any = true;
        double left = values[c];
        double right = values[components + c];
        double error = SAFETY * (errors[c] + errors[components + c]);
        double bound = error + roundings[c] + roundings[components + c];
        if (!Double.isFinite(left - right) || !Double.isFinite(bound)) {
          return new Seen.Unusable("a side has no value, or its error no bound");
        }
        double size = Math.max(Math.abs(left), Math.abs(right));
        if (bound > BLUNT_ABSOLUTE && bound > BLUNT_RELATIVE * size) {
          return new Seen.Unusable("the estimated error is too large");
        }
        switch (Fit.of(statement.relation(), left - right, bound)) {
          case GOOD ->
              worst =
                  Math.max(
                      worst, Fit.violation(statement.relation(), left - right) / Math.max(1, size));
          case UNCLEAR -> {
            return new Seen.Unusable("the sides are too close to tell them apart");
          }
          case BAD -> {
            return new Seen.Suspicious(c, left, right, bound, within);
          }
        }
      }
    }
    return any
        ? new Seen.Good(worst, ended)
        : new Seen.Unusable("the conditions do not clearly hold");
  }

  private boolean holds(TrajectoryStatement.Timed timed, int entry) {
    int left = timed.left(entry);
    int right = timed.right(entry);
    double margin = CLEAR * (errors[left] + errors[right]) + roundings[left] + roundings[right];
    return Fit.clearly(timed.restricting().relation(), values[left] - values[right], margin);
  }
}
