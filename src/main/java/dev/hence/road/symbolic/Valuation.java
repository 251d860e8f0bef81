package dev.hence.road.symbolic;

import dev.hence.eval.Interpretation;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * With which power of the distance of a parameter to its target an expression vanishes, as far as
 * its form shows: η² has 2, L·η has 1, e^η has 0.
 */
final class Valuation {
  /** Functions that vanish exactly as their argument does. */
  private static final Set<ElementaryFunction> LIKE_THE_ARGUMENT =
      EnumSet.of(
          ElementaryFunction.SIN,
          ElementaryFunction.TAN,
          ElementaryFunction.SINH,
          ElementaryFunction.TANH,
          ElementaryFunction.ARCSIN,
          ElementaryFunction.ARCTAN,
          ElementaryFunction.ARSINH,
          ElementaryFunction.ARTANH);

  private static final int MOST = 64;

  private final Interpretation interpretation;
  private final Expr.Ref parameter;
  private final Expr target;

  Valuation(Interpretation interpretation, Expr.Ref parameter, Expr target) {
    this.interpretation = interpretation;
    this.parameter = parameter;
    this.target = target;
  }

  /** Whether a value may change with the parameter, through definitions too. */
  boolean depends(Expr expr) {
    return depends(expr, parameter.name(), new HashSet<>());
  }

  private boolean depends(Expr expr, Name name, Set<String> seen) {
    return Trees.any(
        expr,
        e ->
            switch (e) {
              case Expr.Ref r ->
                  r.name().equals(name) || behind(r.name().key(r.indices().size()), name, seen);
              case Expr.Call c -> behind(c.function().key(c.indices().size()), name, seen);
              default -> false;
            });
  }

  private boolean behind(String key, Name name, Set<String> seen) {
    Lambda lambda = interpretation.definitions().get(key);
    return lambda != null && seen.add(key) && depends(lambda.body(), name, seen);
  }

  /** The power, an upper bound of it where values may happen to vanish; empty if it is not seen. */
  Optional<Integer> of(Expr expr) {
    if (!depends(expr)) {
      return isZero(expr) ? Optional.empty() : Optional.of(0);
    }
    if (isDistance(expr)) {
      return Optional.of(1);
    }
    return switch (expr) {
      case Expr.Ref r -> unfolded(r);
      case Expr.Negate n -> of(n.body());
      case Expr.Multiply m when isProduct(m) -> both(of(m.left()), of(m.right()), 1);
      case Expr.Inner i when i.left().equals(i.right()) -> of(i.left()).map(k -> 2 * k);
      case Expr.Divide d -> both(of(d.numerator()), of(d.denominator()), -1);
      case Expr.Power p -> power(p);
      case Expr.Norm n -> of(n.body());
      case Expr.Abs a -> of(a.body());
      case Expr.Root r -> of(r.body()).filter(k -> k % r.degree() == 0).map(k -> k / r.degree());
      case Expr.Add a -> sum(a.terms());
      case Expr.Apply a -> applied(a);
      default -> Optional.empty();
    };
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof Expr.Literal l && l.value().signum() == 0;
  }

  /** Products of numbers, and hᵀh, have the sum of the powers. */
  private static boolean isProduct(Expr.Multiply m) {
    boolean scaled = m.left().shape().isScalar() || m.right().shape().isScalar();
    return scaled || (m.left() instanceof Expr.Transpose t && t.body().equals(m.right()));
  }

  /** The parameter less its target, or the other way round. */
  private boolean isDistance(Expr expr) {
    boolean atZero = isZero(target) || (target instanceof Expr.Filled f && f.value().signum() == 0);
    if (atZero && expr.equals(parameter)) {
      return true;
    }
    return expr instanceof Expr.Add(List<Expr> terms)
        && terms.size() == 2
        && (isDifference(terms.get(0), terms.get(1)) || isDifference(terms.get(1), terms.get(0)));
  }

  private boolean isDifference(Expr plus, Expr minus) {
    Expr other = minus instanceof Expr.Negate(Expr body) ? body : negative(minus);
    return (plus.equals(parameter) && other.equals(target))
        || (plus.equals(target) && other.equals(parameter));
  }

  private static Expr negative(Expr expr) {
    return expr instanceof Expr.Literal(Rational value)
        ? new Expr.Literal(value.negate())
        : new Expr.Negate(expr);
  }

  private Optional<Integer> unfolded(Expr.Ref ref) {
    return behind(ref).flatMap(this::of);
  }

  /** The formula of a plain name. */
  Optional<Expr> behind(Expr.Ref ref) {
    Lambda lambda = interpretation.definitions().get(ref.name().key(ref.indices().size()));
    return lambda != null && lambda.indices().isEmpty() && lambda.parameters().isEmpty()
        ? Optional.of(lambda.body())
        : Optional.empty();
  }

  private static Optional<Integer> both(Optional<Integer> a, Optional<Integer> b, int sign) {
    return a.flatMap(x -> b.map(y -> x + sign * y));
  }

  private Optional<Integer> power(Expr.Power power) {
    return power.exponent() instanceof Expr.Literal(Rational n)
            && n.isInteger()
            && Math.abs(n.toDouble()) <= MOST
            && power.base().shape().isScalar()
        ? of(power.base()).map(k -> k * n.intValueExact())
        : Optional.empty();
  }

  /** Of a sum in which one term alone vanishes least. */
  private Optional<Integer> sum(List<Expr> terms) {
    List<Optional<Integer>> all = terms.stream().map(this::of).toList();
    if (all.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    int least = all.stream().mapToInt(Optional::get).min().orElseThrow();
    return all.stream().filter(k -> k.get() == least).count() == 1
        ? Optional.of(least)
        : Optional.empty();
  }

  private Optional<Integer> applied(Expr.Apply apply) {
    Optional<Integer> inside = of(apply.argument());
    if (apply.function() == ElementaryFunction.EXP) {
      return inside.filter(k -> k >= 0).map(k -> 0);
    }
    return inside.filter(k -> k >= 1 && LIKE_THE_ARGUMENT.contains(apply.function()));
  }
}
