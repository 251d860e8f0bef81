package dev.hence.search;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often derivatives meet as the chain rule has them: (∂f/∂e) (∂e/∂c). */
final class Chains {
  private Chains() {}

  static int in(Statement.Step step) {
    return in(step.left()) + in(step.right());
  }

  private static int in(Expr side) {
    AtomicInteger count = new AtomicInteger();
    Trees.walk(
        side,
        e -> {
          if (e instanceof Expr.Multiply(Expr left, Expr right) && meet(left, right)) {
            count.incrementAndGet();
          }
        });
    return count.get();
  }

  private static boolean meet(Expr left, Expr right) {
    List<Expr.Derivative> before = factors(left);
    List<Expr.Derivative> behind = factors(right);
    return before.stream().anyMatch(a -> behind.stream().anyMatch(b -> meet(a, b)));
  }

  private static boolean meet(Expr.Derivative a, Expr.Derivative b) {
    return a.variable().equals(b.body()) || b.variable().equals(a.body());
  }

  private static List<Expr.Derivative> factors(Expr expr) {
    List<Expr.Derivative> found = new ArrayList<>();
    switch (expr) {
      case Expr.Derivative d -> found.add(d);
      case Expr.Multiply m -> {
        found.addAll(factors(m.left()));
        found.addAll(factors(m.right()));
      }
      case Expr.Negate n -> found.addAll(factors(n.body()));
      default -> {}
    }
    return found;
  }
}
