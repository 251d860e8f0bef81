package dev.hence.claim;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Fold;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import java.util.Optional;

/**
 * Whether a variance cannot be negative, and a covariance matrix not indefinite, by its form and by
 * the declarations of the names in it.
 */
public final class Covariances {
  private static final int DEEPEST = 30;

  private final Scope scope;
  private final Dependence reach;

  /** Covariances in a scope. */
  public Covariances(Scope scope) {
    this.scope = scope;
    this.reach = new Dependence(scope);
  }

  /** Whether a number is seen to be at least 0, a matrix to be positive semidefinite. */
  public boolean isCovariance(Expr expr) {
    return expr.shape().isScalar() ? isNonnegative(expr, 0) : isSemidefinite(expr, 0);
  }

  private boolean isSemidefinite(Expr expr, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    return switch (expr) {
      case Expr.Identity i -> true;
      case Expr.Filled f -> f.value().signum() == 0;
      case Expr.Add a -> a.terms().stream().allMatch(t -> isSemidefinite(t, depth + 1));
      case Expr.Divide d ->
          isSemidefinite(d.numerator(), depth + 1) && isNonnegative(d.denominator(), depth + 1);
      case Expr.Multiply m -> isScaled(m, depth) || isSquare(m, depth);
      case Expr.Power p -> isSemidefinite(p.base(), depth + 1);
      case Expr.Diagonal d -> isNonnegative(d.body(), depth + 1);
      case Expr.Sum s -> s.fold() == Fold.SUM && isSemidefinite(s.body(), depth + 1);
      case Expr.Ref r ->
          isDeclaredSemidefinite(r)
              || definition(r).filter(b -> isSemidefinite(b, depth + 1)).isPresent();
      default -> false;
    };
  }

  private boolean isScaled(Expr.Multiply m, int depth) {
    boolean left = m.left().shape().isScalar();
    boolean right = m.right().shape().isScalar();
    return (left && isNonnegative(m.left(), depth + 1) && isSemidefinite(m.right(), depth + 1))
        || (right && isNonnegative(m.right(), depth + 1) && isSemidefinite(m.left(), depth + 1));
  }

  /** A Aᵀ, Aᵀ A, A S Aᵀ. */
  private boolean isSquare(Expr.Multiply m, int depth) {
    boolean own = isTranspose(m.left(), m.right());
    boolean congruent =
        m.left() instanceof Expr.Multiply inner
            && isTranspose(inner.left(), m.right())
            && isSemidefinite(inner.right(), depth + 1);
    return own || congruent;
  }

  private static boolean isTranspose(Expr left, Expr right) {
    return (right instanceof Expr.Transpose r && r.body().equals(left))
        || (left instanceof Expr.Transpose l && l.body().equals(right));
  }

  private boolean isDeclaredSemidefinite(Expr.Ref ref) {
    return domain(ref)
        .filter(
            d ->
                d instanceof Domain.Special s
                    && (s.kind() == Domain.Kind.POSITIVE_DEFINITE
                        || s.kind() == Domain.Kind.POSITIVE_SEMIDEFINITE))
        .isPresent();
  }

  private boolean isNonnegative(Expr expr, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    return switch (expr) {
      case Expr.Literal l -> l.value().signum() >= 0;
      case Expr.Pi p -> true;
      case Expr.SizeOf s -> true;
      case Expr.Identity i -> true;
      case Expr.Filled f -> f.value().signum() >= 0;
      case Expr.Root r -> r.degree() % 2 == 0 || isNonnegative(r.body(), depth + 1);
      case Expr.Abs a -> true;
      case Expr.Norm n -> true;
      case Expr.Apply a ->
          a.function() == ElementaryFunction.EXP || a.function() == ElementaryFunction.SQRT;
      case Expr.Power p -> isEven(p) || isNonnegative(p.base(), depth + 1);
      case Expr.Inner i -> i.left().equals(i.right());
      case Expr.Hadamard h ->
          h.left().equals(h.right())
              || (isNonnegative(h.left(), depth + 1) && isNonnegative(h.right(), depth + 1));
      case Expr.Add a -> a.terms().stream().allMatch(t -> isNonnegative(t, depth + 1));
      case Expr.Multiply m ->
          m.left().equals(m.right())
              || (m.right().shape() instanceof Shape.Vector && isTranspose(m.left(), m.right()))
              || (isNonnegative(m.left(), depth + 1) && isNonnegative(m.right(), depth + 1));
      case Expr.Divide d ->
          isNonnegative(d.numerator(), depth + 1) && isNonnegative(d.denominator(), depth + 1);
      case Expr.Sum s -> isNonnegative(s.body(), depth + 1);
      case Expr.Entry e -> isNonnegative(e.body(), depth + 1);
      case Expr.Ref r ->
          isDeclaredNonnegative(r)
              || definition(r).filter(b -> isNonnegative(b, depth + 1)).isPresent();
      default -> false;
    };
  }

  private static boolean isEven(Expr.Power power) {
    return power.exponent() instanceof Expr.Literal l
        && l.value().dividedBy(Rational.of(2)).isInteger();
  }

  private boolean isDeclaredNonnegative(Expr.Ref ref) {
    return domain(ref)
        .filter(
            d ->
                switch (d) {
                  case Domain.Interval i -> i.lower().filter(l -> l.signum() >= 0).isPresent();
                  case Domain.Finite f -> f.values().stream().allMatch(v -> v.signum() >= 0);
                  case Domain.Integers i -> i.from().filter(from -> from >= 0).isPresent();
                  case Domain.Labels l -> false;
                  case Domain.Special s ->
                      s.kind() == Domain.Kind.SIMPLEX || s.kind() == Domain.Kind.ONE_HOT;
                })
        .isPresent();
  }

  private Optional<Domain> domain(Expr.Ref ref) {
    return scope
        .variable(ref.name(), ref.indices().size())
        .filter(v -> reach.definition(ref).isEmpty())
        .map(Declaration.Variable::domain);
  }

  private Optional<Expr> definition(Expr.Ref ref) {
    return reach.definition(ref).map(d -> d.lambda().body());
  }
}
