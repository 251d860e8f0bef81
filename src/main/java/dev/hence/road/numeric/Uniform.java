package dev.hence.road.numeric;

import dev.hence.claim.Approach;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import dev.hence.expr.WrittenNumber;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Signs;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether the series along rays bound a limit in a vector from all sides. They do where both sides
 * are analytic at the target, or that over a power of the distance: then left − right is the sum of
 * its homogeneous parts, of which none below the order lasts if it vanishes on rays in general
 * position, and so it is at most a constant times that power of the distance (Taylor's theorem).
 * Elsewhere, as for xy²/(x² + y⁴) at 0, rays say nothing of curves.
 */
final class Uniform {
  private final Expr.Ref parameter;
  private final Map<String, Lambda> definitions;
  private final Signs signs;
  private final Set<String> open = new HashSet<>();

  private Uniform(Instance instance) {
    parameter = instance.step().approach().orElseThrow().parameter();
    definitions = instance.interpretation().definitions();
    signs = new Signs(instance.step().scope());
  }

  static boolean holds(Instance instance) {
    Uniform uniform = new Uniform(instance);
    Approach approach = instance.step().approach().orElseThrow();
    return uniform.side(instance.step().left())
        && uniform.side(instance.step().right())
        && uniform.side(approach.gauge())
        && approach.remainder().map(uniform::side).orElse(true);
  }

  /** Analytic, up to a power of the distance below or beside it. */
  private boolean side(Expr expr) {
    return switch (expr) {
      case Expr.Add a -> a.terms().stream().allMatch(this::side);
      case Expr.Negate n -> side(n.body());
      case Expr.Divide d when isDistance(d.denominator()) -> analytic(d.numerator());
      default -> isDistance(expr) || analytic(expr);
    };
  }

  private boolean isDistance(Expr expr) {
    return switch (expr) {
      case Expr.Norm n -> n.body().equals(parameter) || isDifference(n.body());
      case Expr.Power p ->
          WrittenNumber.of(p.exponent()).filter(q -> q.signum() > 0).isPresent()
              && isDistance(p.base());
      default -> false;
    };
  }

  private boolean isDifference(Expr expr) {
    return expr instanceof Expr.Add a
        && a.terms().size() == 2
        && a.terms().contains(parameter)
        && a.terms().stream().filter(t -> !Trees.any(t, parameter::equals)).count() == 1;
  }

  private boolean analytic(Expr expr) {
    return switch (expr) {
      case Expr.Divide d ->
          analytic(d.numerator())
              && (rests(d.denominator())
                  || (signs.isPositive(d.denominator()) && analytic(d.denominator())));
      case Expr.Power p -> power(p);
      case Expr.Root r -> rests(r) || (signs.isPositive(r.body()) && analytic(r.body()));
      case Expr.Norm n -> rests(n);
      case Expr.Abs a -> rests(a);
      case Expr.Extremum e -> rests(e);
      case Expr.Cases c ->
          rests(c.condition().left())
              && rests(c.condition().right())
              && analytic(c.then())
              && analytic(c.otherwise());
      case Expr.Apply a -> rests(a) || (analytic(a.argument()) && isEntire(a));
      case Expr.Ref r -> defined(r.name().key(r.indices().size()));
      case Expr.Call c ->
          c.arguments().stream().allMatch(this::analytic)
              && defined(c.function().key(c.indices().size()));
      case Expr.Sum s -> !s.fold().isExtremum() && analytic(s.body());
      default -> Trees.children(expr).stream().allMatch(this::analytic);
    };
  }

  private boolean power(Expr.Power p) {
    boolean whole =
        WrittenNumber.of(p.exponent()).filter(q -> q.isInteger() && q.signum() >= 0).isPresent();
    boolean even =
        WrittenNumber.of(p.exponent())
            .filter(q -> q.signum() > 0 && q.dividedBy(Rational.of(2)).isInteger())
            .isPresent();
    Expr base = even && p.base() instanceof Expr.Norm n ? n.body() : p.base();
    return rests(p)
        || (whole && analytic(base))
        || (p.shape().isScalar()
            && signs.isPositive(p.base())
            && analytic(p.base())
            && analytic(p.exponent()));
  }

  private boolean isEntire(Expr.Apply a) {
    return a.function() == ElementaryFunction.EXP
        || a.function() == ElementaryFunction.SIN
        || a.function() == ElementaryFunction.COS
        || a.function() == ElementaryFunction.TANH
        || a.function() == ElementaryFunction.ARCTAN
        || ((a.function() == ElementaryFunction.LOG || a.function() == ElementaryFunction.SQRT)
            && signs.isPositive(a.argument()));
  }

  /** Goes into a formula; what has none is a variable, or moves as one. */
  private boolean defined(String key) {
    Lambda lambda = definitions.get(key);
    if (lambda == null || !open.add(key)) {
      return true;
    }
    boolean analytic = analytic(lambda.body());
    open.remove(key);
    return analytic;
  }

  /** Whether nothing that may move stands in it: only numbers and other variables. */
  private boolean rests(Expr expr) {
    return !Trees.any(
        expr,
        e ->
            e.equals(parameter)
                || e instanceof Expr.Call
                || (e instanceof Expr.Ref r
                    && definitions.containsKey(r.name().key(r.indices().size()))));
  }
}
