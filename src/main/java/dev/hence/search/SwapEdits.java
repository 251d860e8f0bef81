package dev.hence.search;

import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Two names that stand in each other's place. */
final class SwapEdits implements Editor {
  /** More names than these are not paired. */
  private static final int MOST = 24;

  private final UnicodePrinter printer;

  SwapEdits(UnicodePrinter printer) {
    this.printer = printer;
  }

  @Override
  public void at(Spot spot, Offers offers) {
    if (!spot.isSide()) {
      return;
    }
    List<Expr.Ref> names = new ArrayList<>();
    map(spot.node(), names, -1, -1);
    for (int a = 0; a < Math.min(MOST, names.size()); a++) {
      for (int b = a + 1; b < Math.min(MOST, names.size()); b++) {
        Expr.Ref one = names.get(a);
        Expr.Ref other = names.get(b);
        if (!one.equals(other)
            && one.shape().equals(other.shape())
            && Pool.isOfOneShape(one.shape())) {
          boolean kin = one.name().equals(other.name());
          String what = "swap " + printer.print(one) + " and " + printer.print(other);
          offers.offer(
              kin ? Rank.TOKEN : Rank.OTHER_NAME, what, map(spot.node(), new ArrayList<>(), a, b));
        }
      }
    }
  }

  /** Collects the names that can be replaced, and swaps two of them by their numbers. */
  private static Expr map(Expr expr, List<Expr.Ref> names, int a, int b) {
    List<Expr.Ref> all = new ArrayList<>();
    collect(expr, all);
    names.addAll(all);
    return a < 0 ? expr : replace(expr, new AtomicInteger(), all, a, b);
  }

  private static void collect(Expr expr, List<Expr.Ref> names) {
    if (expr instanceof Expr.Ref r) {
      names.add(r);
      return;
    }
    List<Expr> parts = Trees.children(expr);
    for (int k = 0; k < parts.size(); k++) {
      if (!Edits.isFixed(expr, k)) {
        collect(parts.get(k), names);
      }
    }
  }

  private static Expr replace(Expr expr, AtomicInteger next, List<Expr.Ref> all, int a, int b) {
    if (expr instanceof Expr.Ref r) {
      int at = next.getAndIncrement();
      return at == a ? all.get(b) : at == b ? all.get(a) : r;
    }
    List<Expr> parts = Trees.children(expr);
    if (parts.isEmpty()) {
      return expr;
    }
    List<Expr> changed = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      changed.add(Edits.isFixed(expr, k) ? parts.get(k) : replace(parts.get(k), next, all, a, b));
    }
    return Trees.rebuilt(expr, changed);
  }
}
