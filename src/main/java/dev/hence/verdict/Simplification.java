package dev.hence.verdict;

import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Side conditions in few and simple words: a product is not 0 where no factor is; x² &gt; 0 is x ≠
 * 0; what others imply is left out.
 */
final class Simplification {
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private final Signs signs;

  Simplification(Signs signs) {
    this.signs = signs;
  }

  /**
   * @param assumed what is said anyway
   */
  List<Condition> of(List<Condition> conditions, List<Condition> assumed) {
    SequencedSet<Condition> simple = new LinkedHashSet<>();
    conditions.forEach(c -> add(c, simple));
    SequencedSet<Condition> known = new LinkedHashSet<>();
    assumed.forEach(c -> add(c, known));
    List<Condition> merged = merged(List.copyOf(simple));
    return merged.stream()
        .filter(c -> known.stream().noneMatch(k -> implies(k, c)))
        .filter(c -> merged.stream().noneMatch(o -> !o.equals(c) && implies(o, c)))
        .filter(c -> !isProductOf(c, merged))
        .toList();
  }

  private static Condition mirrored(Condition c) {
    return new Condition(/* left= */ c.right(), c.relation().mirrored(), /* right= */ c.left());
  }

  private void add(Condition c, SequencedSet<Condition> out) {
    if (isZero(c.left()) && !isZero(c.right())) {
      add(mirrored(c), out);
    } else if (!isZero(c.right())) {
      out.add(c);
    } else {
      switch (c.relation()) {
        case NOT_EQUAL -> nonzero(c.left(), out);
        case GREATER -> positive(c.left(), out);
        case GREATER_OR_EQUAL -> nonnegative(c.left(), out);
        case EQUAL, LESS, LESS_OR_EQUAL, APPROXIMATELY -> out.add(c);
      }
    }
  }

  private static boolean isZero(Expr expr) {
    return expr.equals(ZERO);
  }

  private void nonzero(Expr expr, SequencedSet<Condition> out) {
    if (signs.isNonzero(expr)) {
      return;
    }
    switch (expr) {
      case Expr.Negate n -> nonzero(n.body(), out);
      case Expr.Multiply m when expr.shape().isScalar() && m.left().shape().isScalar() -> {
        nonzero(m.left(), out);
        nonzero(m.right(), out);
      }
      case Expr.Divide d -> nonzero(d.numerator(), out);
      case Expr.Power p when isPositive(p.exponent()) -> nonzero(p.base(), out);
      case Expr.Abs a -> nonzero(a.body(), out);
      case Expr.Root r -> nonzero(r.body(), out);
      case Expr.Apply a when a.function() == ElementaryFunction.SQRT -> nonzero(a.argument(), out);
      case Expr.Determinant d -> invertible(d.body(), out);
      case Expr.Add a when difference(a).isPresent() -> out.add(difference(a).get());
      default -> out.add(new Condition(expr, Relation.NOT_EQUAL, ZERO));
    }
  }

  private void invertible(Expr matrix, SequencedSet<Condition> out) {
    switch (matrix) {
      case Expr.Transpose t -> invertible(t.body(), out);
      case Expr.Power p -> invertible(p.base(), out);
      case Expr.Multiply m when isSquare(m.left()) && isSquare(m.right()) -> {
        invertible(m.left(), out);
        invertible(m.right(), out);
      }
      default -> {
        Expr determinant = new Expr.Determinant(matrix);
        if (!signs.isNonzero(determinant)) {
          out.add(new Condition(determinant, Relation.NOT_EQUAL, ZERO));
        }
      }
    }
  }

