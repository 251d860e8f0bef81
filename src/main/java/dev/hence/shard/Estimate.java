package dev.hence.shard;

import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The estimated cost of a step that no run has measured: larger formulas and dearer kinds cost
 * more.
 */
final class Estimate {
  private static final long BASE = 50;

  private Estimate() {}

  /** Rough milliseconds. */
  static long of(Statement.Step step) {
    return BASE + (long) (size(step.left()) + size(step.right())) * weight(step.kind());
  }

  private static int size(Expr expr) {
    AtomicInteger nodes = new AtomicInteger();
    Trees.walk(expr, node -> nodes.incrementAndGet());
    return nodes.get();
  }

  /** Rough milliseconds for each node of the formula; only their proportions matter. */
  private static int weight(Kind kind) {
    return switch (kind) {
      case POINTWISE, EXPECTATION -> 10;
      case INEQUALITY, INDEPENDENCE, APPROXIMATION, ORDER, LIMIT, DISCRETE -> 20;
      case TRAJECTORY, CLOSED_FORM -> 40;
    };
  }
}
