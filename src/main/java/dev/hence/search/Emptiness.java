package dev.hence.search;

import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells edits that make a step say nothing: both sides alike, all dropped, a difference of the same
 * two, a derivative of what does not move, all at one time.
 */
final class Emptiness {
  private final Statement.Step step;
  private final int before;
  private final int times;

  Emptiness(Statement.Step step) {
    this.step = step;
    this.before = idle(step);
    this.times = times(step);
  }

  /** Whether a step says nothing, or less than the one that it is to mend. */
  boolean of(Statement.Step mended) {
    return (mended.relation() == Relation.EQUAL && isSame(mended))
        || isEmptied(step.left(), mended.left())
        || isEmptied(step.right(), mended.right())
        || idle(mended) > before
        || times(mended) < times;
  }

  private static boolean isSame(Statement.Step mended) {
    return Normal.of(plain(mended.left(), mended.scope()), mended.scope())
        .equals(Normal.of(plain(mended.right(), mended.scope()), mended.scope()));
  }

  private static boolean isEmptied(Expr old, Expr now) {
    return Forms.isZero(now) && !Forms.isZero(old);
  }

  private static int idle(Statement.Step step) {
    return idle(plain(step.left(), step.scope()), step.scope())
        + idle(plain(step.right(), step.scope()), step.scope());
  }

  /** A formula in which no name stands for another. */
  private static Expr plain(Expr expr, Scope scope) {
    return Trees.map(
        expr,
        e ->
            scope
                .definition(e)
                .map(Definition::lambda)
                .filter(l -> l.indices().isEmpty() && l.parameters().isEmpty())
                .map(Lambda::body)
                .filter(Expr.Ref.class::isInstance)
                .orElse(e));
  }

  /** How many parts are 0 or 1 whatever the numbers are, or say the same twice. */
  private static int idle(Expr expr, Scope scope) {
    int count =
        switch (expr) {
          case Expr.Add a -> opposites(a);
          case Expr.Divide d -> d.numerator().equals(d.denominator()) ? 1 : 0;
          case Expr.Derivative d -> moves(d, scope) ? 0 : 1;
          default -> 0;
        };
    for (Expr part : Trees.children(expr)) {
      count += idle(part, scope);
    }
    return count;
  }

  private static int opposites(Expr.Add add) {
    int count = 0;
    for (int a = 0; a < add.terms().size(); a++) {
      for (int b = a + 1; b < add.terms().size(); b++) {
        Expr one = add.terms().get(a);
        Expr other = add.terms().get(b);
        if (other.equals(one) || other.equals(Forms.negated(one))) {
          count++;
        }
      }
    }
    return count;
  }

  private static boolean moves(Expr.Derivative d, Scope scope) {
    return new Dependence(scope)
        .depends(d.body(), d.variable().name(), d.variable().indices().size());
  }

  /** At how many times the state is taken. */
  private static int times(Statement.Step step) {
    Set<Expr> times = new HashSet<>();
    for (Expr side : new Expr[] {step.left(), step.right()}) {
      Trees.walk(
          side,
          e -> {
            if (e instanceof Expr.At at) {
              times.add(at.time());
            }
          });
    }
    return times.size();
  }
}