  private static boolean isSquare(Expr matrix) {
    return matrix.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns());
  }

  /** a ≠ b for a − b ≠ 0. */
  private static Optional<Condition> difference(Expr.Add sum) {
    return sum.terms().size() == 2 && sum.terms().get(1) instanceof Expr.Negate n
        ? Optional.of(new Condition(sum.terms().get(0), Relation.NOT_EQUAL, n.body()))
        : Optional.empty();
  }

  private void positive(Expr expr, SequencedSet<Condition> out) {
    if (signs.isPositive(expr)) {
      return;
    }
    if (signs.isNonnegative(expr)) {
      nonzero(expr, out);
      return;
    }
    ordered(expr, Relation.GREATER, out);
  }

  private void nonnegative(Expr expr, SequencedSet<Condition> out) {
    if (!signs.isNonnegative(expr)) {
      ordered(expr, Relation.GREATER_OR_EQUAL, out);
    }
  }

  private void ordered(Expr expr, Relation relation, SequencedSet<Condition> out) {
    switch (expr) {
      case Expr.Multiply m when signs.isPositive(m.left()) -> add(m.right(), relation, out);
      case Expr.Multiply m when signs.isPositive(m.right()) -> add(m.left(), relation, out);
      case Expr.Divide d when signs.isPositive(d.denominator()) ->
          add(d.numerator(), relation, out);
      case Expr.Divide d when signs.isPositive(d.numerator()) ->
          add(d.denominator(), Relation.GREATER, out);
      case Expr.Root r when r.degree() % 2 != 0 -> add(r.body(), relation, out);
      case Expr.Power p when isOdd(p.exponent()) -> add(p.base(), relation, out);
      case Expr.Determinant d when d.body() instanceof Expr.Power p && isOdd(p.exponent()) ->
          add(new Expr.Determinant(p.base()), Relation.GREATER, out);
      default -> out.add(new Condition(expr, relation, ZERO));
    }
  }

  private void add(Expr expr, Relation relation, SequencedSet<Condition> out) {
    add(new Condition(expr, relation, ZERO), out);
  }

  private static boolean isPositive(Expr exponent) {
    return exponent instanceof Expr.Literal l && l.value().signum() > 0;
  }

  /** An odd integer, ±1, ±3, …. */
  private static boolean isOdd(Expr exponent) {
    return switch (exponent) {
      case Expr.Literal l -> l.value().isInteger() && l.value().numerator().testBit(0);
      case Expr.Negate n -> isOdd(n.body());
      default -> false;
    };
  }

  // What others imply

  /** x ≥ 0 and x ≠ 0 together are x &gt; 0. */
  private static List<Condition> merged(List<Condition> conditions) {
    List<Condition> merged = new ArrayList<>();
    for (Condition c : conditions) {
      boolean nonzero = conditions.contains(new Condition(c.left(), Relation.NOT_EQUAL, c.right()));
      boolean strict = c.relation() == Relation.GREATER_OR_EQUAL && nonzero;
      merged.add(strict ? new Condition(c.left(), Relation.GREATER, c.right()) : c);
    }
    return merged.stream().distinct().toList();
  }

  private static boolean implies(Condition known, Condition wanted) {
    if (!known.left().equals(wanted.left())
        && known.left().equals(wanted.right())
        && known.right().equals(wanted.left())) {
      return implies(mirrored(known), wanted);
    }
    if (!known.left().equals(wanted.left())) {
      return false;
    }
    return known.right().equals(wanted.right())
        ? implies(known.relation(), wanted.relation())
        : isAbove(known, wanted);
  }

  private static boolean implies(Relation known, Relation wanted) {
    return known == wanted
        || (known == Relation.GREATER
            && (wanted == Relation.GREATER_OR_EQUAL || wanted == Relation.NOT_EQUAL))
        || (known == Relation.LESS
            && (wanted == Relation.LESS_OR_EQUAL || wanted == Relation.NOT_EQUAL));
  }

  /** x &gt; 1 where x &gt; 0 is asked. */
  private static boolean isAbove(Condition known, Condition wanted) {
    if (!(known.right() instanceof Expr.Literal k) || !(wanted.right() instanceof Expr.Literal w)) {
      return false;
    }
    int order = k.value().compareTo(w.value());
    boolean above =
        known.relation() == Relation.GREATER || known.relation() == Relation.GREATER_OR_EQUAL;
    boolean below = known.relation() == Relation.LESS || known.relation() == Relation.LESS_OR_EQUAL;
    return switch (wanted.relation()) {
      case GREATER, GREATER_OR_EQUAL -> above && order > 0;
      case LESS, LESS_OR_EQUAL -> below && order < 0;
      case NOT_EQUAL -> (above && order > 0) || (below && order < 0);
      case EQUAL, APPROXIMATELY -> false;
    };
  }

  /** x·y ≥ 0 beside x ≥ 0 and y ≥ 0. */
  private boolean isProductOf(Condition c, List<Condition> others) {
    if (!(c.left() instanceof Expr.Multiply m) || !isZero(c.right())) {
      return false;
    }
    return List.of(m.left(), m.right()).stream()
        .allMatch(
            factor ->
                others.stream()
                    .anyMatch(o -> implies(o, new Condition(factor, c.relation(), ZERO))));
  }
}
