package dev.hence.search;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.util.List;

/** The start for the end of a trajectory, and the other way. */
final class TimeEdits implements Editor {
  private static final Name RUNNING = Name.TIME;

  private final Statement.Step step;
  private final UnicodePrinter printer;

  TimeEdits(Statement.Step step, UnicodePrinter printer) {
    this.step = step;
    this.printer = printer;
  }

  @Override
  public void at(Spot spot, Offers offers) {
    if (step.horizon().isEmpty()) {
      return;
    }
    Expr end = new Expr.Ref(step.horizon().get(), List.of(), Shape.SCALAR);
    if (!(spot.node() instanceof Expr.Negate) && Trees.any(spot.node(), end::equals)) {
      integral(spot.node(), end, offers);
    }
    switch (spot.node()) {
      case Expr.At a -> {
        Expr other = a.time().equals(Forms.ZERO) ? end : Forms.ZERO;
        Expr changed = new Expr.At(a.body(), other);
        String what = "take " + printer.print(a.body()) + " at time " + printer.print(other);
        offers.offer(Rank.TOKEN, what, changed);
      }
      case Expr.Literal l when l.equals(Forms.ZERO) && !spot.isSide() ->
          offers.offer(Rank.TOKEN, "write " + printer.print(end) + " for 0", end);
      default -> {}
    }
  }

  /** What stands at the end, perhaps times its length, was meant to be integrated up to it. */
  private void integral(Expr node, Expr end, Offers offers) {
    Expr body = node instanceof Expr.Multiply m && m.left().equals(end) ? m.right() : node;
    Expr running = new Expr.Ref(RUNNING, List.of(), Shape.SCALAR);
    if (Trees.any(body, end::equals) && !Trees.any(body, running::equals) && !body.equals(end)) {
      Expr integrand = Trees.map(body, e -> e.equals(end) ? running : e);
      offers.offer(
          Rank.LOST_SUM,
          "integrate " + printer.print(integrand) + " over the time",
          new Expr.Integral(RUNNING, Forms.ZERO, end, integrand));
    }
  }
}
