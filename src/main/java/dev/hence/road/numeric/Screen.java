package dev.hence.road.numeric;

import dev.hence.eval.ErrorRunner;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Point;
import java.util.BitSet;
import java.util.Optional;

/**
 * Compares the sides in doubles, with bounds on their rounding errors. It only screens: what it
 * cannot pass is decided elsewhere.
 */
final class Screen {
  /** Where the bound is an estimate (matrix exponentials), it may be a little too small. */
  private static final double SAFETY = 4;

  /** A difference of so many rounding errors is none of them. */
  private static final double FAR = 1e6;

  /** A bound this large, absolutely and relative to the values, says too little. */
  private static final double BLUNT_RELATIVE = 1e-6;

  private static final double BLUNT_ABSOLUTE = 1e-9;

  /** By how much, relatively, an input may be off that is found by Newton's method in doubles. */
  private static final double NEAR = 0x1p-46;

  /** How steep heights are where they would be flat. */
  private static final double TILT = 1e-3;

  /** At points of moderate size no quadrature in doubles is off by so much. */
  private static final double WIDE = 1e-2;

  /** What doubles say of one entry. */
  enum Look {
    /** As far as doubles can tell the relation holds. */
    GOOD,
    /** It is to be decided exactly. */
    DOUBTFUL,
    LEFT_UNDEFINED,
    OVERFLOW,
    KINK
  }

  private final PointProgram program;
  private final Relation relation;
  private final Optional<Rational> tolerance;
  private final int components;
  private final ErrorRunner runner;
  private final double[] inputs;
  private final double[] inputErrors;
  private final double[] values;
  private final double[] bounds;

  /**
   * @param tolerance by how much the sides may differ
   */
  Screen(PointProgram program, Relation relation, Optional<Rational> tolerance) {
    this.program = program;
    this.relation = relation;
    this.tolerance = tolerance;
    components = program.sizes().getFirst();
    runner = program.program().errorRunner();
    inputs = new double[program.program().inputs()];
    inputErrors = new double[program.program().inputs()];
    values = new double[program.program().outputs()];
    bounds = new double[program.program().outputs()];
  }

  Relation relation() {
    return relation;
  }

  /** Computes the sides at a point, to be looked at entry by entry. */
  void run(Point point) {
    run(new Position.Exact(point));
  }

  void run(Position position) {
    Entries.fill(program, position.point(), inputs, inputErrors);
    if (position instanceof Position.Near) {
      for (int k = 0; k < inputs.length; k++) {
        inputErrors[k] = Math.max(inputErrors[k], Math.abs(inputs[k]) * NEAR);
      }
    }
    runner.run(inputs, inputErrors, values, bounds);
  }

  /** The same for doubles, however they came about. */
  void run(double[] at) {
    runner.run(at, values, bounds);
  }

  /** The doubles of a point, in the order of the program. */
  double[] inputs(Point point) {
    Entries.fill(program, point, inputs, inputErrors);
    return inputs.clone();
  }

  /** Where the first entry of a variable stands among the inputs, or −1. */
  int place(Variable variable) {
    int place = 0;
    for (Variable other : program.variables()) {
      if (other.equals(variable)) {
        return place;
      }
      place += other.size();
    }
    return -1;
  }

  Look look(int component) {
    double left = values[component];
    double right = values[components + component];
    double bound = SAFETY * (bounds[component] + bounds[components + component]);
    if (Double.isNaN(left)) {
      return Look.LEFT_UNDEFINED;
    }
    if (Double.isInfinite(left) || Double.isInfinite(right)) {
      return Look.OVERFLOW;
    }
    if (!Double.isFinite(bound)) {
      return Double.isFinite(right) && runner.kinks() > 0 ? Look.KINK : Look.DOUBTFUL;
    }
    if (runner.kinks() > 0) {
      return Look.KINK;
    }
    if (tolerance.isPresent()) {
      return Look.DOUBTFUL;
    }
    boolean good = Fit.of(relation, left - right, bound) == Fit.GOOD;
    return good && !isBlunt(left, right, bound) ? Look.GOOD : Look.DOUBTFUL;
  }

  /** Whether the sides of an inequality are equal as far as doubles can tell. */
  boolean touches(int component) {
    double bound = SAFETY * (bounds[component] + bounds[components + component]);
    return relation.isInequality() && Math.abs(difference(component)) <= bound;
  }

  /** Whether the relation fails by far more than rounding and a bent branch could explain. */
  boolean isClearlyFalse(int component) {
    double bound = FAR * (bounds[component] + bounds[components + component]);
    return look(component) == Look.DOUBTFUL && excess(difference(component)) > bound;
  }

  /** Whether the relation fails by a good part of the sides, and no kink lies at the point. */
  boolean failsWidely(int component) {
    double size = Math.max(1, Math.max(Math.abs(left(component)), Math.abs(right(component))));
    return look(component) == Look.DOUBTFUL && excess(difference(component)) > WIDE * size;
  }

  private static boolean isBlunt(double left, double right, double bound) {
    return bound > BLUNT_ABSOLUTE
        && bound > BLUNT_RELATIVE * Math.max(Math.abs(left), Math.abs(right));
  }

  /**
   * By how much the relation is violated, relative to the sizes of the terms; negative where it is
   * not. The sizes are read off the rounding bound, which is their sum times the unit roundoff or
   * more.
   */
  double violation(int component) {
    return excess(difference(component)) / Math.max(size(component), Double.MIN_NORMAL);
  }

  /**
   * By how much the relation is violated, as a height to climb. Relative to the sizes of the terms
   * alone it would be flat where they shrink together, as those of −w² < 0 do; and far away it is,
   * where the sides differ by all that there is, as those of (x − π)² > 0 do: there it leans a
   * little to where they differ by less.
   */
  double height(int component) {
    double size = Math.max(size(component), 1);
    double excess = excess(difference(component));
    double relative = Double.isFinite(size) ? excess / size : Double.NaN;
    return relative < 0 ? relative - TILT * Math.log1p(-excess) : relative;
  }

  /** The greatest height over some entries that have one. */
  double height(BitSet entries) {
    return entries.stream()
        .mapToDouble(this::height)
        .filter(height -> !Double.isNaN(height))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /**
   * The least of the side that is to be larger − the other, over some entries; of ≠, their least
   * distance.
   */
  double gap(BitSet entries) {
    return entries.stream()
        .mapToDouble(component -> -excess(difference(component)))
        .filter(gap -> !Double.isNaN(gap))
        .min()
        .orElse(Double.NaN);
  }

  double left(int component) {
    return values[component];
  }

  double right(int component) {
    return values[components + component];
  }

  double difference(int component) {
    return values[component] - values[components + component];
  }

  private double size(int component) {
    return Math.max(
        Math.max(Math.abs(values[component]), Math.abs(values[components + component])),
        (bounds[component] + bounds[components + component]) * 0x1p48);
  }

  private double excess(double difference) {
    return switch (relation) {
      case EQUAL, APPROXIMATELY -> Math.abs(difference);
      case NOT_EQUAL -> -Math.abs(difference);
      case LESS, LESS_OR_EQUAL -> difference;
      case GREATER, GREATER_OR_EQUAL -> -difference;
    };
  }
}
