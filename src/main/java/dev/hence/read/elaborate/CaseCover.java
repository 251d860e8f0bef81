package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether the conditions of cases leave nothing out. They compare one expression with numbers,
 * {@code x < 1}, {@code 1 \le x < 2}, {@code x \ge 2}, or the same two sides with each other.
 * Between two thresholds all values fare alike. Among real numbers a threshold itself may be
 * missing, for it is a kink, which is avoided.
 */
final class CaseCover {
  private static final Rational HALF = Rational.of(1, 2);

  /** How what is compared stands to a number. */
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
        case APPROXIMATELY -> false;
      };
    }

    /** Whether a relation speaks of the threshold alone. */
    boolean singles() {
      return relation == Relation.EQUAL || relation == Relation.NOT_EQUAL;
    }
  }

  private final Scope scope;
  private final Expr compared;
  private final Optional<Expr> other;
  private final Optional<List<List<Bound>>> rows;

  /**
   * @param conditions of the rows, one or more for each
   */
  CaseCover(List<List<Condition>> conditions, Scope scope) {
    Condition first = conditions.getFirst().getFirst();
    this.scope = scope;
    this.compared = number(first.left()).isPresent() ? first.right() : first.left();
    boolean numbers = number(first.left()).isPresent() || number(first.right()).isPresent();
    this.other = numbers ? Optional.empty() : Optional.of(first.right());
    List<List<Bound>> bounds = new ArrayList<>();
    for (List<Condition> row : conditions) {
      bounds.add(row.stream().flatMap(c -> bound(c).stream()).toList());
    }
    boolean all = true;
    for (int k = 0; k < bounds.size(); k++) {
      all &= bounds.get(k).size() == conditions.get(k).size();
    }
    this.rows = all ? Optional.of(bounds) : Optional.empty();
  }

  /** Whether every value has a row, save perhaps the thresholds among real numbers. */
  boolean isComplete() {
    return covers(isDiscrete() || bounds().stream().anyMatch(Bound::singles));
  }

  /** Whether thresholds too have a row. */
  boolean isClosed() {
    return covers(true);
  }

  private List<Bound> bounds() {
    return rows.stream().flatMap(List::stream).flatMap(List::stream).toList();
  }

  private boolean covers(boolean thresholds) {
    return rows.isPresent()
        && values(thresholds).stream()
            .allMatch(
                x -> rows.get().stream().anyMatch(r -> r.stream().allMatch(b -> b.admits(x))));
  }

  private Optional<Bound> bound(Condition c) {
    if (c.left().equals(compared)) {
      return threshold(c.right()).map(n -> new Bound(c.relation(), n));
    }
    return c.right().equals(compared)
        ? threshold(c.left()).map(n -> new Bound(c.relation().mirrored(), n))
        : Optional.empty();
  }

  /** Of two sides that are compared with each other, the first less the second with 0. */
  private Optional<Rational> threshold(Expr side) {
    return other.isEmpty() ? number(side) : other.filter(side::equals).map(o -> Rational.ZERO);
  }

  private static Optional<Rational> number(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> Optional.of(l.value());
      case Expr.Negate n -> number(n.body()).map(Rational::negate);
      default -> Optional.empty();
    };
  }

  /** All values where they are listed, else one between each two thresholds and at both ends. */
  private List<Rational> values(boolean withThresholds) {
    if (other.isEmpty() && domain(compared).orElse(null) instanceof Domain.Finite f) {
      return f.values();
    }
    TreeSet<Rational> thresholds = new TreeSet<>();
    bounds().forEach(b -> thresholds.add(b.number()));
    List<Rational> values = new ArrayList<>(withThresholds ? thresholds : List.of());
    values.add(thresholds.first().minus(Rational.ONE));
    for (Rational threshold : thresholds) {
      Rational next = thresholds.higher(threshold);
      values.add(next == null ? threshold.plus(Rational.ONE) : threshold.plus(next).times(HALF));
    }
    return values;
  }

  /** Whether what is compared is made of whole numbers and labels only. */
  private boolean isDiscrete() {
    return isDiscrete(compared) && other.filter(o -> !isDiscrete(o)).isEmpty();
  }

  private boolean isDiscrete(Expr expr) {
    return !Trees.any(
        expr,
        e ->
            e instanceof Expr.Ref r
                && domain(r)
                    .filter(d -> d instanceof Domain.Finite || d instanceof Domain.Integers)
                    .isEmpty());
  }

  private Optional<Domain> domain(Expr expr) {
    return expr instanceof Expr.Ref r
        ? scope.variable(r.name(), r.indices().size()).map(Declaration.Variable::domain)
        : Optional.empty();
  }
}
