package dev.hence.read.iteration;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An equation as a·v + r = 0, v being an iterate or a derivative and a number its coefficient, or a
 * square matrix that stands before it.
 */
public final class LinearEquation {
  private final Expr unknown;

  public LinearEquation(Expr unknown) {
    this.unknown = unknown;
  }

  /** a·v + r; without a there is no v. */
  private record Split(Optional<Expr> coefficient, Optional<Expr> rest) {}

  /**
   * What the equation says that the unknown is: −r/a, or −a⁻¹r. Empty if it is not linear in it,
   * with a number or a square matrix as coefficient.
   */
  public Optional<Expr> solved(Expr left, Expr right) {
    return split(left)
        .flatMap(l -> split(right).map(r -> sum(List.of(l, negated(r)))))
        .flatMap(this::solved);
  }

  private Optional<Expr> solved(Split all) {
    if (all.coefficient().isEmpty()) {
      return Optional.empty();
    }
    Expr coefficient = all.coefficient().get();
    Expr rest = all.rest().orElseGet(() -> new Expr.Filled(Rational.ZERO, unknown.shape()));
    if (unknown.shape().isScalar() && all.rest().isEmpty()) {
      return Optional.of(new Expr.Literal(Rational.ZERO));
    }
    if (!coefficient.shape().isScalar()) {
      return Optional.of(new Expr.Multiply(inverse(coefficient), negative(rest)));
    }
    return Optional.of(
        isOne(coefficient) ? negative(rest) : new Expr.Divide(negative(rest), coefficient));
  }

  private static boolean isOne(Expr expr) {
    return expr instanceof Expr.Literal l && l.value().equals(Rational.ONE);
  }

  private static Expr inverse(Expr matrix) {
    return new Expr.Power(matrix, new Expr.Literal(Rational.of(-1)));
  }

  private static Expr negative(Expr expr) {
    return switch (expr) {
      case Expr.Add a -> new Expr.Add(a.terms().stream().map(LinearEquation::negative).toList());
      case Expr.Negate n -> n.body();
      default -> new Expr.Negate(expr);
    };
  }

  /** The parts of a side; empty if it is not linear. */
  private Optional<Split> split(Expr expr) {
    if (expr.equals(unknown)) {
      return Optional.of(new Split(Optional.of(new Expr.Literal(Rational.ONE)), Optional.empty()));
    }
    if (!Trees.any(expr, unknown::equals)) {
      return Optional.of(new Split(Optional.empty(), Optional.of(expr)));
    }
    return switch (expr) {
      case Expr.Add a -> all(a.terms()).map(LinearEquation::sum);
      case Expr.Negate n -> split(n.body()).map(LinearEquation::negated);
      case Expr.Multiply m when isNumber(m.left()) ->
          split(m.right()).map(s -> scaled(m.left(), s));
      case Expr.Multiply m when isNumber(m.right()) ->
          split(m.left()).map(s -> scaled(m.right(), s));
      case Expr.Multiply m when isMatrix(m.left()) ->
          split(m.right()).map(s -> scaled(m.left(), s));
      case Expr.Divide d when isNumber(d.denominator()) ->
          split(d.numerator()).map(s -> divided(s, d.denominator()));
      default -> Optional.empty();
    };
  }

  private Optional<List<Split>> all(List<Expr> terms) {
    List<Split> splits = terms.stream().flatMap(t -> split(t).stream()).toList();
    return splits.size() == terms.size() ? Optional.of(splits) : Optional.empty();
  }

  private static Split divided(Split split, Expr by) {
    return new Split(
        split.coefficient().map(c -> new Expr.Divide(c, by)),
        split.rest().map(r -> new Expr.Divide(r, by)));
  }

  /** A number that does not depend on the unknown. */
  private boolean isNumber(Expr expr) {
    return expr.shape().isScalar() && !Trees.any(expr, unknown::equals);
  }

  /** A matrix that does not depend on the unknown, and leaves its shape what it is. */
  private boolean isMatrix(Expr expr) {
    return !unknown.shape().isScalar()
        && expr.shape() instanceof Shape.Matrix(Size rows, Size columns)
        && rows.equals(columns)
        && unknown.shape().sizes().getFirst().equals(rows)
        && !Trees.any(expr, unknown::equals);
  }

  private static Split scaled(Expr factor, Split split) {
    return new Split(
        split.coefficient().map(c -> isOne(c) ? factor : new Expr.Multiply(factor, c)),
        split.rest().map(r -> new Expr.Multiply(factor, r)));
  }

  private static Split negated(Split split) {
    return new Split(split.coefficient().map(Expr.Negate::new), split.rest().map(Expr.Negate::new));
  }

  private static Split sum(List<Split> splits) {
    List<Expr> coefficients = new ArrayList<>();
    List<Expr> rests = new ArrayList<>();
    for (Split split : splits) {
      split.coefficient().ifPresent(coefficients::add);
      split.rest().filter(r -> !isZero(r)).ifPresent(rests::add);
    }
    return new Split(added(alike(coefficients)), added(rests));
  }

  /** A number beside matrices is that multiple of the identity. */
  private static List<Expr> alike(List<Expr> coefficients) {
    return coefficients.stream()
        .filter(c -> !c.shape().isScalar())
        .findFirst()
        .map(matrix -> new Expr.Identity(matrix.shape().sizes().getFirst()))
        .map(one -> coefficients.stream().map(c -> alike(c, one)).toList())
        .orElse(coefficients);
  }

  private static Expr alike(Expr coefficient, Expr one) {
    return coefficient.shape().isScalar() ? new Expr.Multiply(coefficient, one) : coefficient;
  }

  private static boolean isZero(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value().signum() == 0;
      case Expr.Filled f -> f.value().signum() == 0;
      case Expr.Negate n -> isZero(n.body());
      default -> false;
    };
  }

  private static Optional<Expr> added(List<Expr> terms) {
    return switch (terms.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(terms.getFirst());
      default -> Optional.of(new Expr.Add(terms));
    };
  }
}
