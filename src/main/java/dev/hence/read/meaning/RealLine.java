package dev.hence.read.meaning;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Cases that compare one expression with numbers: {@code x < 1}, {@code 1 \le x < 2}, {@code x \ge
 * 2}. Between two thresholds all of its values fare alike. Among real numbers a threshold itself
 * may be missing, for it is a kink, which is avoided.
 */
final class RealLine {
  private static final Rational HALF = Rational.of(1, 2);

  /** The relation of the one expression to a number. */
  private record Bound(Relation relation, Rational number) {
    boolean admits(Rational value) {
      int order = value.compareTo(number);
      return switch (relation) {
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
        case EQUAL -> order == 0;
        case NOT_EQUAL -> order != 0;
        default -> false;
      };
    }
  }

  private RealLine() {}

  /**
   * Whether every value satisfies all the conditions of some row.
   *
   * @param discrete whether values at thresholds count
   */
  static boolean isCovered(Expr compared, List<List<Condition>> rows, boolean discrete) {
    List<List<Bound>> bounds = new ArrayList<>();
    TreeSet<Rational> thresholds = new TreeSet<>();
    for (List<Condition> row : rows) {
      List<Bound> found = row.stream().flatMap(c -> bound(c, compared).stream()).toList();
      if (found.size() < row.size()) {
        return false;
      }
      bounds.add(found);
      found.forEach(b -> thresholds.add(b.number()));
    }
    List<Rational> values = between(thresholds);
    if (discrete) {
      values.addAll(thresholds);
    }
    return values.stream()
        .allMatch(x -> bounds.stream().anyMatch(row -> row.stream().allMatch(b -> b.admits(x))));
  }

  /** What a condition compares with a number. */
  static Expr compared(Condition condition) {
    return number(condition.left()).isPresent() ? condition.right() : condition.left();
  }

  private static Optional<Bound> bound(Condition c, Expr compared) {
    if (c.left().equals(compared)) {
      return number(c.right()).map(n -> new Bound(c.relation(), n));
    }
    return c.right().equals(compared)
        ? number(c.left()).map(n -> new Bound(c.relation().mirrored(), n))
        : Optional.empty();
  }

  private static Optional<Rational> number(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> Optional.of(l.value());
      case Expr.Negate n -> number(n.body()).map(Rational::negate);
      default -> Optional.empty();
    };
  }

  /** A number below all the thresholds, one between each two, and one above. */
  private static List<Rational> between(NavigableSet<Rational> thresholds) {
    List<Rational> points = new ArrayList<>();
    points.add(thresholds.first().minus(Rational.ONE));
    for (Rational threshold : thresholds) {
      Rational next = thresholds.higher(threshold);
      points.add(next == null ? threshold.plus(Rational.ONE) : threshold.plus(next).times(HALF));
    }
    return points;
  }
}
