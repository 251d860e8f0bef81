package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what depends on a condition: cases and indicators. */
final class Distinctions {
  private static final Expr ONE = new Expr.Literal(Rational.ONE);
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private final Context context;

  Distinctions(Context context) {
    this.context = context;
  }

  /** 1 where every relation of a chain holds, else 0. */
  Expr indicator(Syntax.Chain chain) {
    List<Condition> all =
        new Formulas(context).conditions(Optional.of(chain.first()), chain.links(), chain.span());
    return where(all, ONE, ZERO);
  }

  /** The sign of a number; that of 0 is 0. */
  static Expr sign(Expr x) {
    Expr negative =
        new Expr.Cases(new Condition(x, Relation.LESS, ZERO), new Expr.Negate(ONE), ZERO);
    return new Expr.Cases(new Condition(x, Relation.GREATER, ZERO), ONE, negative);
  }

  /**
   * Cases by rows. The last row needs no condition, or one that holds wherever no other does: what
   * holds elsewhere is never made up.
   */
  Expr cases(Syntax.Cases cases) {
    List<Syntax.Case> rows = cases.rows();
    List<List<Condition>> conditions = rows.stream().map(row -> conditions(row, cases)).toList();
    int last = rows.size() - 1;
    if (conditions.subList(0, last).stream().anyMatch(List::isEmpty)) {
      throw Formulas.unsupported(cases, "a case without a condition");
    }
    if (!conditions.get(last).isEmpty() && !isExhaustive(conditions)) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          rows.get(last).span(),
          "nothing says what holds where none of the cases does",
          "end the last row with \\text{otherwise}");
    }
    boolean open = !conditions.get(last).isEmpty() && !isClosed(conditions);
    Expr result = new Formulas(context).expr(rows.get(last).value());
    for (int k = last - 1; k >= 0; k--) {
      Expr value = new Formulas(context).expr(rows.get(k).value());
      Expr otherwise = Shapes.fitted(result, value.shape());
      Expr then = Shapes.fitted(value, otherwise.shape());
      Shapes.requireSame(then, otherwise, "cases", rows.get(k).span());
      result = where(conditions.get(k), then, otherwise, open);
    }
    return result;
  }

  /** One value where every condition holds, another elsewhere. */
  private static Expr where(List<Condition> conditions, Expr then, Expr otherwise) {
    return where(conditions, then, otherwise, false);
  }

  /**
   * @param open whether there is no value where sides are equal that one is said to be larger of
   */
  private static Expr where(List<Condition> conditions, Expr then, Expr otherwise, boolean open) {
    Expr result = then;
    for (int k = conditions.size() - 1; k >= 0; k--) {
      Relation relation = conditions.get(k).relation();
      boolean strict = relation == Relation.LESS || relation == Relation.GREATER;
      result = new Expr.Cases(conditions.get(k), result, otherwise, open && strict);
    }
    return result;
  }

  private List<Condition> conditions(Syntax.Case row, Syntax.Cases cases) {
    List<Condition> all = new ArrayList<>();
    for (dev.hence.read.math.Condition c : row.conditions()) {
      if (c.kind() == dev.hence.read.math.Condition.Kind.NOTE) {
        throw Formulas.unsupported(cases, "the condition “" + c.words() + "”");
      }
      c.clauses()
          .forEach(
              clause ->
                  all.addAll(
                      new Formulas(context)
                          .conditions(clause.first(), clause.links(), clause.span())));
    }
    return all;
  }

  // Whether conditions leave nothing out

  private boolean isExhaustive(List<List<Condition>> rows) {
    Expr compared = RealLine.compared(rows.getFirst().getFirst());
    boolean single = rows.stream().allMatch(row -> row.size() == 1);
    return rows.size() > 1
        && ((single && compareAlike(rows.stream().map(List::getFirst).toList()))
            || RealLine.isCovered(compared, rows, isDiscrete(compared)));
  }

  /** Whether thresholds too belong to one of the rows. */
  private boolean isClosed(List<List<Condition>> rows) {
    Expr compared = RealLine.compared(rows.getFirst().getFirst());
    List<Condition> firsts = rows.stream().map(List::getFirst).toList();
    boolean single = rows.stream().allMatch(row -> row.size() == 1);
    return (single && coversLabels(firsts))
        || (single
            && isAlike(firsts)
            && firsts.stream().anyMatch(c -> allowsEquality(c.relation())))
        || RealLine.isCovered(compared, rows, true);
  }

  private static boolean isAlike(List<Condition> conditions) {
    Condition first = conditions.getFirst();
    return conditions.stream().allMatch(c -> oriented(c, first.left(), first.right()).isPresent());
  }

  private static boolean allowsEquality(Relation relation) {
    return switch (relation) {
      case EQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL -> true;
      case NOT_EQUAL, LESS, GREATER, APPROXIMATELY -> false;
    };
  }

  /** Whether the rows compare the same two sides, or one name with all its values. */
  private boolean compareAlike(List<Condition> conditions) {
    Condition first = conditions.getFirst();
    List<Condition> alike =
        conditions.stream()
            .flatMap(c -> oriented(c, first.left(), first.right()).stream())
            .toList();
    if (alike.size() == conditions.size()) {
      boolean discrete = isDiscrete(first.left()) && isDiscrete(first.right());
      return coversAll(alike.stream().map(Condition::relation).toList(), discrete);
    }
    return coversLabels(conditions);
  }

  /** A condition with its sides in a given order, if these are its sides. */
  private static Optional<Condition> oriented(Condition c, Expr left, Expr right) {
    if (c.left().equals(left) && c.right().equals(right)) {
      return Optional.of(c);
    }
    return c.left().equals(right) && c.right().equals(left)
        ? Optional.of(new Condition(left, c.relation().mirrored(), right))
        : Optional.empty();
  }

  /**
   * Below, equal and above. Between real numbers equality may be missing: it is a kink, which is
   * avoided.
   */
  private static boolean coversAll(List<Relation> relations, boolean discrete) {
    Set<Relation> all = Set.copyOf(relations);
    boolean unequal = all.contains(Relation.NOT_EQUAL);
    boolean below = unequal || all.contains(Relation.LESS) || all.contains(Relation.LESS_OR_EQUAL);
    boolean above =
        unequal || all.contains(Relation.GREATER) || all.contains(Relation.GREATER_OR_EQUAL);
    boolean equal =
        all.contains(Relation.EQUAL)
            || all.contains(Relation.LESS_OR_EQUAL)
            || all.contains(Relation.GREATER_OR_EQUAL);
    return below && above && (equal || (!unequal && !discrete));
  }

  /** Whether an expression is made of whole numbers and labels only. */
  private boolean isDiscrete(Expr expr) {
    return !Trees.any(expr, e -> e instanceof Expr.Ref r && !isLabel(r));
  }

  private boolean isLabel(Expr.Ref ref) {
    return context
        .variable(ref.name(), ref.indices().size())
        .map(Declaration.Variable::domain)
        .filter(d -> d instanceof Domain.Finite || d instanceof Domain.Integers)
        .isPresent();
  }

  /** {@code y = 0} and {@code y = 1} for a y that is one of both. */
  private boolean coversLabels(List<Condition> conditions) {
    List<Rational> named = new ArrayList<>();
    for (Condition c : conditions) {
      boolean same = c.left().equals(conditions.getFirst().left());
      if (same && c.relation() == Relation.EQUAL) {
        number(c.right()).ifPresent(named::add);
      }
    }
    return named.size() == conditions.size()
        && conditions.getFirst().left() instanceof Expr.Ref r
        && context
            .variable(r.name(), r.indices().size())
            .map(Declaration.Variable::domain)
            .filter(d -> d instanceof Domain.Finite f && named.containsAll(f.values()))
            .isPresent();
  }

  private static Optional<Rational> number(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> Optional.of(l.value());
      case Expr.Negate n -> number(n.body()).map(Rational::negate);
      default -> Optional.empty();
    };
  }
}
