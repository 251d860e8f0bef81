package dev.hence.verdict;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import java.util.Optional;

/** Bounds of sums of declared numbers: 1 − t is positive for t in (0, 1). */
final class Bounds {
  /** A bound below, and whether it is attained. */
  private record Bound(Rational value, boolean included) {
    Bound plus(Bound other) {
      return new Bound(value.plus(other.value), included && other.included);
    }

    Bound times(Rational positive) {
      return new Bound(value.times(positive), included);
    }
  }

  private final Scope scope;

  Bounds(Scope scope) {
    this.scope = scope;
  }

  /** Whether the form of a number shows that it is above 0, or not below. */
  boolean isAbove(Expr expr, boolean strict) {
    return lower(expr, 1)
        .filter(
            b -> {
              int sign = b.value().signum();
              return sign > 0 || (sign == 0 && (!strict || !b.included()));
            })
        .isPresent();
  }

  /** A bound below of sign · expr. */
  private Optional<Bound> lower(Expr expr, int sign) {
    return switch (expr) {
      case Expr.Literal l -> Optional.of(new Bound(l.value().times(Rational.of(sign)), true));
      case Expr.Negate n -> lower(n.body(), -sign);
      case Expr.Add a ->
          a.terms().stream()
              .map(t -> lower(t, sign))
              .reduce(
                  Optional.of(new Bound(Rational.ZERO, true)),
                  (x, y) -> x.flatMap(b -> y.map(b::plus)));
      case Expr.Multiply m when m.left() instanceof Expr.Literal l && l.value().signum() != 0 -> {
        Rational size = l.value().signum() < 0 ? l.value().negate() : l.value();
        yield lower(m.right(), l.value().signum() * sign).map(b -> b.times(size));
      }
      case Expr.Ref r -> declared(r, sign);
      case Expr.Abs a -> from(Rational.ZERO, true, sign);
      case Expr.Norm n -> from(Rational.ZERO, true, sign);
      case Expr.Power p when isEven(p.exponent()) -> from(Rational.ZERO, true, sign);
      case Expr.Apply a -> ranged(a.function(), sign);
      default -> Optional.empty();
    };
  }

  private static Optional<Bound> from(Rational least, boolean included, int sign) {
    return sign > 0 ? Optional.of(new Bound(least, included)) : Optional.empty();
  }

  private static boolean isEven(Expr exponent) {
    return exponent instanceof Expr.Literal l
        && l.value().isInteger()
        && !l.value().numerator().testBit(0);
  }

  /** The values that a function takes. */
  private static Optional<Bound> ranged(ElementaryFunction function, int sign) {
    Rational minusOne = Rational.of(-1);
    return switch (function) {
      case SIN, COS -> Optional.of(new Bound(minusOne, true));
      case TANH, ERF -> Optional.of(new Bound(minusOne, false));
      case EXP -> from(Rational.ZERO, false, sign);
      case COSH -> from(Rational.ONE, true, sign);
      case SQRT -> from(Rational.ZERO, true, sign);
      case LOG, TAN, ARCSIN, ARCCOS, ARCTAN, SINH, ARSINH, ARCOSH, ARTANH -> Optional.empty();
    };
  }

  private Optional<Bound> declared(Expr.Ref ref, int sign) {
    return scope
        .variable(ref.name(), ref.indices().size())
        .map(Declaration.Variable::domain)
        .flatMap(
            d ->
                d instanceof Domain.Interval i
                    ? sign > 0
                        ? i.lower().map(v -> new Bound(v, i.lowerIncluded()))
                        : i.upper().map(v -> new Bound(v.negate(), i.upperIncluded()))
                    : Optional.empty());
  }
}
