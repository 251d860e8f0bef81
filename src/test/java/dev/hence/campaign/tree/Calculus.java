package dev.hence.campaign.tree;

import java.util.ArrayList;
import java.util.List;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Derivatives by central differences of step 10⁻¹³, with errors near 10⁻²⁶ (10⁻¹³ for second ones);
 * integrals by Gauss and Legendre's rule; means by what the law says.
 */
final class Calculus {
  private static final Apfloat STEP = new Apfloat("1e-13", Grid.DIGITS);
  private static final int NODES = 12;
  private static final List<Apfloat[]> RULE = rule();

  private Calculus() {}

  static Grid derivative(Tree.Derivative derivative, Point point) {
    return switch (derivative.by()) {
      case Tree.Letter l -> byLetter(l.name(), derivative.body(), point);
      case Tree.Member m ->
          byColumn(m.family(), Oracle.whole(m.index(), point) - 1, derivative.body(), point);
      case Tree.Entry e -> {
        Tree.Letter of = (Tree.Letter) e.of();
        int row = Oracle.whole(e.indices().getFirst(), point) - 1;
        int column = e.indices().size() > 1 ? Oracle.whole(e.indices().get(1), point) - 1 : 0;
        yield byEntry(of.name(), row, column, derivative.body(), point);
      }
      default -> throw new IllegalStateException("no derivative by " + derivative.by());
    };
  }

  private static Grid byLetter(String name, Tree body, Point point) {
    Grid at = Oracle.value(new Tree.Letter(name), point);
    if (at.entries().size() == 1) {
      return byEntry(name, 0, 0, body, point);
    }
    Grid result = null;
    for (int i = 0; i < at.rows(); i++) {
      for (int j = 0; j < at.columns(); j++) {
        Grid slope = byEntry(name, i, j, body, point);
        if (result == null) {
          result =
              slope.entries().size() == 1
                  ? Grid.zero(at.rows(), at.columns())
                  : Grid.zero(slope.rows(), at.rows());
        }
        result = put(result, i, j, slope);
      }
    }
    return result;
  }

  /** A number's slope is an entry of the gradient, a column's a column of the Jacobian. */
  private static Grid put(Grid into, int row, int column, Grid slope) {
    if (slope.entries().size() == 1) {
      return into.with(row, column, slope.number());
    }
    Grid result = into;
    for (int k = 0; k < slope.rows(); k++) {
      result = result.with(k, row, slope.at(k, 0));
    }
    return result;
  }

  private static Grid byColumn(String family, int column, Tree body, Point point) {
    Grid at = Oracle.value(new Tree.Letter(family), point);
    Grid result = Grid.zero(at.rows(), 1);
    for (int i = 0; i < at.rows(); i++) {
      result = result.with(i, 0, byEntry(family, i, column, body, point).number());
    }
    return result;
  }

  private static Grid byEntry(String name, int row, int column, Tree body, Point point) {
    Grid at = Oracle.value(new Tree.Letter(name), point);
    Apfloat value = at.at(row, column);
    Grid right = Oracle.value(body, point.with(name, at.with(row, column, value.add(STEP))));
    Grid left = Oracle.value(body, point.with(name, at.with(row, column, value.subtract(STEP))));
    return slope(left, right);
  }

  private static Grid slope(Grid left, Grid right) {
    Apfloat width = STEP.multiply(new Apfloat(2, Grid.DIGITS));
    return right.minus(left).map(x -> x.divide(width));
  }

  static Grid rate(Tree body, Point point) {
    return slope(
        Oracle.value(body, point.at(point.now().subtract(STEP))),
        Oracle.value(body, point.at(point.now().add(STEP))));
  }

  /** On two pieces: some 15 digits of what is analytic nearby. */
  static Grid integral(Tree.Integral integral, Point point) {
    Apfloat from = Oracle.value(integral.from(), point).number();
    Apfloat to = Oracle.value(integral.to(), point).number();
    boolean time = integral.variable().equals(World.TIME);
    int pieces = 2;
    Apfloat half = to.subtract(from).divide(new Apfloat(2L * pieces, Grid.DIGITS));
    Grid sum = null;
    for (int piece = 0; piece < pieces; piece++) {
      Apfloat middle = from.add(half.multiply(new Apfloat(2 * piece + 1, Grid.DIGITS)));
      for (Apfloat[] node : RULE) {
        Apfloat at = middle.add(half.multiply(node[0]));
        Point inside = time ? point.at(at) : point.with(integral.variable(), Grid.of(at));
        Apfloat weight = node[1].multiply(half);
        Grid part = Oracle.value(integral.body(), inside).map(x -> x.multiply(weight));
        sum = sum == null ? part : sum.plus(part);
      }
    }
    return sum;
  }

  /** Nodes and weights on (−1, 1), by Newton's method. */
  private static List<Apfloat[]> rule() {
    List<Apfloat[]> result = new ArrayList<>();
    Apfloat one = new Apfloat(1, Grid.DIGITS);
    for (int k = 1; k <= NODES; k++) {
      Apfloat x = new Apfloat(Math.cos(Math.PI * (k - 0.25) / (NODES + 0.5)), Grid.DIGITS);
      Apfloat slope = one;
      for (int round = 0; round < 7; round++) {
        Apfloat before = one;
        Apfloat value = x;
        for (int n = 2; n <= NODES; n++) {
          Apfloat next =
              x.multiply(value)
                  .multiply(new Apfloat(2 * n - 1, Grid.DIGITS))
                  .subtract(before.multiply(new Apfloat(n - 1, Grid.DIGITS)))
                  .divide(new Apfloat(n, Grid.DIGITS));
          before = value;
          value = next;
        }
        slope =
            x.multiply(value)
                .subtract(before)
                .multiply(new Apfloat(NODES, Grid.DIGITS))
                .divide(x.multiply(x).subtract(one));
        x = x.subtract(value.divide(slope));
      }
      Apfloat weight =
          new Apfloat(2, Grid.DIGITS)
              .divide(one.subtract(x.multiply(x)).multiply(slope).multiply(slope));
      result.add(new Apfloat[] {x, weight});
    }
    return result;
  }

  /**
   * Over an index by the sum over its values; of a normal letter x, whose standard deviation is the
   * value of {@code x*}, by the three-, five- … point rule: the moments of a polynomial of degree
   * below 10, found by interpolation.
   */
  static Grid mean(Tree.Mean mean, Point point) {
    Grid deviation = point.value(mean.random() + "*").orElse(null);
    if (deviation == null) {
      int count = Oracle.whole(new Tree.Letter(mean.random() + "#"), point);
      Grid sum = null;
      for (int k = 1; k <= count; k++) {
        Grid part = Oracle.value(mean.body(), point.with(mean.random(), Grid.of(k)));
        sum = sum == null ? part : sum.plus(part);
      }
      return sum.over(Grid.of(count));
    }
    return Grid.of(Moments.mean(x -> numberAt(mean, point, x), deviation.number()));
  }

  private static Apfloat numberAt(Tree.Mean mean, Point point, Apfloat x) {
    return Oracle.value(mean.body(), point.with(mean.random(), Grid.of(x))).number();
  }

  static Apfloat abs(Apfloat x) {
    return ApfloatMath.abs(x);
  }
}
