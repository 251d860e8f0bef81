package dev.hence.eval;

import dev.hence.expr.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Roots of equations, enclosed with certainty: where K(X) = x − C f(x) + (I − C f′(X)) (X − x) lies
 * inside of the box X, X holds exactly one root, and K(X) does (R. Krawczyk 1969; A. Neumaier,
 * Interval Methods for Systems of Equations, theorem 5.1.8).
 */
final class Krawczyk {
  /** Boxes from this size on, each so many times larger than the one before. */
  private static final double SMALLEST = 0x1p-46;

  private static final double LARGER = 64;
  private static final double LARGEST = 0.1;
  private static final int MOST_STEPS = 80;
  private static final int MOST_UNKNOWNS = 24;
  private static final Rational HALF = Rational.of(1, 2);

  private final EquationSystem system;
  private final Enclosures field;
  private final DualField<Enclosure> duals;
  private final List<Rational> fixed;
  private final List<Integer> unknowns;
  private final Rational[][] inverse;

  private Krawczyk(
      EquationSystem system,
      Enclosures field,
      List<Rational> fixed,
      List<Integer> unknowns,
      Rational[][] inverse) {
    this.system = system;
    this.field = field;
    this.fixed = fixed;
    this.unknowns = unknowns;
    this.inverse = inverse;
    this.duals = new DualField<>(field, unknowns.size());
  }

  /**
   * @param at exact values of all inputs
   * @param moving which of them may be others
   */
  static Optional<List<Enclosure>> root(
      EquationSystem system, List<Rational> at, List<Integer> moving, Enclosures field) {
    double[][] slopes = slopes(system, at, moving);
    int rows = slopes.length;
    if (rows == 0 || rows > moving.size() || rows > MOST_UNKNOWNS) {
      return Optional.empty();
    }
    Pivots pivots = Pivots.of(slopes);
    if (pivots.columns().size() < rows) {
      return Optional.empty();
    }
    List<Integer> unknowns = pivots.columns().stream().map(moving::get).toList();
    return Pivots.inverse(slopes, pivots.columns())
        .flatMap(c -> new Krawczyk(system, field, at, unknowns, c).root());
  }

  private static double[][] slopes(EquationSystem system, List<Rational> at, List<Integer> moving) {
    DualField<Double> duals = new DualField<>(new Doubles(), moving.size());
    List<Dual<Double>> inputs = new ArrayList<>();
    for (int k = 0; k < at.size(); k++) {
      int direction = moving.indexOf(k);
      double value = at.get(k).toDouble();
      inputs.add(direction < 0 ? duals.constant(value) : duals.variable(value, direction));
    }
    return system.residuals(duals, inputs).stream()
        .map(r -> row(duals, r, moving.size()))
        .toArray(double[][]::new);
  }

  private static double[] row(DualField<Double> duals, Dual<Double> residual, int width) {
    double[] row = new double[width];
    for (int k = 0; k < width; k++) {
      row[k] = duals.partial(residual, k);
    }
    return row;
  }

  private Optional<List<Enclosure>> root() {
    List<Rational> middle = unknowns.stream().map(fixed::get).toList();
    for (double size = SMALLEST; size <= LARGEST; size *= LARGER) {
      Optional<List<Enclosure>> found = within(middle, size);
      if (found.isPresent()) {
        return found.map(this::refined).map(this::all);
      }
    }
    return Optional.empty();
  }

  /** A smaller box with a root, if it is certain that a box of some size has one. */
  private Optional<List<Enclosure>> within(List<Rational> middle, double size) {
    List<Enclosure> box = new ArrayList<>();
    for (Rational m : middle) {
      double radius = size * Math.max(1, Math.abs(m.toDouble()));
      Rational r = Rational.of(radius);
      box.add(field.between(m.minus(r), m.plus(r)));
    }
    try {
      List<Enclosure> image = image(middle, box);
      for (int k = 0; k < box.size(); k++) {
        boolean inside =
            image.get(k).lower().compareTo(box.get(k).lower()) > 0
                && image.get(k).upper().compareTo(box.get(k).upper()) < 0;
        if (!inside) {
          return Optional.empty();
        }
      }
      return Optional.of(image);
    } catch (EvaluationException unclear) {
      return Optional.empty();
    }
  }

  /** K of the box around a point in it. */
  private List<Enclosure> image(List<Rational> middle, List<Enclosure> box) {
    List<Enclosure> here = system.residuals(field, inputs(middle.stream().map(field::of).toList()));
    List<Dual<Enclosure>> variables = new ArrayList<>();
    for (int k = 0; k < box.size(); k++) {
      variables.add(duals.variable(box.get(k), k));
    }
    List<Dual<Enclosure>> there = system.residuals(duals, dualInputs(variables));
    int n = box.size();
    List<Enclosure> image = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Enclosure sum = field.of(middle.get(i));
      for (int row = 0; row < n; row++) {
        sum = field.subtract(sum, field.multiply(field.of(inverse[i][row]), here.get(row)));
      }
      for (int j = 0; j < n; j++) {
        Enclosure factor = field.of(i == j ? 1 : 0);
        for (int row = 0; row < n; row++) {
          Enclosure slope = duals.partial(there.get(row), j);
          factor = field.subtract(factor, field.multiply(field.of(inverse[i][row]), slope));
        }
        Enclosure distance = field.subtract(box.get(j), field.of(middle.get(j)));
        sum = field.add(sum, field.multiply(factor, distance));
      }
      image.add(sum);
    }
    return image;
  }

  /** A box that holds a root, made smaller as long as that helps. */
  private List<Enclosure> refined(List<Enclosure> box) {
    List<Enclosure> best = box;
    for (int step = 0; step < MOST_STEPS; step++) {
      List<Enclosure> next = image(best.stream().map(this::middle).toList(), best);
      if (!isSmaller(next, best)) {
        return best;
      }
      best = next;
    }
    return best;
  }

  private static boolean isSmaller(List<Enclosure> box, List<Enclosure> than) {
    for (int k = 0; k < box.size(); k++) {
      if (box.get(k).radius().compareTo(than.get(k).radius()) > 0) {
        return false;
      }
    }
    return size(box).multiply(BigDecimal.TWO).compareTo(size(than)) < 0;
  }

  private static BigDecimal size(List<Enclosure> box) {
    return box.stream().map(Enclosure::radius).reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  /** A short number near the middle of an enclosure, in it. */
  private Rational middle(Enclosure enclosure) {
    return enclosure.lower().plus(enclosure.upper()).times(HALF);
  }

  private List<Enclosure> inputs(List<Enclosure> values) {
    return all(values);
  }

  private List<Enclosure> all(List<Enclosure> values) {
    List<Enclosure> all = new ArrayList<>(fixed.stream().map(field::of).toList());
    for (int k = 0; k < values.size(); k++) {
      all.set(unknowns.get(k), values.get(k));
    }
    return all;
  }

  private List<Dual<Enclosure>> dualInputs(List<Dual<Enclosure>> values) {
    List<Dual<Enclosure>> all =
        new ArrayList<>(fixed.stream().map(f -> duals.constant(field.of(f))).toList());
    for (int k = 0; k < values.size(); k++) {
      all.set(unknowns.get(k), values.get(k));
    }
    return all;
  }
}
